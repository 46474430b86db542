// Invented decisions and groups → disclosed cells, and the page that sets them side by side.
import { discloseCell, type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { windowEnding, type Window } from '../../pipeline/domain/period.js';
import type { Verdict } from '../../pipeline/domain/value.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import { buildDecisionsFigure } from '../../pipeline/figures/relative-page.js';
import type { DecisionResults } from '../../pipeline/figures/relative-stages.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { relativeRate } from '../../pipeline/statistics/relative-rate.js';
import { declare, value } from './sample.js';
import { drawing, wordsOf } from './templates.js';

export const office = drawing();
export const YEARS = (months: number): Window => ({
  ...windowEnding('2023-03-31', months),
  id: `2023-03-31/${months}`,
});
export const TITLES: readonly (readonly [string, string])[] = [
  ['Cautioned or sentenced', 'Rhybuddiwyd neu ddedfrydwyd'],
  ['Formal outcome, not diversion', 'Canlyniad ffurfiol, nid dargyfeirio'],
  ['Community or custody at court', 'Cymunedol neu’r ddalfa yn y llys'],
  ['Youth detention, of those remanded', 'Llety cadw ieuenctid, o’r rhai a remandiwyd'],
  ['Custody, of those sentenced', 'Y ddalfa, o’r rhai a ddedfrydwyd'],
  ['Reoffended', 'Aildroseddodd'],
];

export function decision(n: number): Declaration {
  const [en = '', cy = ''] = TITLES[n] ?? [];
  return declare({
    id: `decision_${n}`,
    title: { en, cy },
    kind: 'relative_rate',
    base: 'children',
    reference: { ethnicity: 'White', sex: 'Male', traveller: 'no', language: 'English' },
    window: { length: '36 months', show: 1, pools: [12, 60] },
    chart: n === 0 ? 'decisions' : 'decision',
  });
}

type Counts = readonly [number, number];

/** One group and its reference group, at one decision. */
export function cells(
  declaration: Declaration,
  window: Window,
  breakdown: string,
  groups: Readonly<Record<string, Counts>>,
  verdict: Verdict | null = 'too few to tell',
): DisclosedCell[] {
  const reference = groups[declaration.reference?.[breakdown] ?? 'White'] ?? [0, 0];
  return Object.entries(groups).map(([group, [events, base]]) => {
    const isReference = reference === groups[group];
    const rate = relativeRate(
      { events, base },
      { events: reference[0], base: reference[1] },
      'children',
    );
    const numbers = isReference ? { value: 1, verdict: null } : { ...rate, verdict };
    return discloseCell(
      value(declaration, window, {
        breakdown,
        group,
        numerator: events,
        denominator: base,
        ...numbers,
      }),
    );
  });
}

export function total(
  declaration: Declaration,
  window: Window,
  [numerator, denominator]: Counts,
): DisclosedCell {
  return discloseCell(value(declaration, window, { numerator, denominator }));
}

export function plain(n: number, verdict: Verdict | null): DecisionResults {
  const declaration = decision(n);
  const window = YEARS(36);
  return {
    declaration,
    disclosed: [
      total(declaration, window, [117, 440]),
      ...cells(
        declaration,
        window,
        'ethnicity',
        { Black: [20, 30], Mixed: [1, 8], White: [94, 400], 'Not known': [2, 2] },
        verdict,
      ),
      ...cells(declaration, YEARS(12), 'ethnicity', { Black: [3, 11], White: [20, 130] }),
    ],
  };
}

export const build = (
  decisions: readonly DecisionResults[],
  language: 'en' | 'cy' = 'en',
): Promise<Figure> => buildDecisionsFigure(decisions, wordsOf(language), office);

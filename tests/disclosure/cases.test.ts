// Cases audited and ratings given, by stage, both shown: no few cases, ratings or blanks can be worked out.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { feasible, seenIn, type Seen } from './audit.js';
import { discloseAudited } from './audited.js';
import { tableOf, THRESHOLD } from './table.js';

const STAGES = ['Pre Court', 'At Court', 'Community'] as const;
const RULES = new Map<string, DisclosureRelations>([
  ['audited', { kind: 'count', hiddenWith: null }],
  ['good', { kind: 'proportion', hiddenWith: null, drawnFrom: 'audited' }],
]);

/** Of one stage: cases, those of them that were rated, and those rated good. */
const stage = fc
  .tuple(fc.nat(12), fc.nat(3), fc.nat(12))
  .map(([cases, blank, good]) => ({ cases, blank: Math.min(cases, blank), good }))
  .map(({ cases, blank, good }) => ({
    cases,
    rated: cases - blank,
    good: Math.min(good, cases - blank),
  }));

type Stage = Readonly<Record<'cases' | 'rated' | 'good', number>>;

function told(stages: readonly Stage[]): DisclosedCell[] {
  const sum = (of: keyof Stage): number => stages.reduce((all, each) => all + each[of], 0);
  const named = <T>(of: (each: Stage) => T): Record<string, T> =>
    Object.fromEntries(stages.map((each, at) => [STAGES[at] ?? '', of(each)]));
  return discloseAudited(
    [
      ...tableOf(
        sum('cases'),
        { audit_stage: named(({ cases }) => cases) },
        { measure: 'audited' },
      ),
      ...tableOf(
        [sum('good'), sum('rated')],
        { audit_stage: named(({ good, rated }) => [good, rated] as const) },
        { measure: 'good' },
      ),
    ],
    RULES,
    THRESHOLD,
  );
}

const COUNTS: readonly [string, (of: Stage) => number, Parameters<typeof seenIn>[1]][] = [
  ['audited', ({ cases }) => cases, ({ numerator }) => numerator],
  ['good', ({ good }) => good, ({ numerator }) => numerator],
  ['good', ({ rated }) => rated, ({ denominator }) => denominator],
  ['good', ({ rated, good }) => rated - good, (of) => (of.denominator ?? 0) - (of.numerator ?? 0)],
];

function expectNoneFound(
  cells: readonly DisclosedCell[],
  seen: Parameters<typeof seenIn>[1],
  truth: readonly number[],
): void {
  const [total, ...groups] = cells.map((cell): Seen => seenIn(cell, seen));
  const could = feasible(total ?? 'hidden', groups);
  truth.forEach((count, at) => {
    if (count === 0 || count >= THRESHOLD) return;
    expect(groups[at]).toBe('hidden');
    const found = could[at];
    if (found) expect(Math.max(...found)).toBeGreaterThanOrEqual(THRESHOLD);
  });
}

it('reveals no small stage through its total, the related figure, or the blanks between them', () => {
  fc.assert(
    fc.property(fc.array(stage, { minLength: 3, maxLength: 3 }), (stages) => {
      const cells = told(stages);
      for (const [measure, truth, seen] of COUNTS)
        expectNoneFound(
          cells.filter((cell) => cell.measure === measure),
          seen,
          stages.map(truth),
        );
      const half = cells.length / 2;
      cells.slice(0, half).forEach((counted, at) => {
        const share = cells[half + at];
        if (counted.status !== 'shown' || share?.status !== 'shown') return;
        const blank = (counted.numerator ?? 0) - (share.denominator ?? 0);
        expect(blank > 0 && blank < THRESHOLD).toBe(false);
      });
    }),
    { numRuns: 500 },
  );
});

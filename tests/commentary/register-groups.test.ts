// Lines of a register that name a group of a measure: judged by that group, refused with the nearest, silent where hidden.
import { describe, expect, it } from 'vitest';
import { findStalledActions } from '../../pipeline/commentary/memory.js';
import { viewMemory, viewStalledActions } from '../../pipeline/commentary/memory-view.js';
import { findNameFault, type NameFault } from '../../pipeline/commentary/register-figures.js';
import type { Action, Registers } from '../../pipeline/commentary/registers.js';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { relateMeasures } from '../../pipeline/editions/disclose-edition.js';
import type { Language } from '../../pipeline/domain/language.js';
import { findQuarter, type Window } from '../../pipeline/domain/period.js';
import type { Value, Verdict } from '../../pipeline/domain/value.js';
import { buildQuotableMeasure, type QuotableMeasure } from '../../pipeline/figures/quote.js';
import { loadFigureWords } from '../../pipeline/figures/words.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { declare, value, windows } from '../figures/sample.js';
import { theProject } from '../project.js';
import { commentaryWords, nameableMeasures } from './sample.js';
import { readProblem } from '../problems/words.js';

const [BEFORE, NOW] = windows(2, '2022-12-31', 12) as [Window, Window];
const QUARTER = findQuarter('2023-03-31');
const { per: _, ...unscaled } = declare({
  id: 'needs_profile',
  title: { en: 'What children need', cy: 'Anghenion y plant' },
  kind: 'proportion',
  better: 'lower',
  breakdowns: ['need'],
});
const NEEDS: Declaration = unscaled;
const ENTRANTS = declare();
const RELATIONS = relateMeasures(theProject());
const KNOWN = nameableMeasures([NEEDS, ENTRANTS]);

/** Of 106 children this year and 100 the year before: those with a need. */
function need(group: string, now: number, before: number, verdict: Verdict | null): Value[] {
  const share = (window: Window, part: number, whole: number, tested: Verdict | null): Value =>
    value(NEEDS, window, {
      ...{ breakdown: 'need', group, numerator: part, denominator: whole, value: part / whole },
      ...{ lower: part / whole - 0.01, upper: part / whole + 0.01, verdict: tested },
    });
  return [share(BEFORE, before, 100, null), share(NOW, now, 106, verdict)];
}

const VALUES = [
  ...[BEFORE, NOW].map((window) =>
    value(NEEDS, window, { numerator: 90, denominator: 106, value: 0.85, verdict: 'lower' }),
  ),
  ...need('Drug use', 71, 50, 'higher'),
  ...need('Alcohol use', 39, 60, 'lower'),
  ...need('Time in care', 3, 12, 'lower'),
];

function quotables(language: Language, hideBelow: number): Map<string, QuotableMeasure> {
  const templates = new URL('../../templates', import.meta.url).pathname;
  const words = loadFigureWords(templates, language, 'Invented');
  const disclosed = disclose(VALUES, RELATIONS, hideBelow);
  return new Map([[NEEDS.id, buildQuotableMeasure(NEEDS, disclosed, words)]]);
}

function registers(...measures: readonly string[]): Registers {
  const action: Action = {
    ...{ id: 'A1', owner_en: 'Health lead', owner_cy: 'Arweinydd iechyd', measures },
    ...{ action_en: 'Hold a clinic', action_cy: 'Cynnal clinig', status: 'open' },
    opened_quarter: findQuarter('2021-12-31'),
    due_quarter: findQuarter('2024-03-31'),
    ...{ closed_quarter: null, editions: null, agreed_on: null, first_due_quarter: null },
    ...{ source: '', source_en: '', source_cy: '', recommendation: '' },
    ...{ progress_en: '', progress_cy: '', evidence_en: '', evidence_cy: '' },
  } as unknown as Action;
  return { actions: [action], risks: [], decisions: [], reviews: [], problems: [] };
}

function figures(measure: string, language: Language, hideBelow: number): readonly string[] {
  const found = quotables(language, hideBelow);
  const words = commentaryWords(language);
  const context = { words, quotables: found, hideBelow, formatDay: String };
  const view = viewMemory(registers(measure), QUARTER, context);
  return view?.tables[0]?.rows[0]?.figures ?? [];
}

/** What is said of a name that is refused. */
function readFault(fault: NameFault | null): string {
  if (fault === null) return '';
  return Object.values(readProblem({ kind: 'data', code: 'bad-register', ...fault })).join(' ');
}

describe('a group of a measure that a register names', () => {
  it('is judged by its own change, in both languages', () => {
    expect(figures('needs_profile:Drug use', 'en', 0)).toEqual([
      'What children need, Drug use: 67%, from 50% when opened; clearly higher than the year before',
    ]);
    expect(figures('needs_profile:Alcohol use', 'en', 0)).toEqual([
      'What children need, Alcohol use: 37%, from 60% when opened; clearly lower than the year before',
    ]);
    expect(figures('needs_profile:need:Drug use', 'cy', 0)[0]).toMatch(
      /^Anghenion y plant, Defnyddio cyffuriau: 67%, .*50%/,
    );
  });

  it('stalls an action whose group did not move as hoped, though the headline did', () => {
    const stalled = (measure: string, hideBelow = 0): string[] =>
      findStalledActions(registers(measure), QUARTER, quotables('en', hideBelow)).flatMap(
        ({ unmoved }) => unmoved.map(({ group }) => String(group)),
      );
    expect(stalled('needs_profile')).toEqual([]);
    expect(stalled('needs_profile:Drug use')).toEqual(['need.Drug use']);
    expect(stalled('needs_profile:Alcohol use')).toEqual([]);
  });

  it('tells the chair the group’s own figure and not the headline’s', () => {
    const lines = viewStalledActions(
      registers('needs_profile:Drug use'),
      ...([QUARTER, quotables('en', 0), commentaryWords('en'), 0] as const),
    );
    expect(lines.flatMap(({ unmoved }) => unmoved.map(({ finding }) => finding))).toEqual([
      'What children need, Drug use: 67%',
    ]);
  });

  it.each(['en', 'cy'] as const)('is not judged where it is hidden (%s)', (language) => {
    const shown = figures('needs_profile:Time in care', language, 0)[0];
    const hidden = figures('needs_profile:Time in care', language, 5)[0];
    expect(shown).toMatch(/3%/);
    expect(hidden).not.toMatch(/\d/);
    const { say } = commentaryWords(language);
    expect(hidden).toContain(say('memory.no_number', { title: '' }).trim());
    for (const verdict of ['higher', 'lower', 'no clear change', 'too few to tell'])
      expect(hidden).not.toContain(say(`memory.judged.${verdict}`));
    const stalled = findStalledActions(
      registers('needs_profile:Time in care'),
      QUARTER,
      quotables(language, 5),
    );
    expect(stalled).toEqual([]);
  });

  it.each([
    ['needs_profile:Drugs use', 'The nearest is Drug use'],
    ['needs_profile:alchohol', 'The nearest is Alcohol use'],
    ['needs_profile:Xyz', 'Its groups are: Known to social services before referral'],
    ['needs_profile:Defnyddio cyffuriau', 'The measure needs_profile has no group called'],
    ['needs_profile:Substance use', 'is now called Drug use'],
    ['first_time_entrants:Other', 'first_time_entrants:ethnicity:Other, first_time_entrants:sex'],
    ['first_time_entrants:need:Drug use', 'has no group called need:Drug use'],
    ['nothing:Drug use', 'There is no measure called nothing'],
  ])('%s is refused', (written, said) => {
    expect(readFault(findNameFault(written, KNOWN))).toContain(said);
  });

  it.each([
    'needs_profile',
    'needs_profile:Drug use',
    'needs_profile: Drug use',
    'needs_profile:need:Drug use',
    'first_time_entrants:sex:Other',
    'first_time_entrants:Mixed',
  ])('%s is accepted', (written) => {
    expect(findNameFault(written, KNOWN)).toBeNull();
  });

  it('a measure that has no groups has none to name', () => {
    const whole = nameableMeasures([declare({ breakdowns: [] })]);
    expect(readFault(findNameFault('first_time_entrants:Male', whole))).toContain(
      'not broken down',
    );
  });
});

// The briefing reports only what the disclosed figures show, and always asks five questions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  discloseCell,
  withholdCell,
  type DisclosedCell,
} from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value, Verdict } from '../../pipeline/domain/value.js';
import {
  writeBriefing,
  type BriefingMeasure,
  type Briefing,
} from '../../pipeline/pack/briefing.js';
import { createSay } from '../../pipeline/pack/phrases.js';
import { declare, outline, templates } from './sample.js';

const PARTNER = { en: 'health', cy: 'iechyd' };
const GAPS = { finding: 'f', measures: 'm', groups: 'g', action: 'A1' };
const say = createSay(templates.words.cy.pack, 'pack.yaml');

function value(over: Partial<Value> = {}): Value {
  return {
    measure: 'm',
    window: windowEnding('2023-03-31', 12),
    areaKind: 'service',
    areaName: 'Ours',
    origin: 'own',
    breakdown: 'total',
    group: 'all',
    unit: 'count',
    source: null,
    numerator: 28,
    denominator: 15000,
    value: 28,
    lower: 19,
    upper: 40,
    verdict: null,
    status: 'known',
    ...over,
  };
}

function measure(id: string, disclosed: DisclosedCell[], over = {}): BriefingMeasure {
  return { declaration: declare(id, over), disclosed, asked: PARTNER };
}

/** The briefing by the declared rules of the quarterly pack. */
function brief(
  measures: readonly BriefingMeasure[],
  reviewed: ReadonlySet<string> = new Set(),
): Briefing {
  return writeBriefing({ measures, reviewed, stalled: [], rules: outline.briefing });
}

const ended = (day: string): Partial<Value> => ({ window: windowEnding(day, 12) });

describe('the changes in a briefing', () => {
  it('come only from a verdict on the newest ready window, as better or worse', () => {
    const briefing = brief([
      measure('worse', [discloseCell(value({ verdict: 'higher' }))], { better: 'lower' }),
      measure('better', [discloseCell(value({ verdict: 'lower' }))], { better: 'lower' }),
      measure('old', [
        discloseCell(value({ verdict: 'higher', ...ended('2022-12-31') })),
        discloseCell(value({ verdict: 'no clear change' })),
      ]),
      measure('silent', [discloseCell(value({ verdict: null }))]),
    ]);
    expect(briefing.changed.map(({ measures }) => measures)).toEqual([['worse'], ['better']]);
    expect(briefing.steady).toEqual([{ rule: 'steady', measures: ['old'], groups: [] }]);
    expect(briefing.questions[0]).toMatchObject({ rule: 'ask-worse', measures: ['worse'] });
    expect(briefing.questions[1]).toMatchObject({ rule: 'ask-better', measures: ['better'] });
  });

  it('passes over what others published, however different', () => {
    const region = discloseCell(
      value({ areaKind: 'region', origin: 'published', verdict: 'higher', ...ended('2023-06-30') }),
    );
    const briefing = brief([measure('m', [discloseCell(value()), region])]);
    expect(briefing.changed).toEqual([]);
  });

  it('name the ethnic groups whose rate is above parity, and never the unknown group', () => {
    const groups = ['Mixed', 'Not known', 'Asian'].map((group, index) =>
      discloseCell(
        value({ breakdown: 'ethnicity', group, verdict: index < 2 ? 'higher' : 'lower' }),
      ),
    );
    const parity = measure('p', [discloseCell(value()), ...groups], { kind: 'relative_rate' });
    const briefing = brief([parity]);
    expect(briefing.changed).toEqual([
      { rule: 'changed', measures: ['p'], groups: ['ethnicity.Mixed'] },
    ]);
    expect(briefing.questions[0]).toMatchObject({ rule: 'ask-over', groups: ['ethnicity.Mixed'] });
  });
});

it('names needs that are clearly more or less common in the briefing, and asks about the first', () => {
  const groups = (['higher', 'lower', 'no clear change'] as const).map((verdict, index) =>
    discloseCell(value({ breakdown: 'need', group: `need ${index}`, verdict })),
  );
  const total = discloseCell(value({ verdict: 'no clear change' }));
  const profile = measure('needs', [total, ...groups], {
    kind: 'proportion',
    section: 'needs',
  });
  const briefing = brief([profile]);
  expect(briefing.changed.map(({ rule, groups: named }) => [rule, ...named])).toEqual([
    ['needs-higher', 'need.need 0'],
    ['needs-lower', 'need.need 1'],
  ]);
  expect(briefing.steady).toEqual([]);
  expect(briefing.questions[0]).toMatchObject({ rule: 'ask-need', groups: ['need.need 0'] });
});

describe('the limitations in a briefing', () => {
  it('list too few, hidden, immature and missing separately', () => {
    const briefing = brief([
      measure('few', [discloseCell(value({ verdict: 'too few to tell' }))]),
      measure('shy', [withholdCell(value(), 'hidden')]),
      measure('young', [
        discloseCell(value(ended('2021-09-30'))),
        withholdCell(value(), 'immature'),
      ]),
      measure('gone', [withholdCell(value(), 'no data')]),
      measure('never', []),
    ]);
    expect(briefing.cannotTell).toEqual([
      { rule: 'too-few', measures: ['few'], groups: [] },
      { rule: 'hidden', measures: ['shy'], groups: [] },
      { rule: 'immature', measures: ['young'], groups: [] },
      { rule: 'no-data', measures: ['gone', 'never'], groups: [] },
    ]);
  });
});

describe('case reviews', () => {
  const reviewed = new Set(['custody', 'disproportionality']);

  it('are requested when a reviewed section counts a few children, but not when it counts none', () => {
    const custody = { section: 'custody' };
    const briefing = brief(
      [
        measure('some', [discloseCell(value({ numerator: 3 }))], custody),
        measure('nobody', [discloseCell(value({ numerator: 0 }))], custody),
        measure('many', [discloseCell(value({ numerator: 10 }))], custody),
        measure('nights', [discloseCell(value({ numerator: 3 }))], {
          ...custody,
          counts: 'nights',
        }),
        measure('elsewhere', [discloseCell(value({ numerator: 3 }))], { section: 'entrants' }),
        measure('shy', [withholdCell(value(), 'hidden')], custody),
      ],
      reviewed,
    );
    expect(briefing.reviews.map(({ rule, measures }) => [rule, ...measures])).toEqual([
      ['review-few', 'some'],
      ['review-hidden', 'shy'],
    ]);
  });

  it('name the groups too small to compare, but not an empty group', () => {
    const groups = [
      discloseCell(
        value({ breakdown: 'ethnicity', group: 'Mixed', numerator: 1, verdict: 'too few to tell' }),
      ),
      discloseCell(
        value({ breakdown: 'ethnicity', group: 'Black', numerator: 0, verdict: 'too few to tell' }),
      ),
      withholdCell(value({ breakdown: 'ethnicity', group: 'Other' }), 'hidden'),
    ];
    const parity = { kind: 'relative_rate', section: 'disproportionality' };
    const briefing = brief([measure('p', [discloseCell(value()), ...groups], parity)], reviewed);
    expect(briefing.reviews).toEqual([
      { rule: 'review-groups', measures: ['p'], groups: ['ethnicity.Mixed'] },
      { rule: 'review-hidden', measures: ['p'], groups: [] },
    ]);
  });
});

const verdicts: (Verdict | null)[] = [
  'higher',
  'lower',
  'no clear change',
  'too few to tell',
  null,
];
const anyCell = fc.record({
  verdict: fc.constantFrom(...verdicts),
  numerator: fc.nat(30),
  day: fc.constantFrom('2022-09-30', '2022-12-31', '2023-03-31'),
  kept: fc.constantFrom('shown', 'hidden', 'immature', 'no data'),
});

it('always asks five questions in a briefing, and never claims a change when the newest number is hidden', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { maxLength: 4 }), { maxLength: 25 }), (all) => {
      const measures = all.map((cells, index) =>
        measure(
          `m${index}`,
          cells.map(({ verdict, numerator, day, kept }) => {
            const figure = value({ verdict, numerator, ...ended(day) });
            return kept === 'shown' ? discloseCell(figure) : withholdCell(figure, kept);
          }),
          { section: index % 2 ? 'custody' : 'entrants' },
        ),
      );
      const briefing = brief(measures, new Set(['custody']));
      expect(briefing.questions).toHaveLength(5);
      expect(new Set(briefing.questions.map((one) => JSON.stringify(one))).size).toBe(5);
      expect(briefing.changed.length).toBeLessThanOrEqual(6);
      expect(briefing.reviews.length).toBeLessThanOrEqual(3);
      const { changed, cannotTell, questions, reviews } = briefing;
      for (const { rule } of [...changed, ...cannotTell, ...questions, ...reviews])
        expect(say(`briefing.rules.${rule}`, GAPS)).not.toBe('');
      const hidden = briefing.cannotTell.find(({ rule }) => rule === 'hidden')?.measures ?? [];
      const claimed = briefing.changed.flatMap((statement) => statement.measures);
      expect(claimed.filter((id) => hidden.includes(id))).toEqual([]);
    }),
  );
});

// Each rule of disclosure on a table small enough to follow by hand.
import { describe, expect, expectTypeOf, it } from 'vitest';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import type {
  DisclosedCell,
  ShownCell,
  WithheldCell,
} from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { discloseAudited } from './audited.js';
import { sensitivities, tableOf, THRESHOLD, valueOf } from './table.js';

const COUNTS = sensitivities({ children: 'count' });

/** The groups that are hidden, by name; the headline is `all`. */
function hiddenIn(
  values: readonly Value[],
  told = COUNTS,
  measure = 'children',
  hideBelow = THRESHOLD,
): string[] {
  return discloseAudited(values, told, hideBelow)
    .filter((each) => each.measure === measure && each.status === 'hidden')
    .map(({ group }) => group);
}

describe('small counts', () => {
  it.each([
    [0, []],
    [1, ['all']],
    [4, ['all']],
    [5, []],
  ])('%i children are suppressed: %j', (count, hidden) => {
    expect(hiddenIn([valueOf(count)])).toEqual(hidden);
  });

  it('are all shown in an edition without suppression', () => {
    const values = tableOf(7, { sex: { Female: 1, Male: 6 } });
    expect(hiddenIn(values, COUNTS, 'children', 0)).toEqual([]);
  });

  it.each([
    ['the numerator', [3, 40], ['all']],
    ['the denominator of a proportion', [0, 4], ['all']],
    ['those left over', [37, 40], ['all']],
    ['none of them', [35, 40], []],
    ['none: everybody, and many', [40, 40], []],
  ] as const)('of a proportion: %s', (_, counted, hidden) => {
    const told = sensitivities({ children: 'proportion' });
    expect(hiddenIn([valueOf(counted)], told)).toEqual(hidden);
  });

  it('are suppressed in a rate’s events, but not in its population', () => {
    const told = sensitivities({ children: 'rate' });
    expect(hiddenIn([valueOf([9, 4]), valueOf([3, 900], { group: 'b' })], told)).toEqual(['b']);
  });

  it('are suppressed in a mean’s children, even with many offences', () => {
    const told = sensitivities({ children: 'mean' });
    expect(hiddenIn([valueOf([60, 4])], told)).toEqual(['all']);
    expect(hiddenIn([valueOf([60, 59])], told)).toEqual([]);
  });
});

describe('secondary suppression', () => {
  it('suppresses another group along with a small one', () => {
    const values = tableOf(40, { sex: { Female: 3, Male: 37 } });
    expect(hiddenIn(values)).toEqual(['Female', 'Male']);
  });

  it('suppresses no more groups than needed, and keeps a zero', () => {
    const values = tableOf(50, { ethnicity: { Asian: 3, Black: 7, Mixed: 0, White: 40 } });
    expect(hiddenIn(values)).toEqual(['Asian', 'White']);
  });

  it('suppresses a third group if two small ones are still too few together', () => {
    const values = tableOf(42, { ethnicity: { Asian: 1, Black: 1, Mixed: 8, White: 32 } });
    expect(hiddenIn(values)).toEqual(['Asian', 'Black', 'White']);
  });

  it('suppresses a third group if two non-zero ones only add up to the threshold', () => {
    const values = tableOf(45, { ethnicity: { Asian: 1, Black: 4, Mixed: 8, White: 32 } });
    expect(hiddenIn(values)).toEqual(['Asian', 'Black', 'White']);
  });

  it('suppresses what adds up to a suppressed total, in every breakdown, and no zero beside it', () => {
    const values = tableOf(4, { sex: { Female: 0, Male: 4 }, looked_after: { yes: 4, no: 0 } });
    expect(hiddenIn(values)).toEqual(['all', 'Male', 'yes']);
  });

  it('leaves other breakdowns alone, because no table crosses them', () => {
    const values = tableOf(40, { sex: { Female: 3, Male: 37 }, looked_after: { yes: 10, no: 30 } });
    expect(hiddenIn(values)).toEqual(['Female', 'Male']);
  });

  it('also protects the complements of a proportion', () => {
    // Seven of eight and all of six would be hidden with a total of 20 in 21: the one left over is the first group's.
    const told = sensitivities({ children: 'proportion' });
    const values = tableOf([20, 28], { sex: { Female: [7, 8], Male: [6, 6], Other: [7, 14] } });
    expect(hiddenIn(values, told)).toEqual(['Female', 'Other']);
  });

  it('does not suppress a second need, because needs overlap', () => {
    const told = sensitivities({ children: 'proportion' });
    const values = tableOf([30, 40], { need: { Housing: [3, 40], Care: [20, 40] } });
    expect(hiddenIn(values, told)).toEqual(['Housing']);
  });

  it('protects a small number of children without a need, given those with it and those not recorded', () => {
    const told = sensitivities({ children: 'proportion' });
    const values = tableOf([30, 40], {
      need: { Housing: [20, 40], Care: [20, 40] },
      need_not_recorded: { Housing: [18, 40], Care: [15, 40] },
    });
    const hidden = discloseAudited(values, told, THRESHOLD).filter(
      ({ status }) => status === 'hidden',
    );
    expect(hidden.map(({ breakdown, group }) => [breakdown, group])).toEqual([
      ['need_not_recorded', 'Housing'],
    ]);
  });

  it('suppresses those not recorded if they and the headline leave a small remainder', () => {
    const told = sensitivities({ children: 'proportion' });
    const few = tableOf([30, 40], { not_recorded: { all: [8, 40] } });
    expect(hiddenIn(few, told)).toEqual(['all']);
    const many = tableOf([30, 40], { not_recorded: { all: [5, 40] } });
    expect(hiddenIn(many, told)).toEqual([]);
  });

  it('suppresses every step after one with a small remainder, because its base would reveal it', () => {
    const told = sensitivities({
      children: 'proportion',
    });
    for (const [step, before] of [
      ['offered', 'children'],
      ['attended', 'offered'],
    ] as const)
      told.set(step, {
        kind: 'proportion',
        hiddenWith: null,
        sameAs: { denominator: { measure: before, count: 'numerator' } },
      });
    const values = [
      valueOf([20, 40]),
      valueOf([18, 20], { measure: 'offered' }),
      valueOf([9, 18], { measure: 'attended' }),
    ];
    const hidden = discloseAudited(values, told, THRESHOLD).filter(
      ({ status }) => status === 'hidden',
    );
    expect(hidden.map(({ measure }) => measure)).toEqual(['offered', 'attended']);
  });
});

describe('a value that depends on a suppressed one', () => {
  it('is suppressed in every measure of the same children, in the same groups', () => {
    const told = new Map(COUNTS).set('offenders', {
      kind: 'count',
      hiddenWith: null,
      sameAs: { numerator: { measure: 'children', count: 'numerator' } },
    });
    const ethnicity = { Asian: 3, Black: 6, Mixed: 10, White: 12 };
    const values = [
      ...tableOf(31, { ethnicity }),
      ...tableOf(31, { ethnicity }, { measure: 'offenders' }),
    ];
    expect(hiddenIn(values, told)).toHaveLength(2);
    expect(hiddenIn(values, told, 'offenders')).toEqual(hiddenIn(values, told));
  });

  it('is suppressed in a relative rate with a suppressed reference group', () => {
    const told = sensitivities({ children: 'relative_rate' });
    const values = tableOf(16, { ethnicity: { Asian: 6, Black: 6, White: 4 } });
    expect(hiddenIn(values, told)).toEqual(['Asian', 'Black', 'White']);
  });

  it('is suppressed in a published figure of our own service, but not of other areas', () => {
    const published = (areaKind: Value['areaKind'], numerator: number): Value =>
      valueOf(numerator, { origin: 'published', areaKind, areaName: areaKind, source: 'A table' });
    const beside = [published('service', 50), published('nation', 3)];
    const small = discloseAudited([valueOf(3), ...beside], COUNTS, THRESHOLD);
    expect(small.map(({ status }) => status)).toEqual(['hidden', 'hidden', 'shown']);
    const large = discloseAudited([valueOf(50), ...beside], COUNTS, THRESHOLD);
    expect(large.map(({ status }) => status)).toEqual(['shown', 'shown', 'shown']);
  });

  it('loses its verdict if the year before is suppressed', () => {
    const before = valueOf(3, { window: windowEnding('2022-03-31', 12) });
    const [, now] = discloseAudited([before, valueOf(30)], COUNTS, THRESHOLD);
    expect(now).toMatchObject({ status: 'shown', numerator: 30, verdict: null });
    const [, known] = discloseAudited(
      [{ ...before, numerator: 9 }, valueOf(30)],
      COUNTS,
      THRESHOLD,
    );
    expect(known).toMatchObject({ verdict: 'no clear change' });
  });

  it('is refused for a measure without disclosure relations', () => {
    expect(() =>
      discloseAudited([valueOf(9, { measure: 'unheard-of' })], COUNTS, THRESHOLD),
    ).toThrow(RangeError);
  });
});

describe('a withheld cell', () => {
  const values = [
    valueOf(3),
    valueOf(77, { status: 'immature', group: 'young' }),
    valueOf(88, { status: 'no data', group: 'gone' }),
  ];

  it.each([THRESHOLD, 0])('has its address and no number at all (threshold %i)', (hideBelow) => {
    const withheld = discloseAudited(values, COUNTS, hideBelow).filter(
      ({ status }) => status !== 'shown',
    );
    expect(withheld).toHaveLength(hideBelow === 0 ? 2 : 3);
    for (const each of withheld) {
      expect(Object.values(each).some((field) => typeof field === 'number')).toBe(false);
      for (const number of ['numerator', 'denominator', 'value', 'lower', 'upper', 'verdict'])
        expect(each).not.toHaveProperty(number);
    }
  });

  it('cannot be constructed outside disclosure, and neither can a shown one', () => {
    expectTypeOf<ShownCell>().not.toExtend<DisclosedCell>();
    expectTypeOf<WithheldCell>().not.toExtend<DisclosedCell>();
    expectTypeOf<Value>().not.toExtend<DisclosedCell>();
    type Unseen = Exclude<DisclosedCell, { status: 'shown' }>;
    expectTypeOf<keyof Unseen & ('numerator' | 'denominator' | 'value')>().toBeNever();
    expectTypeOf<Unseen['status']>().toEqualTypeOf<WithheldCell['status']>();
    expectTypeOf(disclose).returns.toEqualTypeOf<DisclosedCell[]>();
  });
});

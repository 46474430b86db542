// What the chair's page leaves to other pages because few events lie behind it, and what is to be watched.
import { describe, expect, it } from 'vitest';
import { type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value, Verdict } from '../../pipeline/domain/value.js';
import {
  writeBriefing,
  type Briefing,
  type BriefingMeasure,
} from '../../pipeline/pack/briefing.js';
import { figure, measure } from './briefing-sample.js';
import { outline } from './sample.js';

function brief(measures: BriefingMeasure[]): Briefing {
  return writeBriefing({ measures, reviewed: new Set(), stalled: [], rules: outline.briefing });
}

describe('the changes in a briefing', () => {
  it.each([
    // Events of the year and of the year before, of a headline and of a need.
    [8, 0, false],
    [5, 4, false],
    [2, 8, true],
    [10, 0, true],
  ])('are listed from ten events on: %d after %d', (now, then, listed) => {
    const before = windowEnding('2022-03-31', 12);
    const pair = (changes: Partial<Value>): DisclosedCell[] => [
      figure('higher', { ...changes, numerator: now }),
      figure(null, { ...changes, numerator: then, window: before }),
    ];
    const briefing = brief([
      measure('a', pair({})),
      measure('b', [figure(null), ...pair({ breakdown: 'need', group: 'x' })]),
    ]);
    expect(briefing.changed).toHaveLength(listed ? 2 : 0);
    expect([briefing.clear, briefing.clearFew]).toEqual([2, listed ? 0 : 2]);
  });

  it('name groups to be watched from ten events on', () => {
    const compare = (numerator: number): BriefingMeasure =>
      measure(
        'a',
        [
          figure(null),
          figure('possible', { breakdown: 'ethnicity', group: 'Black', numerator }),
          figure(null, { breakdown: 'ethnicity', group: 'White', numerator: 5 }),
        ],
        { kind: 'relative_rate' },
      );
    const watched = { rule: 'possible', measures: ['a'], groups: ['ethnicity.Black'] };
    expect(brief([compare(5)]).cannotTell).toContainEqual(watched);
    expect(brief([compare(4)]).cannotTell).not.toContainEqual(watched);
  });

  it('name the groups of every decision on a page that sets decisions side by side', () => {
    const against = (verdict: Verdict): DisclosedCell[] => [
      figure(null),
      figure(verdict, { breakdown: 'ethnicity', group: 'Black' }),
      figure(null, { breakdown: 'ethnicity', group: 'White' }),
    ];
    const decide = (id: string, verdict: Verdict): BriefingMeasure =>
      measure(id, against(verdict), { kind: 'relative_rate' });
    const page = decide('page', 'no clear change');
    const watched = { rule: 'possible', measures: ['page'], groups: ['ethnicity.Black'] };
    const arrests = decide('arrests', 'possible');
    expect(brief([{ ...page, decisions: [arrests, arrests] }]).cannotTell).toContainEqual(watched);
    expect(brief([page]).cannotTell).not.toContainEqual(watched);
    const { changed } = brief([{ ...page, decisions: [decide('custody', 'higher')] }]);
    expect(changed).toEqual([{ rule: 'changed', measures: ['page'], groups: ['ethnicity.Black'] }]);
  });
});

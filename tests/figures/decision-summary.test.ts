// What is said of each decision on the page on disproportionality: from counts made by hand.
import { describe, expect, it } from 'vitest';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { withholdCell } from '../../pipeline/disclosure/disclosed.js';
import type { Verdict } from '../../pipeline/domain/value.js';
import {
  summariseDecisions,
  type DecisionSummary,
} from '../../pipeline/figures/decision-summary.js';
import { YEARS, cells, decision, plain, total } from './decisions.js';
import { wordsOf } from './templates.js';

const SEX = { Female: [27, 200], Male: [142, 240] } as const;

function summarise(
  disclosed: readonly DisclosedCell[],
  language: 'en' | 'cy' = 'en',
): DecisionSummary {
  const { decisions } = summariseDecisions(
    [{ declaration: decision(0), disclosed }],
    wordsOf(language),
  );
  const [summary] = decisions;
  if (!summary) throw new RangeError('no decision');
  return summary;
}

function withSex(ethnicity: Verdict, sex: Verdict): DisclosedCell[] {
  const { declaration, disclosed } = plain(0, ethnicity);
  return [...disclosed, ...cells(declaration, YEARS(36), 'sex', SEX, sex)];
}

/** The rates of the page's window on a second population. */
function addSecond(disclosed: readonly DisclosedCell[], group: string): DisclosedCell[] {
  const second = { value: 1.2, lower: 0.5, upper: 2.6, denominator: 147, source: 'Plan (2022)' };
  return disclosed.map((cell) =>
    cell.status === 'shown' && cell.group === group ? { ...cell, second } : cell,
  );
}

describe('what is said of a decision', () => {
  it('is how many children more than at parity, how often, and how sure: ethnicity first', () => {
    const { sentences, leading } = summarise(withSex('higher', 'lower'));
    // 20 of 30 against 94 of 400: 2.84 times; 20 less 30 × 94/400 = 12.95 more than parity.
    expect(sentences[0]).toMatch(
      /^Black \(20 children\), 10\.0 to 15 more than at the same rate as White\. That is 2\.84 times as often \(95% interval \d\.\d+–\d\.\d+\)\.$/,
    );
    expect(sentences.at(-1)).toMatch(/^Girls \(27 children\), \d+ to \d+ fewer .* Boys\./);
    expect(leading).toEqual({ sentence: sentences[0], isByEthnicity: true, isClear: true });
  });

  it('gives both counts and no ratio where the reference group has none, and asks for the cases', () => {
    const declaration = decision(0);
    const groups = { White: [0, 20], Black: [6, 6] } as const;
    const disclosed = [
      total(declaration, YEARS(36), [6, 26]),
      ...cells(declaration, YEARS(36), 'ethnicity', groups, 'higher'),
    ];
    const said = summarise(disclosed);
    expect(said.sentences).toEqual([
      'Black: 6 of 6, and none of 20 for White. That is clearly more often. No number of times can be given, because there were none to compare with.',
    ]);
    expect([said.cases, said.groups, said.leading?.isClear]).toEqual([6, 'Black 6', true]);
    expect(summarise(disclosed, 'cy').sentences[0]).toMatch(/: 6 o 6, a dim un o 20 ar gyfer /);
  });

  it('says which is one to watch, in both languages', () => {
    const disclosed = withSex('possible', 'no clear change');
    expect(summarise(disclosed).sentences[0]).toMatch(/: one to watch\.$/);
    expect(summarise(disclosed, 'cy').sentences[0]).toMatch(/: un i’w wylio\.$/);
  });

  it('says first that no ethnic group stands out, and makes no main point of a lower rate of girls', () => {
    const { sentences, leading } = summarise(withSex('no clear change', 'lower'));
    expect(sentences[0]).toBe('No ethnic group of the 117 children stands out.');
    expect(sentences[1]).toMatch(/^Girls /);
    expect(leading).toBeNull();
  });

  it('counts the cases of ethnic groups above White that are not plainly chance', () => {
    // Black 20 of 30 is above White’s 94 of 400; Mixed 1 of 8 is below it.
    const few = summarise(plain(0, 'too few to tell').disclosed);
    expect([few.cases, few.groups]).toEqual([20, 'Black 20']);
    expect(few.sentences).toEqual(['Ethnicity: too few to tell among 117 children.']);
    expect(summarise(plain(0, 'no clear change').disclosed).cases).toBe(0);
  });

  it('counts no cases where any ethnic group is hidden, and says why nothing is said', () => {
    const declaration = decision(0);
    const disclosed = [
      total(declaration, YEARS(36), [117, 440]),
      ...cells(declaration, YEARS(36), 'ethnicity', { Black: [20, 30], White: [94, 400] }),
    ].map((cell) => (cell.group === 'Black' ? withholdCell(cell, 'hidden') : cell));
    const { sentences, cases } = summarise(disclosed);
    expect(sentences).toEqual([
      'Comparisons by ethnicity cannot be shown without telling of a few children.',
    ]);
    expect(cases).toBe(0);
  });
});

describe('a second population', () => {
  it('stands after what is said, for the groups that are told of', () => {
    const { sentences } = summarise(addSecond(withSex('higher', 'no clear change'), 'Black'));
    expect(sentences.at(-1)).toBe('On a second population, Plan (2022): Black 1.20 (0.50–2.60).');
    expect(sentences.filter((each) => each.includes('second population'))).toHaveLength(1);
  });

  it('stands for groups whose cases are to be reviewed, though nothing is told of them', () => {
    const { sentences } = summarise(addSecond(plain(0, 'too few to tell').disclosed, 'Black'));
    expect(sentences.at(-1)).toContain('Black 1.20 (0.50–2.60)');
  });

  it('is left out for a group that is neither told of nor to be reviewed', () => {
    const { sentences } = summarise(addSecond(plain(0, 'too few to tell').disclosed, 'Mixed'));
    expect(sentences.join(' ')).not.toContain('second population');
  });

  it('is said in Welsh', () => {
    const { sentences } = summarise(addSecond(withSex('higher', 'lower'), 'Black'), 'cy');
    expect(sentences.at(-1)).toMatch(
      /^Ar ail boblogaeth, Plan \(2022\): Du 1\.20 \(0\.50–2\.60\)\.$/,
    );
  });
});

// The relative rates of every decision → one sentence or more for each, ethnicity first, and how many cases to review.
import { findReferenceGroup, isUnknownGroup } from '../domain/reference.js';
import { writeCount } from './numbers.js';
import {
  isAboveReference,
  isEthnicity,
  listComparisons,
  selectClear,
  selectPossible,
  type Comparison,
} from './relative-comparisons.js';
import { findRelativeFacts } from './relative-facts.js';
import {
  findCell,
  listComparedGroups,
  listGroupKeys,
  readStage,
  type DecisionResults,
  type GroupKey,
  type Stage,
} from './relative-stages.js';
import {
  nameYears,
  writeBothCounts,
  writeDifference,
  writeLimits,
  writeRate,
} from './relative-words.js';
import { readShown } from './results.js';
import { writeSecondGroupNotes } from './second-populations.js';
import type { FigureWords } from './words.js';

/** What is said first of a decision. */
interface LeadingSentence {
  readonly sentence: string;
  readonly isByEthnicity: boolean;
  /** Of a clear difference, not of one to watch. */
  readonly isClear: boolean;
}

/** What a board acts on at one decision. */
export interface DecisionSummary {
  readonly measure: string;
  readonly title: string;
  /** The years counted. */
  readonly years: string;
  /**
   * One sentence a finding, ethnicity first, then sex, then the rest; one that says so where there is none. After them, for
   * the groups that they or `groups` name, the rates on a second population where one is held.
   */
  readonly sentences: readonly string[];
  /** The first of them that tells of a difference by ethnicity, or else of a rate above parity; null if none does. */
  readonly leading: LeadingSentence | null;
  /** Whether the number of any ethnic group is hidden. */
  readonly isHidden: boolean;
  /** How many children’s cases to review, and of which ethnic groups; 0 where there are none or any number is hidden. */
  readonly cases: number;
  readonly groups: string;
}

/** What is said of every decision, in the order in which they are taken, and every comparison that says something. */
export interface DecisionSummaries {
  readonly decisions: readonly DecisionSummary[];
  readonly telling: readonly Comparison[];
}

/** Reads only disclosed results. `decisions` are in the order in which they are taken. */
export function summariseDecisions(
  decisions: readonly DecisionResults[],
  words: FigureWords,
): DecisionSummaries {
  const stages = decisions.map(readStage);
  const tested = listComparisons(stages, listComparedGroups(stages));
  const telling = [...selectClear(tested), ...selectPossible(tested)];
  const ordered = [...telling.filter(isEthnicity), ...telling.filter((each) => !isEthnicity(each))];
  return {
    decisions: stages.map((stage) => summariseStage(stage, tested, ordered, words)),
    telling: ordered,
  };
}

function summariseStage(
  stage: Stage,
  tested: readonly Comparison[],
  telling: readonly Comparison[],
  words: FigureWords,
): DecisionSummary {
  const own = telling.filter((each) => each.stage === stage);
  const said = own.map((each) => writeFlag(each, words));
  const hasEthnicity = own.some(isEthnicity);
  const cases = listCases(stage, tested);
  return {
    measure: stage.declaration.id,
    title: stage.declaration.title[words.language],
    years: nameYears(stage, words),
    sentences: [
      ...(hasEthnicity ? [] : [writeNoFlag(stage, tested, words)]),
      ...said,
      ...writeSecondGroupNotes(stage, listNamed(own, cases), words),
    ],
    leading: chooseLeading(own, words),
    isHidden: hasHiddenGroup(stage),
    cases: cases.reduce((sum, { count }) => sum + count, 0),
    groups: cases
      .map(({ group, count }) =>
        words.say('act.case', { group: words.group('ethnicity', group), count: writeCount(count) }),
      )
      .join(', '),
  };
}

/** The groups that sentences name, then those with cases to review, each once. */
function listNamed(
  compared: readonly Comparison[],
  cases: ReturnType<typeof listCases>,
): GroupKey[] {
  const isTold = (group: string): boolean =>
    compared.some(({ key }) => key.breakdown === 'ethnicity' && key.group === group);
  return [
    ...compared.map(({ key }) => key),
    ...cases.flatMap(({ group }) => (isTold(group) ? [] : [{ breakdown: 'ethnicity', group }])),
  ];
}

/** `Mixed (6 children), 2.4 to 4.0 more than at the same rate as White. That is 2.14 times as often (95% interval 1.10–3.82).` */
function writeFlag({ stage, key, cell }: Comparison, words: FigureWords): string {
  const manner = cell.verdict === 'possible' ? 'watch' : 'clear';
  if (cell.value === null)
    return words.say(`act.${manner}.none`, writeBothCounts({ stage, key, cell }, words));
  const { breakdown, group } = key;
  const excess = findRelativeFacts(stage, key)?.excess ?? null;
  const way = isAboveReference(cell) ? 'more' : 'fewer';
  const limits = typeof excess?.upper === 'number' ? 'between' : 'about';
  return words.say(`act.${manner}.${limits}.${way}`, {
    group: words.group(breakdown, group),
    children: words.amount('children', cell.numerator ?? 0),
    reference: words.group(breakdown, findReferenceGroup(stage.declaration, breakdown)),
    value: writeRate(cell, words),
    interval: writeLimits(cell),
    ...writeDifference(excess, words),
  });
}

/** A lower rate of another kind of group, as of girls, is on the page: no main point is made of it. */
function chooseLeading(
  compared: readonly Comparison[],
  words: FigureWords,
): DecisionSummary['leading'] {
  const first = compared.find(isEthnicity) ?? compared.find(({ cell }) => isAboveReference(cell));
  if (first === undefined) return null;
  return {
    sentence: writeFlag(first, words),
    isByEthnicity: isEthnicity(first),
    isClear: first.cell.verdict !== 'possible',
  };
}

function writeNoFlag(stage: Stage, tested: readonly Comparison[], words: FigureWords): string {
  const total = readShown(stage.total);
  if (!stage.window) return words.say('act.none.no_data');
  const own = tested.filter((each) => each.stage === stage && isEthnicity(each));
  if (own.length === 0)
    return words.say(hasHidden(stage) ? 'act.none.hidden' : 'act.none.untested');
  const few = own.every(({ cell }) => cell.verdict === 'too few to tell');
  return words.say(few ? 'act.none.few' : 'act.none.even', {
    children: words.amount('children', total?.numerator ?? 0),
  });
}

function hasHidden({ disclosed, window }: Stage): boolean {
  return disclosed.some((cell) => cell.status === 'hidden' && cell.window.id === window?.id);
}

/**
 * The children of ethnic groups above the comparison group whose rate is clear, to be watched, or too small to judge. Groups
 * of one breakdown do not overlap, so their children can be added up. None where a number of the breakdown is hidden.
 */
function listCases(
  stage: Stage,
  tested: readonly Comparison[],
): { readonly group: string; readonly count: number }[] {
  if (hasHiddenGroup(stage)) return [];
  return tested
    .filter((each) => each.stage === stage && each.key.breakdown === 'ethnicity')
    .filter(({ cell }) => isAboveReference(cell) && cell.verdict !== 'no clear change')
    .flatMap(({ key, cell }) =>
      cell.numerator ? [{ group: key.group, count: cell.numerator }] : [],
    );
}

function hasHiddenGroup(stage: Stage): boolean {
  return listGroupKeys([stage])
    .filter(({ breakdown, group }) => breakdown === 'ethnicity' && !isUnknownGroup(group))
    .some((key) => findCell(stage, key)?.status === 'hidden');
}

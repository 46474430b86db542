// The relative rates of every decision → one figure: what is clear, what is too small to tell, the matrix and the table.
import type { Plotter } from './draw.js';
import type { Chart, Figure, FigureTable } from './figure.js';
import { writeCount } from './numbers.js';
import { findRelativeFacts } from './relative-facts.js';
import { chartMatrix } from './relative-matrix.js';
import { tabulateStages } from './relative-stage-table.js';
import {
  findCell,
  listComparedGroups,
  isCrossed,
  readStage,
  findUnknownCell,
  type DecisionResults,
  type GroupKey,
  type Stage,
} from './relative-stages.js';
import {
  nameYears,
  writeDifference,
  writeLimits,
  writeRate,
  writeRateAndLimits,
} from './relative-words.js';
import { readShown, readValue, type ShownResult } from './results.js';
import type { FigureWords } from './words.js';
import { findReferenceGroup } from '../domain/reference.js';

/** A group compared with its reference group at one decision, with a verdict. */
interface Comparison {
  readonly stage: Stage;
  readonly key: GroupKey;
  readonly cell: ShownResult;
}

/**
 * Builds the page that compares decisions. `decisions` are in the order in which they are taken. Reads only disclosed
 * results, so a suppressed group is in no chart, sentence or sum.
 */
export async function buildDecisionsFigure(
  decisions: readonly DecisionResults[],
  words: FigureWords,
  plotter: Plotter,
): Promise<Figure> {
  const stages = decisions.map(readStage);
  const groups = listComparedGroups(stages);
  const tested = listComparisons(stages, groups);
  const request = chartMatrix(stages, groups, words, plotter, writeAlt(stages, groups, words));
  const charts: Chart[] = request
    ? [
        {
          id: 'decisions',
          caption: words.say('decisions.chart'),
          alt: request.alt,
          svg: await plotter.draw(request),
          width: 'full',
        },
      ]
    : [];
  return {
    id: decisions.find(isPage)?.declaration.id ?? 'decisions',
    title: writeDecisionsTitle(tested, stages, words),
    sentence: writeSentences(tested, stages, words).join(' '),
    points: writePoints(tested, words),
    notes: writePageNotes(stages, charts.length > 0, words),
    charts,
    tables: [tabulateStages(stages, words)].filter((table): table is FigureTable => table !== null),
  };
}

function isPage({ declaration }: DecisionResults): boolean {
  return declaration.chart === 'decisions';
}

function listComparisons(stages: readonly Stage[], groups: readonly GroupKey[]): Comparison[] {
  return groups.flatMap((key) =>
    stages.flatMap((stage) => {
      const cell = readShown(findCell(stage, key));
      return cell?.verdict ? [{ stage, key, cell }] : [];
    }),
  );
}

/** Clear differences; higher rates first, because the board has to act on those. */
function selectClear(tested: readonly Comparison[]): Comparison[] {
  return ['higher', 'lower'].flatMap((way) => tested.filter(({ cell }) => cell.verdict === way));
}

/** Comparisons whose own interval excludes parity, but which are not clear after adjusting for multiple comparisons. */
function selectClearUnadjusted(tested: readonly Comparison[]): Comparison[] {
  const clear = selectClear(tested);
  return tested.filter((each) => {
    const { lower, upper } = each.cell;
    return !clear.includes(each) && ((lower ?? 0) > 1 || (upper !== null && upper < 1));
  });
}

function selectFew(tested: readonly Comparison[]): Comparison[] {
  return tested.filter(
    ({ cell, key }) =>
      cell.verdict === 'too few to tell' && (cell.value ?? 0) > 1 && !isCrossed(key),
  );
}

function writeDecisionsTitle(
  tested: readonly Comparison[],
  stages: readonly Stage[],
  words: FigureWords,
): string {
  const title = words.say('decisions.title.plain');
  const clear = selectClear(tested);
  if (clear.length > 0) {
    const said = (['higher', 'lower'] as const).flatMap((way) => {
      const groups = clear.filter(({ cell }) => cell.verdict === way);
      return groups.length === 0
        ? []
        : [words.say(`decisions.title.${way}`, { groups: joinGroupNames(groups, words) })];
    });
    return words.say('decisions.title.clear', { title, said: said.join('; ') });
  }
  if (tested.length === 0) {
    const hasHidden = stages.some(({ disclosed }) =>
      disclosed.some(({ status }) => status === 'hidden'),
    );
    return words.say(`title.${hasHidden ? 'hidden' : 'none'}`, { title });
  }
  return words.say(`title.${selectFew(tested).length > 0 ? 'groups_few' : 'groups_none'}`, {
    title,
  });
}

function writeSentences(
  tested: readonly Comparison[],
  stages: readonly Stage[],
  words: FigureWords,
): string[] {
  const none = tested.length > 0 && selectClear(tested).length === 0;
  return [
    words.say('decisions.family', { comparisons: words.amount('comparisons', tested.length) }),
    ...(none ? [words.say('decisions.none')] : []),
    ...writeUnknownSentence(stages, words),
  ];
}

/** One point for each clear difference, one for those clear only without the adjustment, and one for cases to review. */
function writePoints(tested: readonly Comparison[], words: FigureWords): string[] {
  const few = selectFew(tested);
  const unadjusted = selectClearUnadjusted(tested);
  return [
    ...selectClear(tested).map((each) => writeClearSentence(each, words)),
    ...(unadjusted.length > 0
      ? [words.say('decisions.alone', { cases: writeCases(unadjusted, words, writeRateAndLimits) })]
      : []),
    ...(few.length > 0 ? [words.say('decisions.few', { cases: writeCases(few, words) })] : []),
  ];
}

function writeClearSentence({ stage, key, cell }: Comparison, words: FigureWords): string {
  const { breakdown, group } = key;
  return words.say(`decisions.clear.${cell.verdict ?? 'higher'}`, {
    group: words.group(breakdown, group),
    decision: stage.declaration.title[words.language],
    value: writeRate(cell, words),
    interval: writeLimits(cell),
    reference: words.group(breakdown, findReferenceGroup(stage.declaration, breakdown)),
    ...writeDifference(findRelativeFacts(stage, key)?.excess ?? null, words),
  });
}

/** How many children of the first decision have no known ethnicity: it limits what the other numbers can show. */
function writeUnknownSentence([first]: readonly Stage[], words: FigureWords): string[] {
  const total = readShown(first?.total);
  const unknown = first && findUnknownCell(first, { breakdown: 'ethnicity', group: '' });
  if (!unknown?.numerator || !total?.numerator) return [];
  return [
    words.say('sentence.relative.unknown', {
      numerator: writeCount(unknown.numerator),
      amount: words.amount('children', total.numerator),
    }),
  ];
}

function writePageNotes(stages: readonly Stage[], drawn: boolean, words: FigureWords): string[] {
  const cells = stages.flatMap(({ disclosed }) => disclosed);
  const sources = cells.flatMap((cell) =>
    readShown(cell)?.source ? [readShown(cell)?.source ?? ''] : [],
  );
  const followedUp = stages.find(({ declaration }) => declaration.window.follow_up !== undefined);
  return [
    ...(drawn ? [] : [words.say('note.not_drawn')]),
    words.say('decisions.note.pools'),
    words.say('decisions.note.family'),
    ...(followedUp
      ? [words.say('decisions.note.followed', { years: nameYears(followedUp, words) })]
      : []),
    ...(cells.some(({ status }) => status === 'hidden') ? [words.say('note.hidden')] : []),
    ...(sources.length > 0
      ? [words.say('note.population', { sources: [...new Set(sources)].join('; ') })]
      : []),
  ];
}

/** The alternative text of the matrix: each decision with each group's relative rate. */
function writeAlt(
  stages: readonly Stage[],
  groups: readonly GroupKey[],
  words: FigureWords,
): string {
  const stageTexts = stages.map((stage) =>
    words.say('decisions.alt.stage', {
      title: stage.declaration.title[words.language],
      groups: groups
        .map((key) => ({ key, cell: findCell(stage, key) }))
        .filter(({ cell }) => readValue(cell) !== null || cell?.status === 'hidden')
        .map(
          ({ key, cell }) =>
            `${words.group(key.breakdown, key.group)} ${writeRateAndLimits(cell, words)}`,
        )
        .join(', '),
    }),
  );
  return [words.say('decisions.alt.matrix'), ...stageTexts].join(' ');
}

/** Lists each group with its decisions, `Mixed (Custody, of those sentenced)`, each with its detail if any. */
function writeCases(
  tested: readonly Comparison[],
  words: FigureWords,
  writeDetail: (cell: ShownResult, words: FigureWords) => string = () => '',
): string {
  const names = [...new Set(tested.map(({ key }) => words.group(key.breakdown, key.group)))];
  return names
    .map((name) => {
      const decisions = tested
        .filter(({ key }) => words.group(key.breakdown, key.group) === name)
        .map(({ stage, cell }) =>
          `${stage.declaration.title[words.language]} ${writeDetail(cell, words)}`.trim(),
        );
      return words.say('decisions.case', { name, decisions: decisions.join('; ') });
    })
    .join(', ');
}

/** Lists each group once, even if it appears at several decisions. */
function joinGroupNames(tested: readonly Comparison[], words: FigureWords): string {
  const names = tested.map(({ key }) => words.group(key.breakdown, key.group));
  return [...new Set(names)].join(', ');
}

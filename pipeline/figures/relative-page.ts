// The relative rates of every decision → one figure: what is clear, what is too small to tell, the matrix and the table.
import type { Plotter } from './draw.js';
import type { Chart, Figure, FigureTable } from './figure.js';
import { writeCount } from './numbers.js';
import { findRelativeFacts } from './relative-facts.js';
import { explainGroups } from './missing-notes.js';
import { writeMatrixAlt } from './relative-matrix-alt.js';
import { chartMatrix } from './relative-matrix.js';
import { tabulateStages } from './relative-stage-table.js';
import {
  countComparisons,
  isEthnicity,
  listComparisons,
  selectClear,
  selectFew,
  selectPossible,
  selectTellingGroups,
  type Comparison,
} from './relative-comparisons.js';
import {
  findCell,
  listComparedGroups,
  readStage,
  findUnknownCell,
  type DecisionResults,
  type Stage,
} from './relative-stages.js';
import {
  joinGroupNames,
  nameYears,
  writeDifference,
  writeBothCounts,
  writeLimits,
  writeRate,
  writeRateOrCount,
} from './relative-words.js';
import { readShown, type ShownResult } from './results.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { writeSecondStageNotes } from './second-populations.js';
import type { FigureWords } from './words.js';
import { findReferenceGroup } from '../domain/reference.js';

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
  const tested = listComparisons(stages, listComparedGroups(stages));
  const telling = selectTellingGroups(tested, listComparedGroups(stages));
  const request = chartMatrix(
    stages,
    telling,
    words,
    plotter,
    writeMatrixAlt(stages, telling, words),
  );
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

function writeDecisionsTitle(
  tested: readonly Comparison[],
  stages: readonly Stage[],
  words: FigureWords,
): string {
  const title = words.say('decisions.title.plain');
  const clear = selectClear(tested);
  const watched = selectPossible(tested).filter(isEthnicity);
  if (clear.length + watched.length > 0) {
    const said = (['higher', 'possible', 'lower'] as const).flatMap((way) => {
      const groups = [...clear, ...watched].filter(({ cell }) => cell.verdict === way);
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
    writeFamilySentence(stages, words),
    ...(none ? [words.say('decisions.none')] : []),
    ...writeUnknownSentence(stages, words),
  ];
}

/** How many comparisons are made, in all and in each family; where any is hidden, how many are shown. */
function writeFamilySentence(stages: readonly Stage[], words: FigureWords): string {
  const made = countComparisons(stages);
  const hidesSome = stages.some(({ disclosed }) =>
    disclosed.some(({ status }) => status === 'hidden'),
  );
  return words.say(hidesSome ? 'decisions.family_shown' : 'decisions.family', {
    comparisons: words.amount('comparisons', made.ethnicity + made.sex + made.rest),
    ethnicity: writeCount(made.ethnicity),
    sex: writeCount(made.sex),
    rest: writeCount(made.rest),
  });
}

/** One point for each clear difference, one for those to watch, and one for cases to review. */
function writePoints(tested: readonly Comparison[], words: FigureWords): string[] {
  const few = selectFew(tested);
  const watched = selectPossible(tested);
  return [
    ...selectClear(tested).map((each) => writeClearSentence(each, words)),
    ...(watched.length > 0
      ? [words.say('decisions.alone', { cases: writeCases(watched, words, writeRateOrCount) })]
      : []),
    ...(few.length > 0 ? [words.say('decisions.few', { cases: writeCases(few, words) })] : []),
  ];
}

function writeClearSentence({ stage, key, cell }: Comparison, words: FigureWords): string {
  const { breakdown, group } = key;
  if (cell.value === null) {
    const decision = stage.declaration.title[words.language];
    return words.say('decisions.clear_none', {
      decision,
      ...writeBothCounts({ stage, key, cell }, words),
    });
  }
  const excess = findRelativeFacts(stage, key)?.excess ?? null;
  const rule = typeof excess?.upper === 'number' ? 'clear' : 'clear_few';
  return words.say(`decisions.${rule}.${cell.verdict ?? 'higher'}`, {
    group: words.group(breakdown, group),
    decision: stage.declaration.title[words.language],
    value: writeRate(cell, words),
    interval: writeLimits(cell),
    reference: words.group(breakdown, findReferenceGroup(stage.declaration, breakdown)),
    ...writeDifference(excess, words),
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
    ...explainGroups(listPageCells(stages), words),
    ...(cells.some(({ status }) => status === 'hidden') ? [words.say('note.hidden')] : []),
    ...(sources.length > 0
      ? [words.say('note.population', { sources: [...new Set(sources)].join('; ') })]
      : []),
    ...writeSecondStageNotes(stages, words),
  ];
}

/** Every cell of the groups that the page compares, and of those they are set against. */
function listPageCells(stages: readonly Stage[]): DisclosedCell[] {
  const groups = listComparedGroups(stages);
  return stages.flatMap((stage) =>
    groups.map((key) => findCell(stage, key)).filter((cell) => cell !== null),
  );
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

// The relative rates of every decision → one figure: what is clear, what is too few to tell, the matrix and the table.
import type { Drawing } from './draw.js';
import type { Chart, Figure, Table } from './figure.js';
import { writeCount } from './numbers.js';
import { factsAt } from './relative-facts.js';
import { matrixChart } from './relative-matrix.js';
import { stageTable } from './relative-stage-table.js';
import {
  cellAt,
  comparedIn,
  isCrossed,
  stageOf,
  unknownAt,
  type Decision,
  type Named,
  type Stage,
} from './relative-stages.js';
import {
  nameYears,
  writeApart,
  writeLimits,
  writeRate,
  writeRateAndLimits,
} from './relative-words.js';
import { known, valueOf, type Known } from './results.js';
import type { FigureWords } from './words.js';
import { referenceOf } from '../domain/reference.js';

/** A comparison with a verdict. */
interface Judged {
  readonly stage: Stage;
  readonly named: Named;
  readonly cell: Known;
}

/**
 * Builds the page that sets decisions side by side. `decisions` come in the order they are taken; only disclosed results
 * are read, so a hidden group is in no chart, sentence or sum.
 */
export async function buildDecisions(
  decisions: readonly Decision[],
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  const stages = decisions.map(stageOf);
  const groups = comparedIn(stages);
  const judged = judgedIn(stages, groups);
  const request = matrixChart(stages, groups, words, drawing, altOf(stages, groups, words));
  const charts: Chart[] = request
    ? [
        {
          id: 'decisions',
          caption: words.say('decisions.chart'),
          alt: request.alt,
          svg: await drawing.draw(request),
          width: 'full',
        },
      ]
    : [];
  return {
    id: decisions.find(isPage)?.declaration.id ?? 'decisions',
    title: titleOf(judged, stages, words),
    sentence: sentencesOf(judged, stages, words).join(' '),
    points: pointsOf(judged, words),
    notes: notesOf(stages, charts.length > 0, words),
    charts,
    tables: [stageTable(stages, words)].filter((table): table is Table => table !== null),
  };
}

function isPage({ declaration }: Decision): boolean {
  return declaration.chart === 'decisions';
}

function judgedIn(stages: readonly Stage[], groups: readonly Named[]): Judged[] {
  return groups.flatMap((named) =>
    stages.flatMap((stage) => {
      const cell = known(cellAt(stage, named));
      return cell?.verdict ? [{ stage, named, cell }] : [];
    }),
  );
}

/** Those more often than the group they are set against first: they are what the board has to act on. */
function clearOf(judged: readonly Judged[]): Judged[] {
  return ['higher', 'lower'].flatMap((way) => judged.filter(({ cell }) => cell.verdict === way));
}

/** Whose own interval leaves the same rate out, though the family of comparisons does not let it be called clear. */
function aloneOf(judged: readonly Judged[]): Judged[] {
  const clear = clearOf(judged);
  return judged.filter((each) => {
    const { lower, upper } = each.cell;
    return !clear.includes(each) && ((lower ?? 0) > 1 || (upper !== null && upper < 1));
  });
}

function fewOf(judged: readonly Judged[]): Judged[] {
  return judged.filter(
    ({ cell, named }) =>
      cell.verdict === 'too few to tell' && (cell.value ?? 0) > 1 && !isCrossed(named),
  );
}

function titleOf(judged: readonly Judged[], stages: readonly Stage[], words: FigureWords): string {
  const title = words.say('decisions.title.plain');
  const clear = clearOf(judged);
  if (clear.length > 0) {
    const said = (['higher', 'lower'] as const).flatMap((way) => {
      const groups = clear.filter(({ cell }) => cell.verdict === way);
      return groups.length === 0
        ? []
        : [words.say(`decisions.title.${way}`, { groups: namesOf(groups, words) })];
    });
    return words.say('decisions.title.clear', { title, said: said.join('; ') });
  }
  if (judged.length === 0) {
    const hides = stages.some(({ disclosed }) =>
      disclosed.some(({ status }) => status === 'hidden'),
    );
    return words.say(`title.${hides ? 'hidden' : 'none'}`, { title });
  }
  return words.say(`title.${fewOf(judged).length > 0 ? 'groups_few' : 'groups_none'}`, { title });
}

function sentencesOf(
  judged: readonly Judged[],
  stages: readonly Stage[],
  words: FigureWords,
): string[] {
  const none = judged.length > 0 && clearOf(judged).length === 0;
  return [
    words.say('decisions.family', { comparisons: words.amount('comparisons', judged.length) }),
    ...(none ? [words.say('decisions.none')] : []),
    ...unknownSentence(stages, words),
  ];
}

/** What is clear, each by itself; what would be, were it looked at alone; and whose cases are to be reviewed. */
function pointsOf(judged: readonly Judged[], words: FigureWords): string[] {
  const few = fewOf(judged);
  const alone = aloneOf(judged);
  return [
    ...clearOf(judged).map((each) => clearSentence(each, words)),
    ...(alone.length > 0
      ? [words.say('decisions.alone', { cases: casesOf(alone, words, writeRateAndLimits) })]
      : []),
    ...(few.length > 0 ? [words.say('decisions.few', { cases: casesOf(few, words) })] : []),
  ];
}

function clearSentence({ stage, named, cell }: Judged, words: FigureWords): string {
  const { breakdown, group } = named;
  return words.say(`decisions.clear.${cell.verdict ?? 'higher'}`, {
    group: words.group(breakdown, group),
    decision: stage.declaration.title[words.language],
    value: writeRate(cell, words),
    interval: writeLimits(cell),
    reference: words.group(breakdown, referenceOf(stage.declaration, breakdown)),
    ...writeApart(factsAt(stage, named)?.above ?? null, words),
  });
}

/** Of the first decision: whose ethnicity is not known bounds what can be said of the rest. */
function unknownSentence([first]: readonly Stage[], words: FigureWords): string[] {
  const total = known(first?.total);
  const unknown = first && unknownAt(first, { breakdown: 'ethnicity', group: '' });
  if (!unknown?.numerator || !total?.numerator) return [];
  return [
    words.say('sentence.relative.unknown', {
      numerator: writeCount(unknown.numerator),
      amount: words.amount('children', total.numerator),
    }),
  ];
}

function notesOf(stages: readonly Stage[], drawn: boolean, words: FigureWords): string[] {
  const cells = stages.flatMap(({ disclosed }) => disclosed);
  const sources = cells.flatMap((cell) => (known(cell)?.source ? [known(cell)?.source ?? ''] : []));
  const followed = stages.find(({ declaration }) => declaration.window.follow_up !== undefined);
  return [
    ...(drawn ? [] : [words.say('note.not_drawn')]),
    words.say('decisions.note.pools'),
    words.say('decisions.note.family'),
    ...(followed
      ? [words.say('decisions.note.followed', { years: nameYears(followed, words) })]
      : []),
    ...(cells.some(({ status }) => status === 'hidden') ? [words.say('note.hidden')] : []),
    ...(sources.length > 0
      ? [words.say('note.population', { sources: [...new Set(sources)].join('; ') })]
      : []),
  ];
}

/** Each decision, and each group's relative rate at it. */
function altOf(stages: readonly Stage[], groups: readonly Named[], words: FigureWords): string {
  const said = stages.map((stage) =>
    words.say('decisions.alt.stage', {
      title: stage.declaration.title[words.language],
      groups: groups
        .map((named) => ({ named, cell: cellAt(stage, named) }))
        .filter(({ cell }) => valueOf(cell) !== null || cell?.status === 'hidden')
        .map(
          ({ named, cell }) =>
            `${words.group(named.breakdown, named.group)} ${writeRateAndLimits(cell, words)}`,
        )
        .join(', '),
    }),
  );
  return [words.say('decisions.alt.matrix'), ...said].join(' ');
}

/** Each group with its decisions: `Mixed (Custody, of those sentenced)`, and what is told of each where something is. */
function casesOf(
  judged: readonly Judged[],
  words: FigureWords,
  tell: (cell: Known, words: FigureWords) => string = () => '',
): string {
  const names = [...new Set(judged.map(({ named }) => words.group(named.breakdown, named.group)))];
  return names
    .map((name) => {
      const decisions = judged
        .filter(({ named }) => words.group(named.breakdown, named.group) === name)
        .map(({ stage, cell }) =>
          `${stage.declaration.title[words.language]} ${tell(cell, words)}`.trim(),
        );
      return words.say('decisions.case', { name, decisions: decisions.join('; ') });
    })
    .join(', ');
}

/** Each group once, however many decisions it is spoken of at. */
function namesOf(judged: readonly Judged[], words: FigureWords): string {
  const names = judged.map(({ named }) => words.group(named.breakdown, named.group));
  return [...new Set(names)].join(', ');
}

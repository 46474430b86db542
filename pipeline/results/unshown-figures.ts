// Published figures that stand beside none of ours → lines for the board's data-quality page, and notes for the officer.
import type { Problem } from '../domain/problem.js';
import type { Measure } from '../measures/count.js';
import type { UnshownFigures } from '../pack/input.js';
import type { UnshownFigure, UnshownReason } from '../statistics/place-published.js';

/** One line for each measure and reason, in the order the figures came. */
export function groupUnshownFigures(
  unshown: readonly UnshownFigure[],
  measures: readonly Measure[],
): UnshownFigures[] {
  const titles = new Map(measures.map(({ declaration: { id, title } }) => [id, title] as const));
  return groupByReason(unshown).map(([{ figure, reason }, figures]) => ({
    measure: titles.get(figure.measure) ?? figure.measure,
    areas: listAreas(figures),
    number: figures.length,
    reason,
  }));
}

/** A note for each measure and reason, with what to do. The figures are published, so their names may be printed. */
export function noteUnshownFigures(unshown: readonly UnshownFigure[]): Problem[] {
  return groupByReason(unshown).map(([{ figure, reason }, figures]) => ({
    kind: 'note',
    code: 'published-not-shown',
    file: 'published',
    what: `${figures.length} published ${figures.length === 1 ? 'figure' : 'figures'} of ${figure.measure} (${listAreas(figures).join(', ')}) shown nowhere: ${WHY[reason]}`,
    fix: FIX[reason],
  }));
}

const WHY: Readonly<Record<UnshownReason, string>> = {
  'no-measure': 'there is no measure of that name',
  'no-page': 'the measure is one line of a table, with no room for them',
  'no-figure': 'there is no figure of ours beside them',
  'no-comparator': 'the measure does not declare such an area among its comparators',
  'no-group': 'the measure has no group of that name',
  'other-length': 'they cover another length of time than ours',
  'other-unit': 'they are in another unit than ours',
  'only-a-count': 'they are only numbers, and the number of another area says nothing about ours',
};

const FIX: Readonly<Record<UnshownReason, string>> = {
  'no-measure': 'Correct the name: queries/measures/README.md lists them.',
  'no-page': 'Nothing, or leave them out of the file.',
  'no-figure': 'Nothing, until the measure has a figure.',
  'no-comparator':
    'Add the kind of area to comparators in its measure.yaml if the two are counted alike.',
  'no-group': 'Write the group as figures.csv has it, or all.',
  'other-length': 'Give the figure of a window as long as that of the measure.',
  'other-unit': 'Give the figure in the unit of the measure.',
  'only-a-count': 'Give the rate, with its unit.',
};

function groupByReason(
  unshown: readonly UnshownFigure[],
): (readonly [UnshownFigure, readonly UnshownFigure[]])[] {
  const groups = new Map<string, [UnshownFigure, ...UnshownFigure[]]>();
  for (const each of unshown) {
    const key = JSON.stringify([each.figure.measure, each.reason]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => [group[0], group] as const);
}

function listAreas(figures: readonly UnshownFigure[]): string[] {
  return [...new Set(figures.map(({ figure }) => figure.areaName))];
}

// Published figures that stand beside none of ours → lines for the board's data-quality page, and notes for the officer.
import type { Problem } from '../domain/problem.js';
import type { Measure } from '../measures/count.js';
import type { UnshownFigures } from '../pack/input.js';
import type { UnshownFigure } from '../statistics/place-published.js';

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
    variant: reason,
    facts: { figures: figures.length, measure: figure.measure, areas: listAreas(figures) },
  }));
}

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

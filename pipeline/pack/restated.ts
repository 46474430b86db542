// Figures revised since the last pack → the page that lists them, with reasons.
import type { TableRow, FigureTable } from '../figures/figure.js';
import { formatCount, formatDay, formatShortDay } from './dates.js';
import { viewTable } from './figure-view.js';
import type { FigureCounts, PackInput, RevisedFigures, RevisedMeasure } from './input.js';
import type { Say } from './phrases.js';

/** Lays out what was revised, what was republished unchanged, and what is hidden now. */
export function viewRestated({ revisions: restated, language }: PackInput, say: Say): object {
  if (restated === null) return { intro: say('restated.first') };
  const { previous: last, measures, republished: kept, hidden } = restated;
  const values = { quarter: last.quarter.label, day: formatDay(last.asAt, language) };
  const joinTitles = (measures: RevisedFigures['republished']): string =>
    measures.map((each) => each[language]).join('; ');
  const count = measures.length + kept.length + hidden.length;
  return {
    intro: say(count === 0 ? 'restated.none' : 'restated.since', values),
    table: measures.length > 0 ? viewTable(tabulateRevisions(measures, language, say), say) : null,
    kept: kept.length > 0 ? say('restated.kept', { measures: joinTitles(kept) }) : null,
    hidden: hidden.length > 0 ? say('restated.hidden', { measures: joinTitles(hidden) }) : null,
  };
}

function tabulateRevisions(
  measures: readonly RevisedMeasure[],
  language: PackInput['language'],
  say: Say,
): FigureTable {
  const heads = ['measure', 'window', 'then', 'now', 'others', 'because'];
  return {
    id: 'restated',
    caption: say('restated.caption'),
    columns: heads.map((head) => ({
      label: say(`restated.${head}`),
      numeric: ['then', 'now', 'others'].includes(head),
    })),
    rows: measures.map((measure) => buildRow(measure, language, say)),
  };
}

function buildRow(
  { title, figure, others, because, decided }: RevisedMeasure,
  language: PackInput['language'],
  say: Say,
): TableRow {
  const formatShort = (day: string): string => formatShortDay(day, language);
  const reasons = because.map(({ title: extract, day }) =>
    say('restated.came', { extract: extract[language], day: formatShort(day) }),
  );
  if (decided !== null) reasons.push(say('restated.decided', { day: formatShort(decided) }));
  return {
    label: title[language],
    cells: [
      figure ? formatShortDay(figure.window.ends, language) : '',
      figure ? writeFigure(figure.then, say) : '',
      figure ? writeFigure(figure.now, say) : '',
      others > 0 ? formatCount(others) : '',
      reasons.length > 0 ? reasons.join('; ') : say('restated.nothing_came'),
    ],
  };
}

function writeFigure({ numerator, denominator }: FigureCounts, say: Say): string {
  if (numerator === null) return '';
  const count = formatCount(numerator);
  return denominator === null
    ? count
    : say('restated.of', { count, all: formatCount(denominator) });
}

// Figures that changed since the last pack → the page that lists them, and says why.
import type { Row, Table } from '../figures/figure.js';
import { writeCount, writeDay, writeShortDay } from './dates.js';
import { viewTable } from './figure-view.js';
import type { Counted, PackInput, RestatedFigures, RestatedMeasure } from './input.js';
import type { Say } from './phrases.js';

/** Lays out what changed, what stands as it was given and what is hidden now. */
export function viewRestated({ restated, language }: PackInput, say: Say): object {
  if (restated === null) return { intro: say('restated.first') };
  const { last, measures, kept, hidden } = restated;
  const packed = { quarter: last.quarter.label, day: writeDay(last.asAt, language) };
  const titles = (of: RestatedFigures['kept']): string =>
    of.map((each) => each[language]).join('; ');
  const count = measures.length + kept.length + hidden.length;
  return {
    intro: say(count === 0 ? 'restated.none' : 'restated.since', packed),
    table: measures.length > 0 ? viewTable(tableOf(measures, language, say), say) : null,
    kept: kept.length > 0 ? say('restated.kept', { measures: titles(kept) }) : null,
    hidden: hidden.length > 0 ? say('restated.hidden', { measures: titles(hidden) }) : null,
  };
}

function tableOf(
  measures: readonly RestatedMeasure[],
  language: PackInput['language'],
  say: Say,
): Table {
  const heads = ['measure', 'window', 'then', 'now', 'others', 'because'];
  return {
    id: 'restated',
    caption: say('restated.caption'),
    columns: heads.map((head) => ({
      label: say(`restated.${head}`),
      numeric: ['then', 'now', 'others'].includes(head),
    })),
    rows: measures.map((measure) => rowOf(measure, language, say)),
  };
}

function rowOf(
  { title, figure, others, because, decided }: RestatedMeasure,
  language: PackInput['language'],
  say: Say,
): Row {
  const short = (day: string): string => writeShortDay(day, language);
  const came = because.map(({ title: extract, day }) =>
    say('restated.came', { extract: extract[language], day: short(day) }),
  );
  if (decided !== null) came.push(say('restated.decided', { day: short(decided) }));
  return {
    label: title[language],
    cells: [
      figure ? writeShortDay(figure.window.ends, language) : '',
      figure ? countOf(figure.then, say) : '',
      figure ? countOf(figure.now, say) : '',
      others > 0 ? writeCount(others) : '',
      came.length > 0 ? came.join('; ') : say('restated.nothing_came'),
    ],
  };
}

function countOf({ numerator, denominator }: Counted, say: Say): string {
  if (numerator === null) return '';
  const count = writeCount(numerator);
  return denominator === null ? count : say('restated.of', { count, all: writeCount(denominator) });
}

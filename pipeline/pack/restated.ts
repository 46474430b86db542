// Figures that packs before gave otherwise → the page that lists them, with reasons.
import type { TableRow, FigureTable } from '../figures/figure.js';
import { formatCount, formatDay, formatShortDay } from './dates.js';
import { viewTable } from './figure-view.js';
import type { ComparedPack, FigureCounts, PackInput, RevisedMeasure } from './input.js';
import type { Say } from './phrases.js';

/** The page of revised figures; `first` where no pack came before. */
interface RestatedView {
  readonly first: string | null;
  readonly packs: readonly object[];
  readonly kept: string | null;
  readonly hidden: string | null;
}

/** Lays out what each pack before gave otherwise, that figures may stand as released, and what is hidden now. */
export function viewRestated({ revisions, language, asAt }: PackInput, say: Say): RestatedView {
  if (revisions === null) {
    const first = say('restated.first', { day: formatDay(asAt, language) });
    return { first, packs: [], kept: null, hidden: null };
  }
  const { standsBelow, hidden } = revisions;
  const titles = hidden.map((each) => each[language]).join('; ');
  return {
    first: null,
    packs: revisions.packs.map((each) => viewPack(each, language, say)),
    kept: standsBelow === null ? null : say('restated.kept', { few: standsBelow }),
    hidden: hidden.length > 0 ? say('restated.hidden', { measures: titles }) : null,
  };
}

function viewPack(
  { quarter, asAt, isSameQuarter, measures }: ComparedPack,
  language: PackInput['language'],
  say: Say,
): object {
  const values = { quarter: quarter.label, day: formatDay(asAt, language) };
  const which = isSameQuarter ? 'same_quarter' : 'last_quarter';
  const found = measures.length === 0 ? 'none' : 'since';
  return {
    intro: say(`restated.${which}.${found}`, values),
    table:
      measures.length > 0
        ? viewTable(tabulateRevisions(`restated-${which}`, measures, language, say), say)
        : null,
  };
}

function tabulateRevisions(
  id: string,
  measures: readonly RevisedMeasure[],
  language: PackInput['language'],
  say: Say,
): FigureTable {
  const heads = ['measure', 'window', 'then', 'now', 'others', 'because'];
  return {
    id,
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

function writeFigure(figure: FigureCounts | null, say: Say): string {
  if (figure === null) return say('restated.not_given');
  const { numerator, denominator } = figure;
  if (numerator === null) return '';
  const count = formatCount(numerator);
  return denominator === null
    ? count
    : say('restated.of', { count, all: formatCount(denominator) });
}

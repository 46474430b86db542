// A sentence on what lies behind a figure (a step, entries, a range) and the rows of figures.csv → what no row bears out.
import { isPrinted, type Row } from './figures-file.js';
import { compare, newestRow, type Parts } from './find-rows.js';
import type { Check } from './hold.js';

/** A lasting step: the means of the quarters from there and until then, of the rows of single quarters. */
export const checkStep: Check = ({ text, measure }, { rows, reading }, current) => {
  const { step, quarterEnd, higherLevel } = reading.behind;
  const parts = step.exec(text)?.groups;
  if (!parts) return null;
  const begins = quarterEnd(parts['quarter'] ?? '');
  const quarters = rows.filter((row) => isHeadline(row, measure) && isQuarter(row));
  const since = average(quarters.filter(({ ends }) => begins !== null && ends >= begins));
  const until = average(quarters.filter(({ ends }) => begins !== null && ends < begins));
  const isBorneOut =
    quarters.some(({ ends }) => ends === begins) &&
    isPrinted(parts['since'] ?? '', since) &&
    isPrinted(parts['until'] ?? '', until) &&
    (since ?? 0) > (until ?? 0) === (parts['way'] === higherLevel);
  return { faults: isBorneOut ? [] : [`${text}: the means are ${until} and ${since}`], current };
};

/** The children behind entries: those of the measure of children in the same window. */
export const checkEntries: Check = ({ text }, { rows, reading }, current) => {
  const parts = reading.behind.entries.exec(text)?.groups;
  if (!parts) return null;
  const children = rows.find(
    (row) =>
      isHeadline(row, 'reoffending_children') &&
      row.starts === current?.starts &&
      row.ends === current.ends,
  );
  return { faults: compare(parts, children ?? null, text), current };
};

/**
 * A range that blank answers leave: one end is the figure itself. The other is counted with the blanks filled, and no
 * finished file has it; tests/measures/unrecorded-answers.test.ts holds how it is counted.
 */
export const checkRange: Check = ({ text }, { rows, reading, titles }, current) => {
  const { range, rangeList, listedRange } = reading.behind;
  const parts = range.exec(text)?.groups;
  if (parts) return { faults: checkEnds(parts, current, text), current };
  if (!rangeList.test(text)) return null;
  const listed = [...text.replace(rangeList, '').matchAll(listedRange)];
  const faults = listed.flatMap(({ groups: each }) => {
    const measure = titles.get(each?.['title']?.trim() ?? '') ?? null;
    return checkEnds(each ?? {}, newestRow(rows, measure, ['all']), text);
  });
  return { faults: listed.length === 0 ? [`${text}: no range`] : faults, current };
};

function checkEnds(parts: Parts, row: Row | null, text: string): string[] {
  const ends = [
    { printed: parts['low'] ?? '', base: parts['lowBase'] },
    { printed: parts['high'] ?? '', base: parts['highBase'] },
  ];
  const [low = NaN, high = NaN] = ends.map(({ printed }) => Number(printed.replace(/[,%]/g, '')));
  return [
    ...(ends.some((end) => isFigure(end, row)) ? [] : [`${text}: neither end is the figure`]),
    ...(low <= high ? [] : [`${text}: the lower end is the higher`]),
  ];
}

function isFigure(
  { printed, base }: { readonly printed: string; readonly base: string | undefined },
  row: Row | null,
): boolean {
  if (!row) return false;
  if (base !== undefined)
    return isPrinted(printed, row.numerator) && isPrinted(base, row.denominator);
  const isValue = row.unit === 'proportion' || row.unit === 'mean';
  return isPrinted(printed, isValue ? row.value : row.numerator);
}

function isHeadline(row: Row, measure: string | null): boolean {
  return row.measure === measure && row.areaKind === 'service' && row.breakdown === 'total';
}

function isQuarter({ starts, ends }: Row): boolean {
  const [from, to] = [new Date(starts), new Date(ends)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth();
  return months - from.getUTCMonth() === 2;
}

function average(quarters: readonly Row[]): number | null {
  if (quarters.length === 0) return null;
  return quarters.reduce((sum, { numerator }) => sum + (numerator ?? NaN), 0) / quarters.length;
}

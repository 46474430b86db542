// How many comparisons a page says it makes, and the rows of figures.csv → what in it no row bears out.
import { isPrinted, type Row } from './figures-file.js';
import type { Check } from './hold.js';

const POOLED_YEARS = 3;

/** Every comparison of the page is a row with a verdict: of each decision, in the window that the page reads it in. */
export const checkComparisons: Check = ({ text }, { rows, reading }, current) => {
  const parts = reading.behind.comparisons.exec(text)?.groups;
  if (!parts) return null;
  const decisions = rows.filter(isDecision);
  const made = [...new Set(decisions.map(({ measure }) => measure))]
    .flatMap((id) => readInOneWindow(decisions.filter(({ measure }) => measure === id)))
    .filter(({ verdict }) => verdict !== '');
  const tally = {
    all: made.length,
    ethnicity: made.filter(({ breakdown }) => breakdown === 'ethnicity').length,
    sex: made.filter(({ breakdown }) => breakdown === 'sex').length,
    rest: made.filter(({ breakdown }) => !['ethnicity', 'sex'].includes(breakdown)).length,
  };
  const faults = Object.entries(tally)
    .filter(([name, count]) => !isPrinted(parts[name] ?? '', count))
    .map(([name, count]) => `${text}: ${name} is ${count}`);
  return { faults, current };
};

export function isDecision({ measure, unit, areaKind }: Row): boolean {
  return (
    measure.startsWith('disproportionality_') && unit === 'relative rate' && areaKind === 'service'
  );
}

/** Three pooled years; where none of their rows has a figure, shown or hidden, the longest window that has. */
export function readInOneWindow(rows: readonly Row[]): readonly Row[] {
  const known = rows.filter(({ status }) => status === 'shown' || status === 'hidden');
  const lengths = [...new Set(known.map(countYears))].sort((one, other) => other - one);
  const years = lengths.includes(POOLED_YEARS) ? POOLED_YEARS : lengths[0];
  return rows.filter((row) => countYears(row) === years);
}

function countYears({ starts, ends }: Row): number {
  const days = (Date.parse(ends) - Date.parse(starts)) / 86_400_000;
  return Math.round(days / 365.25);
}

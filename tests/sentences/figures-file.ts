// figures.csv of a build → its rows, read by this test's own eyes, and the ways a printed number may be one of theirs.
import Papa from 'papaparse';

/** One row, its numbers as numbers; null where the cell is empty. */
export interface Row {
  readonly measure: string;
  readonly starts: string;
  readonly ends: string;
  readonly areaKind: string;
  readonly areaName: string;
  readonly breakdown: string;
  readonly group: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly verdict: string;
  readonly status: string;
}

/** The rows of a file. */
export function readRows(csv: string): Row[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => {
    const number = (name: string): number | null => (row[name] ? Number(row[name]) : null);
    const text = (name: string): string => row[name] ?? '';
    return {
      ...{ measure: text('measure'), starts: text('window_start'), ends: text('window_end') },
      ...{ areaKind: text('area_kind'), areaName: text('area_name') },
      ...{ breakdown: text('breakdown'), group: text('group'), unit: text('unit') },
      ...{ verdict: text('verdict'), status: text('status') },
      ...{ numerator: number('numerator'), denominator: number('denominator') },
      ...{ value: number('value'), lower: number('lower'), upper: number('upper') },
    };
  });
}

/** Whether a number as printed (`1,234`, `186.7`, `25%`) is this one, rounded to the digits that are printed. */
export function isPrinted(printed: string, number: number | null): boolean {
  if (number === null) return false;
  const isShare = printed.endsWith('%');
  const digits = printed.replace(/[,%]/g, '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const exact = isShare ? number * 100 : number;
  return Math.abs(Number(digits) - exact) <= 0.5 * 10 ** -decimals + 1e-9;
}

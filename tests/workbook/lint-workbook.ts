// A finished workbook → what in it is not as the Analysis Function's guidance on accessible spreadsheets asks
// (Government Analysis Function, "Releasing statistics in spreadsheets"), as a second reader than its writer finds it.
import { readXlsx, type Sheet, type Workbook } from 'hucre';
import { MARKS } from '../../pipeline/workbook/table-rows.js';

/** Everything that is wrong with a workbook, a line each; none where it is as it should be. */
export async function lintWorkbook(bytes: Uint8Array): Promise<string[]> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const { properties, defaultFont } = workbook;
  return [
    ...(properties?.title ? [] : ['no document title']),
    ...(properties?.creator ? [] : ['no author']),
    ...((defaultFont?.size ?? 11) >= 12 ? [] : ['text smaller than 12 points']),
    ...((workbook.activeSheet ?? 0) === 0 ? [] : ['does not open at the first sheet']),
    ...findTwice(workbook.sheets.map(({ name }) => name.toLowerCase())).map(
      (name) => `two sheets ${name}`,
    ),
    ...findTwice(listTableNames(workbook)).map((name) => `two tables ${name}`),
    ...workbook.sheets.flatMap((sheet, at) => lintSheet(sheet, at, workbook)),
  ];
}

function lintSheet(sheet: Sheet, at: number, workbook: Workbook): string[] {
  const { name, rows, merges = [], images = [], charts = [], columns = [] } = sheet;
  const found = [
    ...(name.length <= 31 ? [] : ['a name of over 31 letters']),
    ...(sheet.hidden || sheet.veryHidden ? ['hidden'] : []),
    ...(typeof rows[0]?.[0] === 'string' && rows[0][0] !== '' ? [] : ['no title in A1']),
    ...(merges.length === 0 ? [] : ['merged cells']),
    ...(images.length + charts.length === 0 ? [] : ['a picture or a chart']),
    ...(columns.some(({ hidden }) => hidden) ? ['a hidden column'] : []),
    ...([...(sheet.rowDefs?.values() ?? [])].some(({ hidden }) => hidden) ? ['a hidden row'] : []),
    ...([...(sheet.cells?.values() ?? [])].some(({ style }) => style?.fill)
      ? ['a cell marked by colour']
      : []),
    ...(at === 0 ? [] : lintTable(sheet)),
    ...findUnexplainedMarks(sheet, workbook),
  ];
  return found.map((what) => `${name}: ${what}`);
}

function lintTable({ rows, tables = [] }: Sheet): string[] {
  const [table, ...others] = tables;
  if (!table || others.length > 0) return [`${tables.length} tables`];
  const range = /^A(\d+):([A-Z])(\d+)$/.exec(table.range ?? '');
  if (!range) return ['a table that does not begin in column A'];
  const [first, last] = [Number(range[1]), Number(range[3])];
  const width = (range[2] ?? 'A').charCodeAt(0) - 64;
  const headings = (rows[first - 1] ?? []).slice(0, width).map(String);
  const cells = rows.slice(first, last).flatMap((row) => row.slice(0, width));
  return [
    ...(last === rows.length ? [] : ['rows outside the table']),
    ...(headings.length === width ? [] : ['columns without a heading']),
    ...findTwice(headings).map((heading) => `two columns ${heading}`),
    ...(headings.join('|') === table.columns.map((each) => each.name).join('|')
      ? []
      : ['headings that are not those of the table']),
    ...(cells.length === (last - first) * width &&
    cells.every((cell) => cell !== null && cell !== '')
      ? []
      : ['a blank cell in the table']),
  ];
}

/** The marks of a sheet that the sheet of notes, the third, does not explain; and what looks like a mark and is none. */
function findUnexplainedMarks({ rows }: Sheet, { sheets }: Workbook): string[] {
  const explained = new Set((sheets[2]?.rows ?? []).map(([mark]) => String(mark)));
  const known: readonly string[] = Object.values(MARKS);
  const used = new Set(
    rows.flat().filter((cell) => typeof cell === 'string' && /^\[.*\]$/.test(cell)),
  );
  return [...used]
    .filter((mark) => !explained.has(String(mark)) || !known.includes(String(mark)))
    .map((mark) => `a mark that is not explained: ${String(mark)}`);
}

function listTableNames({ sheets }: Workbook): string[] {
  return sheets.flatMap(({ tables = [] }) => tables.map(({ name }) => name));
}

function findTwice(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) < at);
}

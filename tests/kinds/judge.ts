// What must be shown, and a pack → whether it is, and what is shown instead.
import type { Shown } from './input.js';
import { readPage, readRows, readTexts, type PrintedPack, type Row } from './printed.js';

export interface Verdict {
  readonly right: boolean;
  /** What the pack shows there, in a few words. */
  readonly found: string;
}

/** Holds a pack to one thing that it must show. */
export function judge(pack: PrintedPack, shown: Shown): Verdict {
  if ('stops' in shown)
    return { right: pack.stopped === shown.stops, found: pack.stopped ? 'stopped' : 'built' };
  if ('problem' in shown) return judgeProblem(pack, shown);
  if ('without_problem' in shown) {
    const codes = listProblems(pack).map(({ code = '' }) => code);
    const has = codes.includes(shown.without_problem);
    return { right: !has, found: has ? shown.without_problem : 'no such problem' };
  }
  if (pack.stopped) return { right: false, found: `stopped: ${listStops(pack)}` };
  if ('page' in shown || 'page_without' in shown) return judgePage(pack, shown);
  if ('no_file' in shown) {
    const found = Object.keys(readTexts(pack)).find((path) => shown.no_file.test(path));
    return { right: found === undefined, found: found ?? 'no such file' };
  }
  if ('file_holds' in shown || 'file_lacks' in shown) return judgeFile(pack, shown);
  if ('figure' in shown) return judgeFigure(pack, shown);
  return judgeList(pack, shown);
}

/** Problems of the file, and of the program's own words where it stopped before it wrote one. */
function listProblems(pack: PrintedPack): Row[] {
  const said = [...pack.said.matchAll(/\[([a-z0-9-]+)\] ?(.*)/g)];
  return [
    ...readRows(pack, 'problems.csv'),
    ...said.map(([, code = '', what = '']) => ({ code, what })),
  ];
}

function listStops(pack: PrintedPack): string {
  const stops = readRows(pack, 'problems.csv').filter(({ kind }) => kind !== 'note');
  const codes = (stops.length > 0 ? stops : listProblems(pack)).map(({ code = '' }) => code);
  return [...new Set(codes)].join(', ');
}

function judgeProblem(
  pack: PrintedPack,
  { problem, file, says }: Extract<Shown, { problem: string }>,
): Verdict {
  const of = listProblems(pack).filter(
    (each) => each['code'] === problem && (file === undefined || each['file'] === file),
  );
  const met = of.find(({ what = '' }) => says === undefined || says.test(what));
  if (met) return { right: true, found: `${problem}: ${met['what'] ?? ''}` };
  const other = of[0]?.['what'];
  if (other !== undefined) return { right: false, found: `${problem}: ${other}` };
  return { right: false, found: pack.stopped ? `stopped: ${listStops(pack)}` : 'nothing is said' };
}

function judgePage(
  pack: PrintedPack,
  shown: Extract<Shown, { page: RegExp } | { page_without: RegExp }>,
): Verdict {
  const page = readPage(pack, shown.edition);
  const sought = 'page' in shown ? shown.page : shown.page_without;
  const met = sought.exec(page)?.[0];
  const right = 'page' in shown === (met !== undefined);
  return { right, found: met === undefined ? 'the page does not say it' : `“${met}”` };
}

function judgeFile(
  pack: PrintedPack,
  shown: Extract<Shown, { file_holds: string } | { file_lacks: string }>,
): Verdict {
  const holds = 'file_holds' in shown;
  const path = new RegExp(holds ? shown.file_holds : shown.file_lacks);
  const texts = Object.entries(readTexts(pack)).filter(([name]) => path.test(name));
  const met = texts
    .map(([, text]) => shown.text.exec(text)?.[0])
    .find((each) => each !== undefined);
  const right = texts.length > 0 && holds === (met !== undefined);
  if (texts.length === 0) return { right: false, found: 'no such file' };
  return { right, found: met === undefined ? 'the file does not hold it' : `“${met}”` };
}

function judgeFigure(
  pack: PrintedPack,
  { figure, is, edition }: Extract<Shown, { figure: unknown }>,
): Verdict {
  const keys = {
    ...{ area_kind: 'service', breakdown: 'total', group: 'all', window_end: pack.ends },
    ...figure,
  };
  const found = readRows(pack, `${edition}/${pack.prefix}figures.csv`).find((row) =>
    matches(row, keys),
  );
  return found ? compareCells(found, is) : { right: false, found: 'no such figure' };
}

function judgeList(pack: PrintedPack, shown: Extract<Shown, { list: string }>): Verdict {
  const rows = readRows(pack, shown.list);
  if ('without' in shown) {
    const has = rows.some((row) => matches(row, shown.without));
    return { right: !has, found: has ? 'it is listed' : 'it is not listed' };
  }
  const found = rows.find((row) => matches(row, shown.row));
  return found
    ? compareCells(found, shown.is, 'it is listed')
    : { right: false, found: 'it is not listed' };
}

function matches(row: Row, keys: Row): boolean {
  return Object.entries(keys).every(([name, text]) => row[name] === text);
}

/** Cells that are numbers are compared to nine digits, and `/…/` is a pattern. */
function compareCells(row: Row, is: Row, empty = ''): Verdict {
  const names = Object.keys(is);
  const right = names.every((name) => isSame(row[name] ?? '', is[name] ?? ''));
  const found = names.map((name) => `${name} ${shorten(row[name] ?? '') || '(empty)'}`).join(', ');
  return { right, found: found || empty };
}

function isSame(cell: string, right: string): boolean {
  if (/^\/.+\/$/.test(right)) return new RegExp(right.slice(1, -1)).test(cell);
  const [one, other] = [Number(cell), Number(right)];
  if (cell === '' || right === '' || Number.isNaN(one) || Number.isNaN(other))
    return cell === right;
  const digits = /^-?\d+\.(\d+)$/.exec(right)?.[1]?.length;
  const room = digits === undefined ? 1e-9 * Math.abs(other) : 0.5000001 * 10 ** -digits;
  return Math.abs(one - other) <= room;
}

function shorten(cell: string): string {
  return /^-?\d+\.\d{5,}$/.test(cell) ? String(Number(Number(cell).toPrecision(5))) : cell;
}

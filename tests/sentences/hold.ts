// A statement of a finished page and the rows of figures.csv → what in it no row bears out.
import { isPrinted, type Row } from './figures-file.js';
import { compare, findRow, isSameWindow, newestRow, yearBefore, type Parts } from './find-rows.js';
import { checkEntries, checkRange, checkStep } from './hold-behind.js';
import { checkComparisons } from './hold-comparisons.js';
import { checkPoints } from './hold-points.js';
import { checkRelative } from './hold-relative.js';
import type { Statement } from './finished-text.js';
import type { Reading } from './languages.js';

/** What statements are held to. */
export interface Held {
  readonly rows: readonly Row[];
  readonly reading: Reading;
  /** A measure's id by its title in the language, for the briefing, which names no ids. */
  readonly titles: ReadonlyMap<string, string>;
  /** A stored group by its printed label, and a stored area by its printed name. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly areas: ReadonlyMap<string, string>;
  /** The declared headline indicators that the file has, each with the way that is better. */
  readonly headlines: ReadonlyMap<string, string>;
}

/**
 * What is wrong with a statement: a number that no row of the measure and window has, or a verdict that the row has not.
 * Empty if all is borne out. `current` is the row that the statements of the same measure before it spoke of.
 */
export function findFaults(
  statement: Statement,
  held: Held,
  current: Row | null,
): { readonly faults: string[]; readonly current: Row | null; readonly numbers: number } {
  const { text } = statement;
  const checks = [
    checkPoints,
    checkNow,
    checkHidden,
    checkBefore,
    checkAgainst,
    checkTitle,
    checkNeeds,
    checkRelative,
    checkStep,
    checkEntries,
    checkRange,
    checkComparisons,
  ];
  for (const check of checks) {
    const found = check(statement, held, current);
    if (found) return { ...found, numbers: countNumbers(text) };
  }
  const faults = [...checkChange(text, held, current), ...findStrayNumbers(text, held.reading)];
  return { faults, current, numbers: 0 };
}

/** What a check found; null if the statement is none of its kind. */
export type Found = { readonly faults: string[]; readonly current: Row | null } | null;
/** Holds statements of one kind. */
export type Check = (statement: Statement, held: Held, current: Row | null) => Found;

const checkNow: Check = ({ text, place, measure }, { rows, reading }) => {
  if (place !== 'sentence') return null;
  for (const pattern of [...reading.now, reading.assessed]) {
    const parts = pattern.exec(text)?.groups;
    if (!parts) continue;
    const ends = reading.windowEnd(parts['window'] ?? '');
    const row = findRow(rows, { measure, ends });
    return { faults: compare(parts, row, text), current: row };
  }
  return null;
};

/** A figure that is said to be hidden must be hidden in the file too. */
const checkHidden: Check = ({ text, measure }, { rows, reading }) => {
  const window = reading.hidden.exec(text)?.groups?.['window'];
  if (window === undefined) return null;
  const row = findRow(rows, { measure, ends: reading.windowEnd(window) });
  const faults = row?.status === 'hidden' ? [] : [`${text}: the figure is ${row?.status}`];
  return { faults, current: row };
};

const checkBefore: Check = ({ text }, { rows, reading }, current) => {
  for (const pattern of reading.before) {
    const parts = pattern.exec(text)?.groups;
    if (parts) return { faults: compare(parts, yearBefore(rows, current), text), current };
  }
  return null;
};

const checkAgainst: Check = ({ text }, { rows, reading, areas }, current) => {
  const parts = reading.against.exec(text)?.groups;
  if (!parts) return null;
  const area = areas.get(parts['area'] ?? '') ?? parts['area'];
  const row = rows.find(
    (each) =>
      each.measure === current?.measure &&
      each.ends === current.ends &&
      each.areaKind !== 'service' &&
      each.areaName === area &&
      each.breakdown === 'total',
  );
  return {
    faults: [
      ...compare({ value: parts['value'] }, row ?? null, text),
      ...checkVerdict(text, reading, row),
    ],
    current,
  };
};

/** A title gives the newest figure and the one a year before: the count, or for a share or a mean the value. */
const checkTitle: Check = ({ text, place, measure }, held) => {
  if (!['title', 'briefing', 'point of the first page'].includes(place)) return null;
  const compared = held.reading.compared.exec(text)?.groups;
  if (compared) return { faults: checkCompared(compared, held.rows, text), current: null };
  for (const pattern of held.reading.title) {
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const id = measure ?? findTitled(text, held);
    return { faults: checkTitleParts(match.groups, id, text, held), current: null };
  }
  return null;
};

function findTitled(text: string, { titles }: Held): string | null {
  const named = [...titles].filter(([title]) => text.includes(`${title}: `));
  return named.sort(([one], [other]) => other.length - one.length)[0]?.[1] ?? null;
}

function checkTitleParts(parts: Parts, measure: string | null, text: string, held: Held): string[] {
  const { rows, reading, groups } = held;
  const group = parts['group'];
  const stored = group === undefined ? ['all'] : (groups.get(group) ?? [group]);
  const now = newestRow(rows, measure, stored);
  if (group !== undefined) return compare(parts, now, text);
  const verdict = reading.titleVerdicts.find(([said]) => said.test(text))?.[1];
  return [
    ...compareTitled(parts['now'], now, text),
    ...(parts['before'] === undefined
      ? []
      : compareTitled(parts['before'], yearBefore(rows, now), text)),
    ...(verdict !== undefined && now?.verdict !== verdict
      ? [`${text}: the verdict is ${now?.verdict}`]
      : []),
  ];
}

function compareTitled(printed: string | undefined, row: Row | null, text: string): string[] {
  const isValue = row?.unit === 'proportion' || row?.unit === 'mean';
  return compare(isValue ? { value: printed } : { numerator: printed }, row, text);
}

const checkNeeds: Check = ({ text, place }, { rows, reading, groups }, current) => {
  if (place !== 'sentence' || !current) return null;
  const find = (label: string): Row | null =>
    rows.find(
      (row) =>
        isSameWindow(row, current) &&
        !row.breakdown.endsWith('not_recorded') &&
        (groups.get(label.trim()) ?? []).includes(row.group),
    ) ?? null;
  if (reading.mostOften.test(text)) {
    const listed = [...text.replace(reading.mostOften, '').matchAll(reading.groupShare)];
    return {
      faults: listed.flatMap(({ groups: parts }) =>
        compare({ value: parts?.['value'] }, find(parts?.['group'] ?? ''), text),
      ),
      current,
    };
  }
  const changed = reading.higherNeeds.exec(text)?.groups;
  if (!changed) return null;
  const verdict = ['higher', 'uwch'].includes(changed['way'] ?? '') ? 'higher' : 'lower';
  const named = (changed['groups'] ?? '').split(', ');
  const wrong = named.filter((label) => find(label)?.verdict !== verdict);
  return { faults: wrong.map((label) => `${text}: ${label} is not ${verdict}`), current };
};

/** The comparisons tested: headlines and needs of the newest windows with a verdict. */
function checkCompared(parts: Parts, rows: readonly Row[], text: string): string[] {
  const newest = rows.filter(
    (row) =>
      row.areaKind === 'service' &&
      ['total', 'need'].includes(row.breakdown) &&
      row.unit !== 'relative rate' &&
      row.ends === newestRow(rows, row.measure, ['all'])?.ends,
  );
  const tested = newest.filter(({ verdict }) => verdict !== '');
  const clear = tested.filter(({ verdict }) => verdict === 'higher' || verdict === 'lower');
  return [
    ...(isPrinted(parts['tested'] ?? '', tested.length)
      ? []
      : [`${text}: ${tested.length} tested`]),
    ...(isPrinted(parts['clear'] ?? '', clear.length) ? [] : [`${text}: ${clear.length} clear`]),
  ];
}

/** A verdict in words must be the row's. */
function checkChange(text: string, { reading }: Held, current: Row | null): string[] {
  return current ? checkVerdict(text, reading, current) : [];
}

function checkVerdict(text: string, { changes }: Reading, row: Row | null | undefined): string[] {
  const said = changes.find(([pattern]) => pattern.test(text))?.[1];
  return said === undefined || row?.verdict === said
    ? []
    : [`${text}: the verdict is ${row?.verdict ?? 'of no row'}`];
}

/** Numbers outside every pattern. Days, years and the words for 95% are none. */
function findStrayNumbers(text: string, { elsewhere }: Reading): string[] {
  const left = elsewhere.reduce((before, pattern) => before.replace(pattern, ''), text);
  return /\d/.test(left) ? [`${text}: a number without a row`] : [];
}

function countNumbers(text: string): number {
  return [...text.matchAll(/\d[\d,.]*/g)].length;
}

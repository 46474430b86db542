// A main point or a decision of the pack to read, and the rows of figures.csv → what in it no row bears out.
import { isPrinted, type Row } from './figures-file.js';
import { compare, isSameWindow, newestRow, yearBefore, type Parts } from './find-rows.js';
import { isDecision, readInOneWindow } from './hold-comparisons.js';
import { hasExcess } from './hold-relative.js';
import type { Check, Held } from './hold.js';

/** Main points, decisions and cases to review; null for a statement that is none of them. */
export const checkPoints: Check = ({ place, text, measure }, held, current) => {
  if (place === 'decision') return { faults: checkDecision(text, measure, held), current };
  if (place === 'cases') return { faults: checkCases(text, measure, held), current };
  if (place !== 'point of the first page') return null;
  const faults =
    checkIndicators(text, held) ??
    checkNeed(text, held) ??
    checkFew(text, held) ??
    checkSum(text, held) ??
    checkUnshown(text, held) ??
    checkLeading(text, held);
  return faults && { faults, current };
};

/** Of the declared indicators that the file has, those clearly better and worse by the sense each declares. */
function checkIndicators(text: string, { rows, reading, headlines }: Held): string[] | null {
  const parts: Parts | undefined = reading.points.indicators
    .map((each) => each.exec(text)?.groups)
    .find((each) => each !== undefined);
  if (!parts) return null;
  const senses = [...headlines].map(([id, better]) => {
    const verdict = newestRow(rows, id, ['all'])?.verdict ?? '';
    if (!['higher', 'lower'].includes(verdict) || better === 'neither') return 'other';
    return verdict === better ? 'better' : 'worse';
  });
  const count = (sense: string): number => senses.filter((each) => each === sense).length;
  const tally: Record<string, number> = {
    ...{ all: senses.length, better: count('better'), worse: count('worse') },
    other: count('other'),
  };
  const wrong = Object.entries(tally).filter(
    ([name, number]) => parts[name] !== undefined && !isPrinted(parts[name], number),
  );
  const isSteady = parts['better'] === undefined;
  return [
    ...wrong.map(([name, number]) => `${text}: ${name} is ${number}`),
    ...(isSteady && tally['other'] !== senses.length ? [`${text}: some are clear`] : []),
  ];
}

/** Each need with its newest share and the one a year before, and the verdict of its row. */
function checkNeed(text: string, { rows, reading, titles, groups }: Held): string[] | null {
  const parts = reading.points.needs.exec(text)?.groups;
  if (!parts) return null;
  const id = titles.get(parts['title'] ?? '') ?? null;
  const verdict = parts['way'] === 'less' || parts['way'] === 'llai' ? 'lower' : 'higher';
  return [...(parts['groups'] ?? '').matchAll(reading.points.movedNeed)].flatMap(
    ({ groups: need }) => {
      const stored = groups.get(need?.['group']?.trim() ?? '') ?? [];
      const row = newestRow(rows, id, stored);
      const before = rows.find(
        (each) =>
          each.breakdown === row?.breakdown &&
          each.group === row.group &&
          each.ends === yearBefore(rows, row)?.ends &&
          each.measure === id,
      );
      return [
        ...compare({ value: need?.['value'] }, row, text),
        ...compare({ value: need?.['before'] }, before ?? null, text),
        ...(row?.verdict === verdict ? [] : [`${text}: the verdict is ${row?.verdict}`]),
      ];
    },
  );
}

/** Each measure named is too few to tell, itself or in a group of its newest window. */
function checkFew(text: string, { rows, reading, titles }: Held): string[] | null {
  const named = reading.points.few.exec(text)?.groups?.['titles'];
  if (named === undefined) return null;
  return named.split('; ').flatMap((title) => {
    const newest = newestRow(rows, titles.get(title) ?? null, ['all']);
    const isFew = rows.some(
      (row) => newest && isSameWindow(row, newest) && row.verdict === 'too few to tell',
    );
    return isFew ? [] : [`${text}: ${title} is not too few to tell`];
  });
}

function checkSum(text: string, held: Held): string[] | null {
  const cases = held.reading.points.cases.exec(text)?.groups?.['cases'];
  if (cases === undefined) return null;
  const ids = [...new Set(held.rows.filter(isDecision).map(({ measure }) => measure))];
  const all = ids.flatMap((id) => listCases(id, held.rows));
  const sum = all.reduce((before, { numerator }) => before + (numerator ?? 0), 0);
  return isPrinted(cases, sum) ? [] : [`${text}: the cases are ${sum}`];
}

function checkUnshown(text: string, { rows, reading }: Held): string[] | null {
  const parts = reading.points.unshown.exec(text)?.groups;
  if (!parts) return null;
  const ids = [...new Set(rows.filter(isDecision).map(({ measure }) => measure))];
  const hidden = ids.filter((id) =>
    listOwn(id, rows).some(
      ({ breakdown, group, status }) =>
        breakdown === 'ethnicity' && group !== 'Not known' && status === 'hidden',
    ),
  );
  const tally: Record<string, number> = { hidden: hidden.length, all: ids.length };
  return Object.entries(tally)
    .filter(([name, number]) => !isPrinted(parts[name] ?? '', number))
    .map(([name, number]) => `${text}: ${name} is ${number}`);
}

/** `Arrested: Black (27 children), …`: a sentence of the decision that it names. */
function checkLeading(text: string, held: Held): string[] | null {
  const [title = ''] = text.split(': ');
  const id = held.titles.get(title);
  if (id === undefined || !id.startsWith('disproportionality_')) return null;
  return checkDecision(text.slice(title.length + 2), id, held);
}

function checkDecision(text: string, measure: string | null, held: Held): string[] {
  const { flag, noFlag, second } = held.reading.points;
  const own = listOwn(measure, held.rows);
  const said = text.replace(second, '');
  const flags = [...said.matchAll(flag)].map(({ groups }) => ({ ...groups }));
  const none = noFlag.exec(said)?.groups;
  const total = own.find(({ breakdown }) => breakdown === 'total') ?? null;
  const left = said.replace(flag, '').replace(noFlag, '');
  return [
    ...flags.flatMap((parts) => checkFlag(parts, own, held, text)),
    ...(none ? compare(none, total, text) : []),
    ...(/\d/.test(left) ? [`${text}: a number without a row`] : []),
  ];
}

function checkFlag(parts: Parts, own: readonly Row[], held: Held, text: string): string[] {
  const stored = held.groups.get(parts['group']?.trim() ?? '') ?? [];
  const numbers = ['numerator', 'value', 'lower', 'upper'].map((name) => [name, parts[name]]);
  const row = own.find(
    (each) =>
      stored.includes(each.group) &&
      compare(Object.fromEntries(numbers) as Parts, each, text).length === 0,
  );
  if (!row) return [`${text}: no group has these numbers`];
  const way = parts['way'] === held.reading.points.more ? 'higher' : 'lower';
  const isAbove = (row.value ?? 1) > 1 ? 'higher' : 'lower';
  const verdict = parts['watch'] === undefined ? isAbove : 'possible';
  return [
    ...(hasExcess(parts, row) ? [] : [`${text}: the excess is another`]),
    ...(way === isAbove && row.verdict === verdict
      ? []
      : [`${text}: the verdict is ${row.verdict}`]),
  ];
}

/** `6: Mixed 6`: the children of ethnic groups above White whose rate is clear, to be watched or too few, and their sum. */
function checkCases(text: string, measure: string | null, { rows, groups }: Held): string[] {
  const [, sum = '', listed = ''] = /^([\d,]+): (.+)$/.exec(text) ?? [];
  const due = listCases(measure ?? '', rows);
  const found = listed
    .split(', ')
    .map((each) => /^(?<group>.+) (?<numerator>[\d,]+)$/.exec(each)?.groups);
  const wrong = found.filter(
    (parts) =>
      !due.some(
        (row) =>
          groups.get(parts?.['group'] ?? '')?.includes(row.group) &&
          isPrinted(parts?.['numerator'] ?? '', row.numerator),
      ),
  );
  const all = due.reduce((before, { numerator }) => before + (numerator ?? 0), 0);
  return [
    ...wrong.map(() => `${text}: no such group`),
    ...(found.length === due.length ? [] : [`${text}: ${due.length} groups are due`]),
    ...(isPrinted(sum, all) ? [] : [`${text}: the cases are ${all}`]),
  ];
}

function listCases(measure: string, rows: readonly Row[]): Row[] {
  return listOwn(measure, rows).filter(
    ({ breakdown, value, numerator, verdict }) =>
      breakdown === 'ethnicity' &&
      (value ?? 0) > 1 &&
      (numerator ?? 0) > 0 &&
      ['higher', 'possible', 'too few to tell'].includes(verdict),
  );
}

/** The rows of a decision in the window that the page reads it in. */
function listOwn(measure: string | null, rows: readonly Row[]): readonly Row[] {
  return readInOneWindow(
    rows.filter((row) => row.measure === measure && row.areaKind === 'service'),
  );
}

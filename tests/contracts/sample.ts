// A small contract of every column type, its code list, and a check of rows against it.
import { ExtractCheck, type CheckContext } from '../../pipeline/contracts/check.js';
import type { CodeList } from '../../pipeline/contracts/codes.js';
import { buildContract, contractSchema, type Contract } from '../../pipeline/contracts/contract.js';

export const TODAY = '2023-04-20';

/** A contract under a name, from what its file would declare. */
export function contractFrom(extract: string, declared: object): Contract {
  const usual = { title: { en: extract, cy: extract }, version: 1, arrives: 'full' };
  return buildContract(
    extract,
    contractSchema.parse({ ...usual, required: true, tolerance: 0, ...declared }),
  );
}

export const VISITS = contractFrom('visits', {
  key: 'visit_id',
  columns: {
    visit_id: { type: 'id', required: true, headings: ['Visit ref', 'Visit No.'] },
    child_id: { type: 'child', required: true, references: 'children', headings: ['YP ID'] },
    surname: { type: 'personal' },
    seen_on: { type: 'date', required: true, earliest: '2005-01-01', headings: ['Date seen'] },
    planned_for: { type: 'date', future: true },
    kept: { type: 'yes_no', headings: ['Attended?'] },
    minutes: { type: 'whole', least: 1, most: 600 },
    distance: { type: 'number' },
    place: { type: 'code', codes: 'place', headings: ['Where'] },
    note: { type: 'text' },
  },
});

export const HEADING = VISITS.columns.map(({ name }) => name);

export const PLACES: CodeList = {
  name: 'place',
  labels: new Map([
    ['home', 'Home'],
    ['school', 'School'],
  ]),
};

/** A row that is accepted as it stands, with some of its cells changed. */
export function visit(changed: Readonly<Record<string, string>> = {}): string[] {
  const cells: Record<string, string> = {
    visit_id: 'V1',
    child_id: 'C1',
    surname: 'Enghraifft',
    seen_on: '01/02/2023',
    planned_for: '',
    kept: 'yes',
    minutes: '45',
    distance: '2.5',
    place: 'Home',
    note: 'gwelwyd gartref',
    ...changed,
  };
  return HEADING.map((name) => cells[name] ?? '');
}

/** What cells are read by; a pseudonym is the number with a mark. */
export const CONTEXT: CheckContext = {
  codes: new Map([['place', PLACES]]),
  today: TODAY,
  pseudonymise: (childId) => `~${childId}`,
  mark: (texts) => `*${texts.join('/')}`,
};

/** A check that has read its heading. */
export function checking(context: Partial<CheckContext> = {}, heading = HEADING): ExtractCheck {
  const check = new ExtractCheck(VISITS, { ...CONTEXT, ...context });
  check.readHeading(heading, 'visits.csv', 1);
  return check;
}

/** What is kept of a row, by column, its cells free of tabs and quotation marks; null when it is set aside. */
export function keptOf(check: ExtractCheck, cells: readonly string[], line: number): Kept | null {
  return check.checkRow(cells, line) ? lastKept(check) : null;
}

/** What is kept of the last row, accepted or not. */
export function lastKept({ encodedLine: kept }: ExtractCheck): Kept {
  const texts = kept.bytes.toString('utf8', 0, kept.length).split('\t');
  return Object.fromEntries(VISITS.storedColumns.map(({ name }, at) => [name, texts[at] || null]));
}

type Kept = Record<string, string | null>;

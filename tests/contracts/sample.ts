// A small contract of every column type, its code list, and a check of rows against it.
import {
  ExtractCheck,
  type AcceptedRow,
  type CheckContext,
} from '../../pipeline/contracts/check.js';
import type { CodeList } from '../../pipeline/contracts/codes.js';
import { contractOf, contractSchema, type Contract } from '../../pipeline/contracts/contract.js';

export const TODAY = '2023-04-20';

/** A contract under a name, from what its file would declare. */
export function contractFrom(extract: string, declared: object): Contract {
  const usual = { title: { en: extract, cy: extract }, version: 1, arrives: 'full' };
  return contractOf(
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
  canonical: (label) => ({ home: 'Home', school: 'School' })[label.toLowerCase()] ?? null,
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

/** A check that has read its heading. Its parents hold the child C1. */
export function checking(context: Partial<CheckContext> = {}, heading = HEADING): ExtractCheck {
  const check = new ExtractCheck(VISITS, {
    codes: new Map([['place', PLACES]]),
    keys: new Map([['children', new Map([['C1', 2]])]]),
    today: TODAY,
    ...context,
  });
  check.heading(heading, 'visits.csv', 1);
  return check;
}

/** What was kept of a row, by column. */
export function keptOf(row: AcceptedRow | null): Record<string, string | null> | null {
  return row && Object.fromEntries(VISITS.kept.map(({ name }, at) => [name, row[at] ?? null]));
}

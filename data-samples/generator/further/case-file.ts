// The eight extracts as written → what the further extracts need to know of each child and each piece of work.
import type { Day } from '../../../pipeline/domain/period.js';
import type { Table, Tables } from '../tables.js';

/** A row by its headings. */
export type Row = Readonly<Record<string, string>>;

/** A child as the records have them. */
export interface ChildOnFile {
  readonly id: string;
  readonly born: Day;
  /** Whether the service itself counts the child. */
  readonly own: boolean;
  readonly lookedAfter: string;
  /** Needs found in any assessment. */
  readonly needs: ReadonlySet<string>;
}

/** A piece of work with a child; `end` is null while it goes on. */
export interface WorkOnFile {
  readonly id: string;
  readonly child: ChildOnFile;
  readonly outcome: string;
  readonly programme: string;
  readonly start: Day;
  readonly end: Day | null;
}

/** An outcome, with what was proposed for it. */
export interface OutcomeOnFile {
  readonly id: string;
  readonly child: ChildOnFile;
  readonly date: Day;
  readonly type: string;
  readonly court: string;
  readonly proposal: string;
}

/** A stay in custody or on remand. */
export interface StayOnFile {
  readonly child: ChildOnFile;
  readonly kind: string;
  readonly start: Day;
}

/** All that is on file. */
export interface CaseFile {
  readonly children: readonly ChildOnFile[];
  readonly work: readonly WorkOnFile[];
  readonly outcomes: readonly OutcomeOnFile[];
  readonly stays: readonly StayOnFile[];
}

/** Reads canonical tables back. Children of other authorities are on file too. */
export function openCaseFile(tables: Tables, authority: string): CaseFile {
  const needs = needsByChild(tables);
  const byId = new Map(
    rowsOf(tables.children).map((row) => [field(row, 'child_id'), childOf(row, authority, needs)]),
  );
  const children = [...byId.values()];
  const child = (row: Row): ChildOnFile => byId.get(field(row, 'child_id')) ?? fail('child');
  return {
    children,
    work: rowsOf(tables.interventions).map((row) => ({
      ...{
        id: field(row, 'intervention_id'),
        child: child(row),
        outcome: field(row, 'outcome_id'),
      },
      programme: field(row, 'programme'),
      start: day(row, 'start_date') ?? fail('start'),
      end: day(row, 'end_date'),
    })),
    outcomes: rowsOf(tables.outcomes).map((row) => ({
      ...{ id: field(row, 'outcome_id'), child: child(row), type: field(row, 'outcome_type') },
      ...{ court: field(row, 'court'), proposal: field(row, 'report_proposal') },
      date: day(row, 'outcome_date') ?? fail('day'),
    })),
    stays: rowsOf(tables.custody).map((row) => ({
      ...{ child: child(row), kind: field(row, 'kind') },
      start: day(row, 'start_date') ?? fail('start'),
    })),
  };
}

function childOf(
  row: Row,
  authority: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): ChildOnFile {
  const id = field(row, 'child_id');
  return {
    id,
    born: day(row, 'date_of_birth') ?? fail('birthday'),
    own: row['responsible_authority'] === authority,
    lookedAfter: field(row, 'looked_after'),
    needs: needs.get(id) ?? new Set(),
  };
}

function needsByChild(tables: Tables): Map<string, Set<string>> {
  const childOf = new Map(
    rowsOf(tables.assessments).map((row) => [field(row, 'assessment_id'), field(row, 'child_id')]),
  );
  const found = new Map<string, Set<string>>();
  for (const row of rowsOf(tables.needs)) {
    const id = childOf.get(field(row, 'assessment_id')) ?? fail('assessment');
    const needs = found.get(id) ?? new Set<string>();
    if (row['present'] === 'yes') needs.add(field(row, 'need'));
    found.set(id, needs);
  }
  return found;
}

function rowsOf({ headings, rows }: Table): Row[] {
  return rows.map((cells) =>
    Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? ''])),
  );
}

function field(row: Row, heading: string): string {
  return row[heading] ?? fail(heading);
}

function day(row: Row, heading: string): Day | null {
  const written = field(row, heading);
  return written === '' ? null : written.split('/').reverse().join('-');
}

function fail(what: string): never {
  throw new RangeError(`a row without its ${what}`);
}

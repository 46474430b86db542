// queries/lookups/*.sql → what a pack needs from the warehouse in addition to its measures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  resolveFormerNames,
  splitFormerNames,
  type NameHistory,
  type CurrentNames,
} from '../domain/former-names.js';
import type { Day } from '../domain/period.js';
import { ProblemError } from '../domain/problem.js';
import type { PublishedFigure } from '../domain/published.js';
import type { AreaKind } from '../domain/value.js';
import type { Field, Connection } from './connection.js';

/** Runs a lookup by its name. */
export type Lookup = (name: string) => Promise<Field[][]>;

/** The lookups of a project on an open warehouse. */
export function createLookup(connection: Pick<Connection, 'query'>, folder: string): Lookup {
  return (name) =>
    connection.query(readFileSync(join(folder, 'queries', 'lookups', `${name}.sql`), 'utf8'));
}

/** The first and the last day between which the extracts hold every record; null when they hold none. */
export async function readCoverage(lookup: Lookup): Promise<{ from: Day; to: Day } | null> {
  const [row] = await lookup('coverage');
  const [from, to] = row ?? [];
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

/** A population that a rate stands on, or a second that a rate stands on beside it. */
export interface PopulationUsed {
  readonly place: 'first' | 'second';
  /** The kind of table it serves, as a measure declares it. */
  readonly serves: string;
  readonly windowId: string;
  readonly breakdown: string;
  readonly group: string;
  readonly people: number;
  readonly year: number;
  readonly source: string;
}

/** For the windows last supplied: whose populations of which year serve each kind of table, the first and a second. */
export async function readPopulationsUsed(lookup: Lookup): Promise<PopulationUsed[]> {
  const rows = await lookup('populations_used');
  return rows.map(([place, serves, windowId, breakdown, group, people, year, source]) => ({
    place: place === 'second' ? 'second' : 'first',
    serves: String(serves),
    windowId: String(windowId),
    breakdown: String(breakdown),
    group: String(group),
    people: Number(people),
    year: Number(year),
    source: String(source),
  }));
}

/** Every published figure. Throws `ProblemError` for one that cannot be: more in its numerator than in its denominator. */
export async function readPublishedFigures(lookup: Lookup): Promise<PublishedFigure[]> {
  const rows = await lookup('published_figures');
  const figures = rows.map(parsePublishedFigure);
  const impossible = figures.filter(
    ({ unit, numerator, denominator }) =>
      unit === 'proportion' && (numerator ?? 0) > (denominator ?? Infinity),
  );
  if (impossible.length > 0) throw new ProblemError(impossible.map(describeImpossibleFigure));
  return figures;
}

/** Records that one of two case systems alone holds on days of which both hold some, those that may be one first. */
export async function readSystemRecords(lookup: Lookup): Promise<readonly (readonly Field[])[]> {
  return lookup('system_records');
}

/**
 * Every name that a group of each breakdown has or had, and its label of today. Throws `ProblemError` for a former label that
 * is claimed twice.
 */
export async function readGroupNames(lookup: Lookup): Promise<ReadonlyMap<string, CurrentNames>> {
  const groups = new Map<string, NameHistory[]>();
  for (const [breakdown, label, formerly] of await lookup('group_names')) {
    const named = { name: String(label), formerly: splitFormerNames(formerly) };
    groups.set(String(breakdown), [...(groups.get(String(breakdown)) ?? []), named]);
  }
  const file = (): string => 'queries/marts/groups.sql';
  return new Map(
    [...groups].map(([breakdown, named]) => [
      breakdown,
      resolveFormerNames(named, { thing: `group of ${breakdown}`, file }),
    ]),
  );
}

/** The first and last event of each extract that has dates. */
export async function readExtents(lookup: Lookup): Promise<Map<string, { from: Day; to: Day }>> {
  const rows = await lookup('extents');
  return new Map(
    rows.flatMap(([extract, from, to]) =>
      typeof from === 'string' && typeof to === 'string' ? [[String(extract), { from, to }]] : [],
    ),
  );
}

/** Every day until another on which a record of an extract happened, by some of its date columns, oldest first. */
export async function listRecordedDays(
  connection: Connection,
  folder: string,
  { extract, columns, until }: { extract: string; columns: readonly string[]; until: Day },
): Promise<Day[]> {
  const sql = readFileSync(join(folder, 'queries', 'lookups', 'recorded_days.sql'), 'utf8');
  const rows = await connection.query(sql, { extract, columns: columns.join(','), until });
  return rows.map(([day]) => String(day));
}

/** In how many rows of an extract its sender knows somebody by its own number. */
export async function countPersonsSent(
  connection: Pick<Connection, 'query'>,
  folder: string,
  extract: string,
): Promise<number> {
  const sql = readFileSync(join(folder, 'queries', 'lookups', 'persons_sent.sql'), 'utf8');
  const [row] = await connection.query(sql, { extract });
  return Number(row?.[0]);
}

function parsePublishedFigure(row: readonly Field[]): PublishedFigure {
  const [measure, areaKind, areaName, starts, ends, group, ...rest] = row.map(String);
  const [numerator, denominator, value] = row.slice(6, 9);
  const [, , , unit, source] = rest;
  const window = { id: String(ends), starts: String(starts), ends: String(ends) };
  return {
    measure: String(measure),
    areaKind: areaKind as AreaKind,
    areaName: String(areaName),
    window,
    group: String(group),
    numerator: readNumber(numerator),
    denominator: readNumber(denominator),
    value: readNumber(value),
    marks: { numerator: readText(row[12]), value: readText(row[13]) },
    unit: String(unit),
    source: String(source),
    publishedOn: row[11] === null ? null : String(row[11]),
  };
}

function readText(field: Field | undefined): string | null {
  return typeof field === 'string' ? field : null;
}

function readNumber(field: Field | undefined): number | null {
  return typeof field === 'number' ? field : null;
}

function describeImpossibleFigure({
  measure,
  areaName,
}: PublishedFigure): import('../domain/problem.js').Problem {
  return {
    kind: 'data',
    code: 'impossible-figure',
    file: 'published',
    facts: { measure, area: areaName },
  };
}

// Deliveries known at a moment → a warehouse file with raw, codes, staging and marts, built beside the last one.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Contract } from '../contracts/contract.js';
import { createBirthdays, type Birthdays } from './birthdays.js';
import { openForBuilding, type Connection } from './connection.js';
import { readLineage } from './lineage.js';
import { createCodes, type OwnCodes } from './codes.js';
import { computeDuring } from './compute-during.js';
import { readOrderedQueries, readQueries, type Query } from './queries.js';
import {
  createLinks,
  fillLinks,
  LINKS,
  findIdentities,
  type LinkPersons,
  type RawIdentities,
} from './identified.js';
import type { SameChild } from '../identity/same-children.js';
import { createJoinTables, joinSystem, type LaterSystem } from './join.js';
import { createRawTable, fillRawTable } from './raw.js';
import { createSameChildren, fillSameChildren } from './same-children.js';
import { parenthesise, quoteText, quoteName } from './sql.js';
import { createUnmapped } from './unmapped.js';

/** What a warehouse is built from. */
export interface WarehousePlan {
  readonly contracts: readonly Contract[];
  /** Parquet files by extract; an extract without any gives an empty table. */
  readonly parquets: ReadonlyMap<string, readonly string[]>;
  /** Case systems that came after the one whose deliveries these are, in the order in which they came. */
  readonly laterSystems?: readonly LaterSystem[];
  /** The birthday behind each mark of a child: ages are counted by it, and it is not kept. */
  readonly birthdays: Birthdays;
  /** Says which of partners' persons is which child. */
  readonly linkPersons: LinkPersons;
  /** Says which of the service's own children look like one. */
  readonly pairChildren?: (identities: RawIdentities) => readonly SameChild[];
  /** The service's own area codes: children of other areas are not counted. */
  readonly areas: readonly string[];
  /** Areas that became the service's own: their children are counted too. */
  readonly predecessors?: readonly {
    readonly code: string;
    readonly until: string;
    readonly became: string;
  }[];
  /** The folder that holds `codes`, `staging` and `marts`. */
  readonly queries: string;
  readonly ownCodes?: OwnCodes | undefined;
  /** Takes the right to read the finished file from everybody but its owner. */
  readonly restrictFile?: (path: string) => void;
}

/**
 * Builds a warehouse beside `path` and renames it into place, so that there is always either the old one or the new
 * one, whole. Nothing is left behind when it fails.
 */
export async function buildWarehouse(path: string, plan: WarehousePlan): Promise<void> {
  const unfinished = join(dirname(path), `.building-${process.pid}-${basename(path)}`);
  try {
    rmSync(unfinished, { force: true });
    const connection = await openForBuilding(unfinished);
    try {
      // It is made anew for each pack: nothing is gained by packing it tightly, or by a record of half of it.
      await connection.execute(`pragma force_compression = 'uncompressed'`);
      await connection.execute('begin');
      await fillWarehouse(connection, plan);
      await connection.execute('commit');
      await connection.execute('checkpoint');
    } finally {
      connection.close();
    }
    // The store's folder may be older than the rule that it is for its owner alone.
    plan.restrictFile?.(unfinished);
    renameSync(unfinished, path);
  } finally {
    for (const left of [unfinished, `${unfinished}.wal`]) rmSync(left, { force: true });
  }
}

/** Makes every table of a warehouse on an open connection. */
export async function fillWarehouse(connection: Connection, plan: WarehousePlan): Promise<void> {
  await fillRecords(connection, { ...plan, codes: join(plan.queries, 'codes') });
  for (const schema of ['staging', 'marts']) await connection.execute(`create schema ${schema}`);
  await createBirthdays(connection, plan.contracts, plan.birthdays);
  await createAreas(connection, plan);
  const identities = await findIdentities(connection, plan.contracts);
  await createLinks(connection);
  await createSameChildren(connection);
  await fillSameChildren(connection, plan.pairChildren?.(identities) ?? []);
  await createStaging(connection, plan.queries);
  const { linked, others } = listMarts(plan.queries);
  // Weighing who is who takes this process as long as the database takes for what does not ask.
  const links = await computeDuring(createTables(connection, others), () =>
    plan.linkPersons(identities),
  );
  await fillLinks(connection, links);
  await createTables(connection, linked);
}

/**
 * Makes raw tables, staging views and the marts that rest neither on links nor on birthdays: enough to check whose
 * children came, and which populations.
 */
export async function fillForChecks(
  connection: Connection,
  plan: Omit<WarehousePlan, 'birthdays' | 'linkPersons'>,
): Promise<void> {
  await fillRecords(connection, { ...plan, codes: join(plan.queries, 'codes') });
  for (const schema of ['staging', 'marts']) await connection.execute(`create schema ${schema}`);
  await createAreas(connection, plan);
  await createLinks(connection);
  await createSameChildren(connection);
  await createStaging(connection, plan.queries);
  const { others } = listMarts(plan.queries);
  await createTables(
    connection,
    others.filter(({ name }) => CHECKED_MARTS.includes(name)),
  );
}

/** The marts that the checks of populations read, and those that these read. */
const CHECKED_MARTS = [
  'groups',
  'population_counts',
  'population_tables',
  'population_holdings',
  'population_sources',
  'populations',
];

/** What the raw tables are filled from, and the folder of the code lists by which systems are joined. */
interface RecordsPlan extends Pick<
  WarehousePlan,
  'contracts' | 'parquets' | 'laterSystems' | 'ownCodes'
> {
  readonly codes: string;
}

/** Makes the tables of code lists, and the raw tables with the records of every case system joined in them. */
export async function fillRecords(
  connection: Connection,
  { contracts, parquets, laterSystems = [], codes, ownCodes }: RecordsPlan,
): Promise<void> {
  await createCodes(connection, codes, ownCodes);
  await connection.execute('create schema raw');
  for (const contract of contracts) {
    await createRawTable(connection, contract);
    await fillRawTable(connection, contract, parquets.get(contract.extract) ?? []);
  }
  await createJoinTables(connection);
  for (const system of laterSystems) await joinSystem(connection, contracts, system);
  await createUnmapped(connection, contracts);
}

/** Makes, or makes again, the macros of `queries/macros` and the staging views. */
export async function createStaging(connection: Connection, queries: string): Promise<void> {
  const macros = join(queries, 'macros');
  for (const { sql } of existsSync(macros) ? readQueries(macros) : [])
    await connection.execute(sql);
  const views = readOrderedQueries(queries, 'staging');
  await connection.execute(
    views.map((view) => `create or replace view staging.${formatDefinition(view)}`).join('; '),
  );
}

/** The marts, each after those that it reads: those that rest on links, and all others, which come first. */
export function listMarts(queries: string): { linked: Query[]; others: Query[] } {
  const marts = readOrderedQueries(queries, 'marts');
  const lineage = readLineage(queries);
  const restsOnLinks = ({ sql }: Query): boolean => lineage(sql).has(LINKS);
  return {
    linked: marts.filter(restsOnLinks),
    others: marts.filter((mart) => !restsOnLinks(mart)),
  };
}

/** Makes, or makes again, some marts, in their order. */
export function createTables(connection: Connection, marts: readonly Query[]): Promise<void> {
  return connection.execute(
    marts.map((mart) => `create or replace table marts.${formatDefinition(mart)}`).join('; '),
  );
}

/** Makes some marts, in their order, as views: each is worked out when it is read. */
export function createViews(connection: Connection, marts: readonly Query[]): Promise<void> {
  return connection.execute(
    marts.map((mart) => `create view marts.${formatDefinition(mart)}`).join('; '),
  );
}

function formatDefinition({ name: table, sql }: Query): string {
  return `${quoteName(table)} as ${parenthesise(sql)}`;
}

async function createAreas(
  connection: Connection,
  { areas, predecessors = [] }: Pick<WarehousePlan, 'areas' | 'predecessors'>,
): Promise<void> {
  await connection.execute('create table raw.service_areas (area_code varchar)');
  const rows = areas.map((area) => `(${quoteText(area)})`).join(', ');
  await connection.execute(`insert into raw.service_areas values ${rows}`);
  await connection.execute(
    'create table raw.predecessor_areas (area_code varchar, until date, became varchar)',
  );
  for (const { code, until, became } of predecessors)
    await connection.execute(
      `insert into raw.predecessor_areas values (${[code, until, became].map(quoteText).join(', ')})`,
    );
}

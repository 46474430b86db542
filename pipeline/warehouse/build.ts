// Deliveries known at a moment → a warehouse file with raw, codes, staging and marts, built beside the last one.
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Contract } from '../contracts/contract.js';
import { supplyBirthdays, type BirthdayOf } from './birthdays.js';
import { openForBuilding, type Connection } from './connection.js';
import { lineageOn } from './lineage.js';
import { meanwhile } from './atomic-file.js';
import { readInOrder, type Query } from './queries.js';
import { createLinks, fillLinks, LINKS, whoIsIn, type LinkPersons } from './identified.js';
import { createJoins, joinSystem, type LaterSystem } from './join.js';
import { createRaw, fillRaw } from './raw.js';
import { alone, literal, name } from './sql.js';

/** What a warehouse is built from. */
export interface WarehousePlan {
  readonly contracts: readonly Contract[];
  /** Parquet files by extract; an extract without any gives an empty table. */
  readonly parquets: ReadonlyMap<string, readonly string[]>;
  /** Case systems that came after the one whose deliveries these are, in the order in which they came. */
  readonly later?: readonly LaterSystem[];
  /** The birthday behind each mark of a child: ages are counted by it, and it is not kept. */
  readonly birthdayOf: BirthdayOf;
  /** Says which of partners' persons is which child. */
  readonly linkPersons: LinkPersons;
  /** The service's own area codes: children of other areas are not counted. */
  readonly areas: readonly string[];
  /** The folder that holds `codes`, `staging` and `marts`. */
  readonly queries: string;
}

/**
 * Builds a warehouse beside `path` and renames it into place, so that there is always either the old one or the new
 * one, whole. Nothing is left behind when it fails.
 */
export async function buildWarehouse(path: string, plan: WarehousePlan): Promise<void> {
  const beside = join(dirname(path), `.building-${process.pid}-${basename(path)}`);
  try {
    rmSync(beside, { force: true });
    const connection = await openForBuilding(beside);
    try {
      // It is made anew for each pack: nothing is gained by packing it tightly, or by a record of half of it.
      await connection.tell(`pragma force_compression = 'uncompressed'`);
      await connection.tell('begin');
      await fillWarehouse(connection, plan);
      await connection.tell('commit');
      await connection.tell('checkpoint');
    } finally {
      connection.close();
    }
    renameSync(beside, path);
  } finally {
    for (const left of [beside, `${beside}.wal`]) rmSync(left, { force: true });
  }
}

/** Makes every table of a warehouse on an open connection. */
export async function fillWarehouse(connection: Connection, plan: WarehousePlan): Promise<void> {
  await fillRecords(connection, { ...plan, codes: join(plan.queries, 'codes') });
  for (const schema of ['staging', 'marts']) await connection.tell(`create schema ${schema}`);
  await supplyBirthdays(connection, plan.contracts, plan.birthdayOf);
  await createAreas(connection, plan.areas);
  const inRaw = await whoIsIn(connection, plan.contracts);
  await createLinks(connection);
  await createStaging(connection, plan.queries);
  const { linked, others } = martsOf(plan.queries);
  // Weighing who is who takes this process as long as the database takes for what does not ask.
  const links = await meanwhile(createTables(connection, others), () => plan.linkPersons(inRaw));
  await fillLinks(connection, links);
  await createTables(connection, linked);
}

/** What the raw tables are filled from, and the folder of the code lists by which systems are joined. */
interface RecordsPlan extends Pick<WarehousePlan, 'contracts' | 'parquets' | 'later'> {
  readonly codes: string;
}

/** Makes the tables of code lists, and the raw tables with the records of every case system joined in them. */
export async function fillRecords(
  connection: Connection,
  { contracts, parquets, later = [], codes }: RecordsPlan,
): Promise<void> {
  await createCodes(connection, codes);
  await connection.tell('create schema raw');
  for (const contract of contracts) {
    await createRaw(connection, contract);
    await fillRaw(connection, contract, parquets.get(contract.extract) ?? []);
  }
  await createJoins(connection);
  for (const system of later) await joinSystem(connection, contracts, system);
}

/** Makes, or makes again, the staging views. */
export function createStaging(connection: Connection, queries: string): Promise<void> {
  const views = readInOrder(queries, 'staging');
  return connection.tell(
    views.map((view) => `create or replace view staging.${made(view)}`).join('; '),
  );
}

/** The marts, each after those that it reads: those that rest on links, and all others, which come first. */
export function martsOf(queries: string): { linked: Query[]; others: Query[] } {
  const marts = readInOrder(queries, 'marts');
  const lineage = lineageOn(queries);
  const restsOnLinks = ({ sql }: Query): boolean => lineage(sql).has(LINKS);
  return {
    linked: marts.filter(restsOnLinks),
    others: marts.filter((mart) => !restsOnLinks(mart)),
  };
}

/** Makes, or makes again, some marts, in their order. */
export function createTables(connection: Connection, marts: readonly Query[]): Promise<void> {
  return connection.tell(
    marts.map((mart) => `create or replace table marts.${made(mart)}`).join('; '),
  );
}

function made({ name: table, sql }: Query): string {
  return `${name(table)} as ${alone(sql)}`;
}

async function createAreas(connection: Connection, areas: readonly string[]): Promise<void> {
  await connection.tell('create table raw.service_areas (area_code varchar)');
  const rows = areas.map((area) => `(${literal(area)})`).join(', ');
  await connection.tell(`insert into raw.service_areas values ${rows}`);
}

async function createCodes(connection: Connection, folder: string): Promise<void> {
  await connection.tell('create schema codes');
  const lists = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  for (const list of lists.sort()) {
    const read = `read_csv(${literal(join(folder, list))}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
    await connection.tell(
      `create table codes.${name(basename(list, '.csv'))} as select * replace (valid_from::date as valid_from, valid_to::date as valid_to) from ${read}`,
    );
  }
}

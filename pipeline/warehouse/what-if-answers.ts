// A built warehouse → the same with every blank answer of one column a yes, for as long as something is counted in it.
import type { Contract } from '../contracts/contract.js';
import { createBirthdays, type Birthdays } from './birthdays.js';
import { createStaging, createViews, listMarts } from './build.js';
import { openForBuilding, type Connection } from './connection.js';
import { quoteName, quoteText } from './sql.js';
import { createSchemaViews, createView } from './what-if-links.js';

/** A yes-or-no column of an extract. */
export interface AnswerColumn {
  readonly extract: string;
  readonly column: string;
}

/** A warehouse in which blank answers can be filled. */
export interface AnsweredWarehouse extends Connection {
  /** Counts something as if every blank of the column were a yes; afterwards the blanks are blank again. */
  readonly fillBlanks: <T>(column: AnswerColumn, count: () => Promise<T>) => Promise<T>;
}

/** What it is made with. */
interface WhatIfAnswers {
  readonly contracts: readonly Contract[];
  readonly birthdays: Birthdays;
  /** The folder that holds `staging` and `marts`. */
  readonly queries: string;
}

/** Opens the warehouse at `path` in memory. Nothing is copied: what a measure reads is worked out when it is counted. */
export async function openAnswerWarehouse(
  path: string,
  { contracts, birthdays, queries }: WhatIfAnswers,
): Promise<AnsweredWarehouse> {
  const connection = await openForBuilding(':memory:');
  try {
    await connection.execute(`attach ${quoteText(path)} as held (read_only)`);
    await createSchemaViews(connection, 'raw');
    await createSchemaViews(connection, 'codes');
    await createBirthdays(connection, contracts, birthdays);
    for (const schema of ['staging', 'marts']) await connection.execute(`create schema ${schema}`);
    await createStaging(connection, queries);
    const { linked, others } = listMarts(queries);
    await createViews(connection, [...others, ...linked]);
    return {
      ...connection,
      fillBlanks: (column, count) => countAnswered(connection, column, count),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function countAnswered<T>(
  connection: Connection,
  { extract, column }: AnswerColumn,
  count: () => Promise<T>,
): Promise<T> {
  const table = quoteName(extract);
  const name = quoteName(column);
  await connection.execute(
    `create or replace view raw.${table} as select * replace (coalesce(${name}, true) as ${name}) from held.raw.${table}`,
  );
  try {
    return await count();
  } finally {
    await connection.execute(`drop view raw.${table}`);
    await createView(connection, 'raw', extract);
  }
}

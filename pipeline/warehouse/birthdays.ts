// Children's marks and the identity file → their birthdays, on this connection alone and only while it is open.
import type { Contract } from '../contracts/contract.js';
import { ProblemError } from '../domain/problem.js';
import type { Connection } from './connection.js';
import { rawTable } from './raw.js';

/** The birthday behind each mark. */
export type Birthdays = ReadonlyMap<string, string>;

/**
 * Makes `birthdays(child_id, date_of_birth)`, which marts read to count ages: a table of the connection that builds, so
 * that no file of the warehouse ever has it. Refuses children of whom the identity file knows no birthday.
 */
export async function createBirthdays(
  connection: Connection,
  contracts: readonly Contract[],
  birthdays: Birthdays,
): Promise<void> {
  await connection.execute('create temp table birthdays (child_id varchar, date_of_birth date)');
  const children = contracts.find(
    ({ extract, storedColumns: kept }) => extract === 'children' && hasMark(kept),
  );
  if (!children) return;
  await connection.execute('create temp table born (mark varchar, day date)');
  const statement = await connection.prepare(
    `insert into born select unnest(from_json($1, '["varchar"]')), unnest(from_json($2, '["varchar"]'))::date`,
  );
  await statement.execute(
    JSON.stringify([...birthdays.keys()]),
    JSON.stringify([...birthdays.values()]),
  );
  statement.close();
  const table = rawTable(children);
  await connection.execute(
    `insert into birthdays select c.child_id, b.day from ${table} as c join born as b on b.mark = c.identity_mark`,
  );
  await connection.execute('drop table born');
  const [row] = await connection.query(
    `select ((select count(*) from ${table}) - (select count(*) from birthdays))::integer`,
  );
  if (row?.[0] !== 0) throw missingBirthdaysError(Number(row?.[0]));
}

function hasMark(kept: Contract['storedColumns']): boolean {
  return kept.some(({ type }) => type === 'mark');
}

function missingBirthdaysError(children: number): ProblemError {
  return new ProblemError([
    {
      kind: 'data',
      code: 'birthdays-missing',
      facts: { children },
    },
  ]);
}

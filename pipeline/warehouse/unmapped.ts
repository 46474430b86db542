// The raw tables → which lists have labels that nobody has mapped yet, for the groups that figures are broken down into.
import { NOT_YET_MAPPED } from '../domain/reference.js';
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { quoteName, quoteText } from './sql.js';

/**
 * Makes the table `codes.unmapped(extract, list)`: a line for each column that only breaks figures down and has such a label. It
 * is no view of the records: no figure waits for an extract because its label could be unknown.
 */
export async function createUnmapped(
  connection: Connection,
  contracts: readonly Contract[],
): Promise<void> {
  await connection.execute('create table codes.unmapped (extract varchar, list varchar)');
  const asked = contracts.flatMap(({ extract, storedColumns }) =>
    storedColumns.flatMap((column) =>
      column.type === 'code' && column.only_breaks_down
        ? `select distinct ${quoteText(extract)}, ${quoteText(column.codes)} from raw.${quoteName(extract)} where ${quoteName(column.name)} = ${quoteText(NOT_YET_MAPPED)}`
        : [],
    ),
  );
  if (asked.length > 0)
    await connection.execute(`insert into codes.unmapped ${asked.join(' union ')}`);
}

// Rows of a test → the Parquet file that a delivery of them would be.
import { dirname, join } from 'node:path';
import type { Contract } from '../../pipeline/contracts/contract.js';
import { LineBuffer } from '../../pipeline/contracts/row-encoding.js';
import { openSpool } from '../../pipeline/deliveries/spool.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { ExtractRows } from '../../pipeline/warehouse/extract-rows.js';
import { storeSpooledRows } from '../../pipeline/warehouse/parts.js';

/** Spools rows in the folder of the Parquet file that is to be, and stores them; gives how many were written. */
export async function storeRows(
  connection: Connection,
  contract: Contract,
  rows: readonly (readonly (string | null)[])[],
  parquet: string,
): Promise<number> {
  const accepted = openSpool(join(dirname(parquet), 'accepted.tsv'));
  const setAside = openSpool(join(dirname(parquet), 'set-aside.tsv'));
  rows.forEach((row, at) => {
    accepted.write(lineOf(row, at + 2));
  });
  accepted.close();
  setAside.close();
  const stored = new ExtractRows(connection, contract);
  const spools = { accepted: accepted.path, setAside: setAside.path };
  stored.add(await storeSpooledRows(connection, contract, spools, `${parquet}.part`));
  const written = await stored.writeParquet(parquet);
  await stored.close();
  return written;
}

function lineOf(row: readonly (string | null)[], number: number): LineBuffer {
  const line = new LineBuffer();
  for (const cell of row) {
    if (cell !== null) line.put(cell);
    line.endCell();
  }
  line.endLine(number);
  return line;
}

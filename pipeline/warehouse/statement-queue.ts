// A statement → executed so that output rows keep the order of input rows.
import type { Connection } from './connection.js';

/** Optimisers that may swap the sides of a join, and with them the order of its rows. */
const REORDERING = "'join_order,build_side_probe_side'";

/** Runs a statement in one thread with left-driven joins, so that output keeps input row order. */
export async function executeInOrder(connection: Connection, sql: string): Promise<void> {
  const [row] = await connection.query("select current_setting('threads')::integer");
  await connection.execute('set threads = 1');
  await connection.execute(`set disabled_optimizers = ${REORDERING}`);
  try {
    await connection.execute(sql);
  } finally {
    await connection.execute('reset disabled_optimizers');
    await connection.execute(`set threads = ${Number(row?.[0])}`);
  }
}

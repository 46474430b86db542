// A statement → told so that its rows come out in the order in which they go in.
import type { Connection } from './connection.js';

/** What may turn a join round: then its rows come in the order of the other side. */
const REORDERING = "'join_order,build_side_probe_side'";

/** Tells a statement in one thread, each of its joins led by its left side: with more threads, joined rows mingle. */
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

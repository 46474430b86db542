// A statement → told so that its rows come out in the order in which they go in.
import type { Connection } from './connection.js';

/** What may turn a join round: then its rows come in the order of the other side. */
const TURNING = "'join_order,build_side_probe_side'";

/** Tells a statement in one thread, each of its joins led by its left side: with more threads, joined rows mingle. */
export async function tellInOrder(connection: Connection, sql: string): Promise<void> {
  const [row] = await connection.ask("select current_setting('threads')::integer");
  await connection.tell('set threads = 1');
  await connection.tell(`set disabled_optimizers = ${TURNING}`);
  try {
    await connection.tell(sql);
  } finally {
    await connection.tell('reset disabled_optimizers');
    await connection.tell(`set threads = ${Number(row?.[0])}`);
  }
}

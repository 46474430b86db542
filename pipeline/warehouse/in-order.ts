// A statement → told so that rows come out of it in the order in which they go in.
import type { Connection } from './connection.js';

/** What may turn a join round: then its rows come in the order of the other side. */
const TURNING = "'join_order,build_side_probe_side'";

/** Tells a statement in one thread, each of its joins led by its left side: with more threads, joined rows mingle. */
export async function tellInOrder(connection: Connection, sql: string): Promise<void> {
  await whileTold(connection, sql, () => undefined);
}

/** Likewise; `make` is done by this process while the database does that, and both are over when this is. */
export async function whileTold<Made>(
  connection: Connection,
  sql: string,
  make: () => Made,
): Promise<Made> {
  const [row] = await connection.ask("select current_setting('threads')::integer");
  await connection.tell('set threads = 1');
  await connection.tell(`set disabled_optimizers = ${TURNING}`);
  try {
    return await bothOf(connection.tell(sql), make);
  } finally {
    await connection.tell('reset disabled_optimizers');
    await connection.tell(`set threads = ${Number(row?.[0])}`);
  }
}

async function bothOf<Made>(told: Promise<void>, make: () => Made): Promise<Made> {
  try {
    return make();
  } finally {
    await told;
  }
}

// Statements → told so that rows come out of each in the order in which they go in.
import type { Connection } from './connection.js';
import { meanwhile } from './atomic-file.js';

/** What may turn a join round: then its rows come in the order of the other side. */
const TURNING = "'join_order,build_side_probe_side'";

/** Tells a statement in one thread, each of its joins led by its left side: with more threads, joined rows mingle. */
export async function tellInOrder(connection: Connection, sql: string): Promise<void> {
  await whileTold(connection, [sql], () => undefined);
}

/**
 * Likewise, statements at the same time, each in a thread of its own; `make` is done by this process while the database
 * does that. All are over when this is, whichever of them fails.
 */
export async function whileTold<Made>(
  connection: Connection,
  statements: readonly string[],
  make: () => Made,
): Promise<Made> {
  const [row] = await connection.ask("select current_setting('threads')::integer");
  await connection.tell('set threads = 1');
  await connection.tell(`set disabled_optimizers = ${TURNING}`);
  try {
    return await allOf(connection, statements, make);
  } finally {
    await connection.tell('reset disabled_optimizers');
    await connection.tell(`set threads = ${Number(row?.[0])}`);
  }
}

async function allOf<Made>(
  connection: Connection,
  statements: readonly string[],
  make: () => Made,
): Promise<Made> {
  const own = await Promise.all(
    statements.map(async (sql) => ({ sql, beside: await connection.beside() })),
  );
  try {
    const told = Promise.allSettled(own.map(({ beside, sql }) => beside.tell(sql)));
    const made = await meanwhile(told, make);
    for (const each of await told) if (each.status === 'rejected') throw each.reason;
    return made;
  } finally {
    for (const { beside } of own) beside.close();
  }
}

// Many small queries → their results, a few at a time: the database runs each of them on one processor.
import type { Connection } from './connection.js';

/**
 * One more than the processors of the smallest supported computer: while this process works on one result, the database
 * has a query for each.
 */
const LANES = 3;

/**
 * Runs a task for each input and returns the results in the order of the inputs. Each task has its own connection, and
 * its own temporary tables, while it runs. The first failure stops the rest.
 */
export async function mapInParallel<Input, Result>(
  connection: Connection,
  inputs: readonly Input[],
  run: (own: Connection, input: Input) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = inputs.entries();
  const lane = async (): Promise<void> => {
    const own = await connection.connect();
    try {
      for (const [at, input] of waiting) results[at] = await run(own, input);
    } finally {
      own.close();
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
  return results;
}

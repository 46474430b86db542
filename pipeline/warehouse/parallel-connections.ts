// Many small questions → their answers, a few asked at once: the database answers each of them on one processor.
import type { Connection } from './connection.js';

/**
 * One more than the processors of the least computer this is for: while this process makes something of one answer, the
 * database has a question for each.
 */
const LANES = 3;

/**
 * Asks something about each thing, and gives the answers in the order of the things. Each question has a connection to
 * itself for as long as it takes, with what it makes there for a moment. The first that fails stops the rest.
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

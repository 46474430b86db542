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
export async function sideBySide<Thing, Answer>(
  connection: Connection,
  things: readonly Thing[],
  ask: (own: Connection, thing: Thing) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const waiting = things.entries();
  const lane = async (): Promise<void> => {
    const own = await connection.beside();
    try {
      for (const [at, thing] of waiting) answers[at] = await ask(own, thing);
    } finally {
      own.close();
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
  return answers;
}

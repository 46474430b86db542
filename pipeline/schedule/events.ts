// What is written down of runs, one line an event: never a name, a number or a cell of an extract.
import { z } from 'zod';
import { DEEDS } from './declaration.js';

const at = z.iso.datetime();
const occurrence = z.strictObject({ due: at, period: z.string() });

/** What was found in a run, counted: the code of the problem and the extract it is in, where it is in one. */
const found = z.strictObject({
  code: z.string(),
  kind: z.enum(['bug', 'data', 'declaration', 'computer', 'note']),
  extract: z.string().nullable(),
  count: z.int().positive(),
});

/** How many rows of an extract a run received, accepted and set aside. */
const taken = z.strictObject({
  extract: z.string(),
  received: z.int(),
  accepted: z.int(),
  set_aside: z.int(),
});

const begun = z.strictObject({
  event: z.literal('begun'),
  at,
  run: z.string(),
  job: z.string(),
  does: z.enum(DEEDS),
  /** When it fell due; null for a run that a person asked for out of turn. */
  due: at.nullable(),
  period: z.string(),
  attempt: z.int().positive(),
  /** The times it fell due before that nobody ran it: this run stands for them. */
  missed: z.array(occurrence),
  pid: z.int(),
});

const ended = z.strictObject({
  event: z.literal('ended'),
  at,
  run: z.string(),
  /** The exit status: 0 done · 1 our fault · 2 a person is needed · 3 this computer. */
  status: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  found: z.array(found),
  taken: z.array(taken),
  /** The quarters whose packs, or drafts of them, were built. */
  packs: z.array(z.string()),
});

/** Found by the next process: the run had begun, never ended, and the process it ran in is no more. */
const crashed = z.strictObject({ event: z.literal('crashed'), at, run: z.string() });

/** The schedule was begun, or ended in good order, by a process. */
const watching = z.strictObject({
  event: z.enum(['watching', 'left']),
  at,
  jobs: z.array(z.string()),
  pid: z.int(),
});

/** Something that people are told: the runs it is about. */
const notice = z.strictObject({
  event: z.literal('notice'),
  at,
  notice: z.string(),
  about: z.enum(['run', 'digest']),
  runs: z.array(z.string()),
  /** Where it is to go, as the schedule said when it was written. */
  channels: z.array(z.enum(['folder', 'email'])),
});

/** Whether a notice went out. `code` says why it did not. */
const posted = z.strictObject({
  event: z.literal('posted'),
  at,
  notice: z.string(),
  channel: z.enum(['folder', 'email']),
  attempt: z.int().positive(),
  code: z.string().nullable(),
});

/** One line of the history. */
export const eventSchema = z.discriminatedUnion('event', [
  begun,
  ended,
  crashed,
  watching,
  notice,
  posted,
]);

export type Event = z.infer<typeof eventSchema>;
export type Begun = z.infer<typeof begun>;
export type Ended = z.infer<typeof ended>;
export type Found = z.infer<typeof found>;
export type Taken = z.infer<typeof taken>;
export type Notice = z.infer<typeof notice>;
export type Posted = z.infer<typeof posted>;

// What is written down of runs, one line an event: never a name, a number or a cell of an extract.
import { z } from 'zod';
import { JOB_TYPES } from './declaration.js';

const instantSchema = z.iso.datetime();
const occurrenceSchema = z.strictObject({ due: instantSchema, period: z.string() });

/** What was found in a run, counted: the code of the problem and the extract it is in, where it is in one. */
const problemCountSchema = z.strictObject({
  code: z.string(),
  kind: z.enum(['bug', 'data', 'declaration', 'computer', 'note']),
  extract: z.string().nullable(),
  count: z.int().positive(),
});

/** How many rows of an extract a run received, accepted and set aside. */
const extractCountsSchema = z.strictObject({
  extract: z.string(),
  received: z.int(),
  accepted: z.int(),
  set_aside: z.int(),
});

const jobStartedSchema = z.strictObject({
  event: z.literal('begun'),
  at: instantSchema,
  run: z.string(),
  job: z.string(),
  does: z.enum(JOB_TYPES),
  /** When it fell due; null for a run that a person asked for out of turn. */
  due: instantSchema.nullable(),
  period: z.string(),
  attempt: z.int().positive(),
  /** The times it fell due before that nobody ran it: this run stands for them. */
  missed: z.array(occurrenceSchema),
  pid: z.int(),
});

const jobFinishedSchema = z.strictObject({
  event: z.literal('ended'),
  at: instantSchema,
  run: z.string(),
  /** The exit status: 0 done · 1 our fault · 2 a person is needed · 3 this computer. */
  status: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  found: z.array(problemCountSchema),
  taken: z.array(extractCountsSchema),
  /** The quarters whose packs, or drafts of them, were built. */
  packs: z.array(z.string()),
});

/** Found by the next process: the run had begun, never ended, and the process it ran in is no more. */
const jobCrashedSchema = z.strictObject({
  event: z.literal('crashed'),
  at: instantSchema,
  run: z.string(),
});

/** The schedule was begun, or ended in good order, by a process. */
const watchSchema = z.strictObject({
  event: z.enum(['watching', 'left']),
  at: instantSchema,
  jobs: z.array(z.string()),
  pid: z.int(),
});

/** Something that people are told: the runs it is about. */
const noticeSchema = z.strictObject({
  event: z.literal('notice'),
  at: instantSchema,
  notice: z.string(),
  about: z.enum(['run', 'digest']),
  runs: z.array(z.string()),
  /** Where it is to go, as the schedule said when it was written. */
  channels: z.array(z.enum(['folder', 'email'])),
});

/** Whether a notice went out. `code` says why it did not. */
const noticeAttemptSchema = z.strictObject({
  event: z.literal('posted'),
  at: instantSchema,
  notice: z.string(),
  channel: z.enum(['folder', 'email']),
  attempt: z.int().positive(),
  code: z.string().nullable(),
});

/** One line of the history. */
export const eventSchema = z.discriminatedUnion('event', [
  jobStartedSchema,
  jobFinishedSchema,
  jobCrashedSchema,
  watchSchema,
  noticeSchema,
  noticeAttemptSchema,
]);

export type HistoryEvent = z.infer<typeof eventSchema>;
export type JobStarted = z.infer<typeof jobStartedSchema>;
export type JobFinished = z.infer<typeof jobFinishedSchema>;
export type ProblemCount = z.infer<typeof problemCountSchema>;
export type ExtractCounts = z.infer<typeof extractCountsSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type NoticeAttempt = z.infer<typeof noticeAttemptSchema>;

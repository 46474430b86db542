// The events recorded for runs, one line each: never a name, a number or a cell of an extract.
import { z } from 'zod';
import { JOB_TYPES } from './declaration.js';

const instantSchema = z.iso.datetime();
const occurrenceSchema = z.strictObject({ due: instantSchema, period: z.string() });

/** Problems found in a run, counted by code and by the extract they are in, if any. */
const problemCountSchema = z.strictObject({
  code: z.string(),
  kind: z.enum(['bug', 'data', 'declaration', 'computer', 'note']),
  extract: z.string().nullable(),
  count: z.int().positive(),
});

/** Rows of an extract that a run received, accepted and rejected. */
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
  /** When it was due; null for a run that a person requested outside the schedule. */
  due: instantSchema.nullable(),
  period: z.string(),
  attempt: z.int().positive(),
  /** Earlier due times that were missed: this run replaces them. */
  missed: z.array(occurrenceSchema),
  pid: z.int(),
});

const jobFinishedSchema = z.strictObject({
  event: z.literal('ended'),
  at: instantSchema,
  run: z.string(),
  /** The exit status: 0 done · 1 our bug · 2 a person is needed · 3 this computer. */
  status: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  found: z.array(problemCountSchema),
  taken: z.array(extractCountsSchema),
  /** Quarters whose packs or drafts were built. */
  packs: z.array(z.string()),
  /** Extracts that are not yet due and that the pack waits for: it was not built. */
  awaited: z.array(z.string()).optional(),
  /** Extracts that a pack was built without. */
  without: z.array(z.string()).optional(),
  /** Quarters whose last pack would change by what has come since. */
  out_of_date: z.array(z.string()).optional(),
});

/** Recorded by the next process: the run started, never ended, and its process no longer exists. */
const jobCrashedSchema = z.strictObject({
  event: z.literal('crashed'),
  at: instantSchema,
  run: z.string(),
});

/** A process started serving the schedule, or stopped normally. */
const watchSchema = z.strictObject({
  event: z.enum(['watching', 'left']),
  at: instantSchema,
  jobs: z.array(z.string()),
  pid: z.int(),
});

/** A person has seen what was missed up to then: it is listed no more. */
const acknowledgedSchema = z.strictObject({
  event: z.literal('acknowledged'),
  at: instantSchema,
  by: z.string(),
});

/** A notice to people, and the runs it is about. */
const noticeSchema = z.strictObject({
  event: z.literal('notice'),
  at: instantSchema,
  notice: z.string(),
  about: z.enum(['run', 'digest']),
  runs: z.array(z.string()),
  /** The channels in the schedule when it was written. */
  channels: z.array(z.enum(['folder', 'email'])),
});

/** An attempt to send a notice. `code` is the reason it failed. */
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
  acknowledgedSchema,
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

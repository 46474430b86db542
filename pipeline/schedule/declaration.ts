// reports/schedule.yaml → the jobs of a service, when each runs, and whom to notify; paths made absolute.
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';

/** The types of job. */
export const JOB_TYPES = ['take in', 'check', 'build drafts', 'build pack', 'tell people'] as const;
/** Monday first. */
export const WEEKDAYS = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday'] as const),
  ...(['friday', 'saturday', 'sunday'] as const),
] as const;
const FREQUENCIES = ['day', 'working day', ...WEEKDAYS, 'month', 'quarter'] as const;

const jobTypeSchema = z.enum(JOB_TYPES, `must be one of: ${JOB_TYPES.join(', ')}`);
const frequencySchema = z.enum(FREQUENCIES, `must be one of: ${FREQUENCIES.join(', ')}`);
const timeSchema = z
  .string('must be a time in quotes, such as "02:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day from "00:00" to "23:59"');
const createDaySchema = (maximum: number) =>
  z
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(maximum, `must be at most ${maximum}`);

const jobSchema = z
  .strictObject({
    does: jobTypeSchema,
    every: frequencySchema,
    /** Which day after the end of the month or quarter: the tenth working day, for example, or the fortieth day. */
    on: z
      .union(
        [
          z.strictObject({ working_day: createDaySchema(60) }),
          z.strictObject({ day: createDaySchema(90) }),
        ],
        'must be {working_day: 10} or {day: 40}: which day after the month or quarter has ended',
      )
      .optional(),
    /** London time. */
    at: timeSchema,
    /** True if a pack waits for extracts that are not yet due: until each has come or its day is past. */
    waits: z.literal(true, 'must be true, or left out').optional(),
  })
  .superRefine(({ does, every: frequency, on, waits }, context) => {
    const addIssue = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const isPeriodic = frequency === 'month' || frequency === 'quarter';
    if (isPeriodic && !on)
      addIssue('on', `is missing: which day after the ${frequency} has ended?`);
    if (!isPeriodic && on) addIssue('on', 'is only for every: month and every: quarter');
    if (waits && does !== 'build pack') addIssue('waits', 'is only for does: build pack');
    if (does === 'build pack' && frequency !== 'quarter')
      addIssue('every', 'must be quarter: a pack is of a quarter');
    if (frequency === 'month' && on && Object.values(on).some((count) => count > 20))
      addIssue('on', 'must be at most 20 for every: month, or one month would run into the next');
  });

/** Signing in with a token in place of a password: OAuth 2.0 by client credentials (RFC 6749, section 4.4). */
const oauthSchema = z.strictObject({
  /** Where the token is asked for. At Microsoft 365: https://login.microsoftonline.com/TENANT/oauth2/v2.0/token */
  token_url: z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }),
  client_id: z.string().min(1),
  scope: z.string().min(1).default('https://outlook.office365.com/.default'),
});

const emailSchema = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(587),
    /** `none` sends unencrypted: only for a relay on this computer. */
    security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    from: z.email('must be an e-mail address'),
    to: z.array(z.email('must be an e-mail address')).min(1),
    user: z.string().optional(),
    /** A file that contains only the password or, with `oauth`, the client's secret. BOARDPACK_SMTP_PASSWORD takes precedence. */
    password_file: z.string().optional(),
    oauth: oauthSchema.optional(),
  })
  .superRefine(({ oauth, user, security }, context) => {
    if (oauth && user === undefined)
      context.addIssue({ code: 'custom', path: ['user'], message: 'is missing: whose mailbox?' });
    if (oauth && security === 'none')
      context.addIssue({
        code: 'custom',
        path: ['security'],
        message: 'must not be none: a token is sent',
      });
  });

const scheduleSchema = z.strictObject({
  /** Folder of the run history, the lock and the notices. */
  history: z.string().min(1).default('history'),
  jobs: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens'),
    jobSchema,
  ),
  /** For transient failures. Waits are in minutes, and each is twice the one before. */
  retry: z
    .strictObject({ times: z.int().min(0).max(10), first_wait: z.int().min(1).max(240) })
    .default({ times: 3, first_wait: 5 }),
  notices: z
    .strictObject({ folder: z.string().optional(), email: emailSchema.optional() })
    .default({}),
});

/** Settings for sending e-mail. */
export type EmailSettings = z.infer<typeof emailSchema>;

/** Settings for signing in to a mail server with a token. */
export type OAuthSettings = z.infer<typeof oauthSchema>;

/** One job, and its name. */
export type Job = z.infer<typeof jobSchema> & { readonly name: string };

/** The schedule. Jobs run in the order declared if several are due. */
export interface Schedule {
  readonly file: string;
  readonly history: string;
  readonly jobs: readonly Job[];
  readonly retry: { readonly times: number; readonly first_wait: number };
  readonly notices: { readonly folder: string; readonly email: EmailSettings | null };
}

/** Reads a schedule strictly. Paths in it are relative to the file. Throws `Stopped` with every error in it. */
export function readSchedule(file: string): Schedule {
  const { history, jobs, retry, notices } = readDeclaration(file, scheduleSchema);
  const resolvePath = (path: string): string => resolve(dirname(resolve(file)), path);
  const { email, folder } = notices;
  const password = email?.password_file;
  return {
    file,
    history: resolvePath(history),
    jobs: Object.entries(jobs).map(([name, job]) => ({ ...job, name })),
    retry,
    notices: {
      folder: resolvePath(folder ?? `${history}/notices`),
      email:
        email && password ? { ...email, password_file: resolvePath(password) } : (email ?? null),
    },
  };
}

// reports/schedule.yaml → the jobs of a service, when each runs, and whom to notify; paths made absolute.
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import type { Facts } from '../domain/problem.js';

/** The types of job. */
export const JOB_TYPES = ['take in', 'check', 'build drafts', 'build pack', 'tell people'] as const;
/** Monday first. */
export const WEEKDAYS = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday'] as const),
  ...(['friday', 'saturday', 'sunday'] as const),
] as const;
const FREQUENCIES = ['day', 'working day', ...WEEKDAYS, 'month', 'quarter'] as const;

const jobTypeSchema = z.enum(JOB_TYPES);
const frequencySchema = z.enum(FREQUENCIES);
const timeSchema = z.string('refused-time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'refused-time');
const createDaySchema = (maximum: number) => z.int().min(1).max(maximum);

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
        'refused-on',
      )
      .optional(),
    /** London time. */
    at: timeSchema,
    /** True if a pack waits for extracts that are not yet due: until each has come or its day is past. */
    waits: z.literal(true, 'refused-true').optional(),
  })
  .superRefine(({ does, every: frequency, on, waits }, context) => {
    const addIssue = (path: string, message: string, params: Facts = {}): void => {
      context.addIssue({ code: 'custom', path: [path], message, params });
    };
    const isPeriodic = frequency === 'month' || frequency === 'quarter';
    if (isPeriodic && !on)
      addIssue('on', 'refused-day-missing', { period: { phrase: `period-${frequency}` } });
    if (!isPeriodic && on) addIssue('on', 'refused-on-unasked');
    if (waits && does !== 'build pack') addIssue('waits', 'refused-waits');
    if (does === 'build pack' && frequency !== 'quarter') addIssue('every', 'refused-every');
    if (frequency === 'month' && on && Object.values(on).some((count) => count > 20))
      addIssue('on', 'refused-month');
  });

/** Signing in with a token in place of a password: OAuth 2.0 by client credentials (RFC 6749, section 4.4). */
const oauthSchema = z.strictObject({
  /** Where the token is asked for. At Microsoft 365: https://login.microsoftonline.com/TENANT/oauth2/v2.0/token */
  token_url: z.url({ protocol: /^https$/, error: 'refused-https' }),
  client_id: z.string().min(1),
  scope: z.string().min(1).default('https://outlook.office365.com/.default'),
});

const emailSchema = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(587),
    /** `none` sends unencrypted: only for a relay on this computer. */
    security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    from: z.email('refused-email'),
    to: z.array(z.email('refused-email')).min(1),
    user: z.string().optional(),
    /** A file that contains only the password or, with `oauth`, the client's secret. BOARDPACK_SMTP_PASSWORD takes precedence. */
    password_file: z.string().optional(),
    oauth: oauthSchema.optional(),
  })
  .superRefine(({ oauth, user, security }, context) => {
    if (oauth && user === undefined)
      context.addIssue({ code: 'custom', path: ['user'], message: 'refused-mailbox' });
    if (oauth && security === 'none')
      context.addIssue({
        code: 'custom',
        path: ['security'],
        message: 'refused-unencrypted',
      });
  });

const scheduleSchema = z.strictObject({
  /** Folder of the run history, the lock and the notices. */
  history: z.string().min(1).default('history'),
  jobs: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'refused-job-name'), jobSchema),
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

// This process, or the content of a lock → the holder, and whether it still exists.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';

const optionalTextSchema = z.string().nullable().default(null);

const holderSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** When it was acquired, by that computer's clock. For people only: no decision uses it. */
  since: z.iso.datetime(),
  /** Identifies the computer, if known: two can have the same name. */
  computer: optionalTextSchema,
  /** Identifies the boot of that computer: process numbers restart with each boot. */
  boot: optionalTextSchema,
  /** Uptime of the computer in seconds when the lock was acquired, for computers that do not identify their boot. */
  running: z.number().nullable().default(null),
  /** Start time of the process as the system counts it: distinguishes two processes with the same number. */
  started: optionalTextSchema,
  /** Distinguishes this acquisition from any other, even by the same process. */
  mark: optionalTextSchema,
});

/** The holder of a lock. */
export type Holder = z.infer<typeof holderSchema>;

/** Describes this process as a holder. */
export function describeThisProcess(): Holder {
  const { pid } = process;
  return {
    ...{ pid, host: hostname(), since: new Date().toISOString() },
    ...{ computer: readComputerMark(), boot: readBootId(), running: uptime() },
    ...{ started: readProcessStart(pid), mark: randomUUID() },
  };
}

/** Parses the content of a lock; null if it cannot be read. */
export function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Whether a holder certainly no longer exists: its process is gone, its number now belongs to another process, or its
 * computer was restarted. A process on another computer cannot be checked and counts as existing. No clock is used,
 * because clocks may be set back.
 */
export function isHolderGone(holder: Holder): boolean {
  if (holder.host !== hostname() || areKnownToDiffer(holder.computer, readComputerMark()))
    return false;
  return (
    hasRestarted(holder) ||
    !isAlive(holder.pid) ||
    areKnownToDiffer(holder.started, readProcessStart(holder.pid))
  );
}

function hasRestarted({ boot, running }: Holder): boolean {
  const now = readBootId();
  if (boot !== null && now !== null) return boot !== now;
  return running !== null && uptime() < running;
}

/** Whether both are known and differ. */
function areKnownToDiffer(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** The boot ID on Linux; null elsewhere. */
function readBootId(): string | null {
  return readOptionalFile('/proc/sys/kernel/random/boot_id');
}

/** A hash of the machine ID on Linux, which is confidential itself; null elsewhere. */
function readComputerMark(): string | null {
  const own = readOptionalFile('/etc/machine-id');
  return own === null ? null : createHash('sha256').update(`boardpack ${own}`).digest('hex');
}

/**
 * Index of the start time, field 22: fields after the command's name, which may contain spaces and brackets, start with
 * the third.
 */
const START_FIELD = 22 - 3;

/** Start time of a process on Linux, counted from boot; null elsewhere. */
function readProcessStart(pid: number): string | null {
  const fields = readOptionalFile(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  // A zombie process keeps its number after it has ended.
  return fields?.[0] === 'Z' ? 'ended' : (fields?.[START_FIELD] ?? null);
}

function readOptionalFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}

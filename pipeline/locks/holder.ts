// This process, or what a lock says of another → who it is, and whether it is still there.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';

const optionalTextSchema = z.string().nullable().default(null);

const holderSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** When it was taken, by the clock of that computer. For people: nothing is judged by it. */
  since: z.iso.datetime(),
  /** Which computer, where it says: two can go by one name. */
  computer: optionalTextSchema,
  /** Which start of that computer: process numbers begin anew with each. */
  boot: optionalTextSchema,
  /** How many seconds the computer had run by then, where it does not say which start it is. */
  running: z.number().nullable().default(null),
  /** When the process was started, as the system counts it: of two with one number it tells which. */
  started: optionalTextSchema,
  /** Tells this holding from any other, also of the same process. */
  mark: optionalTextSchema,
});

/** Who holds a lock. */
export type Holder = z.infer<typeof holderSchema>;

/** This process, about to take a lock. */
export function describeThisProcess(): Holder {
  const { pid } = process;
  return {
    ...{ pid, host: hostname(), since: new Date().toISOString() },
    ...{ computer: readComputerMark(), boot: readBootId(), running: uptime() },
    ...{ started: readProcessStart(pid), mark: randomUUID() },
  };
}

/** What a lock says; null where it cannot be read. */
export function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Whether a holder is known to be there no more: its process is gone, its number is another's by now, or its computer
 * was started since. Of another computer's process nobody here can say, and it is taken to be there. No clock is asked:
 * it may have been put back.
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

/** Whether two are known, and not the same. */
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

/** What Linux calls this run of the computer; elsewhere it is not told. */
function readBootId(): string | null {
  return readOptionalFile('/proc/sys/kernel/random/boot_id');
}

/** Linux's own name for a computer is not to be handed on: only a mark made of it is. */
function readComputerMark(): string | null {
  const own = readOptionalFile('/etc/machine-id');
  return own === null ? null : createHash('sha256').update(`boardpack ${own}`).digest('hex');
}

/** The fields after the command's name, which may itself hold spaces and brackets, begin with the third: the 22nd is this. */
const START_FIELD = 22 - 3;

/** When Linux started a process, counted from the start of the computer; elsewhere it is not told. */
function readProcessStart(pid: number): string | null {
  const fields = readOptionalFile(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  // One that has ended, and that nobody has asked about, keeps its number.
  return fields?.[0] === 'Z' ? 'ended' : (fields?.[START_FIELD] ?? null);
}

function readOptionalFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}

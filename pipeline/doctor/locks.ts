// A lock → free, held by a process, or left behind by a dead process.
import type { Problem } from '../domain/problem.js';
import type { LockState } from '../locks/lock.js';
import type { CheckOutcome } from './finding.js';

/** Reports who holds a lock. Neither state blocks anything: a holder ends, and a lock left behind is taken over. */
export function checkLock(guarded: string, lock: LockState | null): CheckOutcome {
  if (lock === null) return { summary: 'free', problems: [] };
  const holder = describeHolder(lock);
  return lock.stale
    ? { summary: 'left behind', problems: [describeStaleLock(lock.file, guarded, holder)] }
    : { summary: `held by ${holder}`, problems: [describeHeldLock(lock.file, guarded, holder)] };
}

function describeHolder({ holder }: LockState): string {
  if (holder === null) return 'a process that has not written who it is';
  return `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
}

function describeHeldLock(file: string, guarded: string, who: string): Problem {
  return {
    kind: 'note',
    code: 'lock-held',
    file,
    what: `${guarded} is in use by ${who}; other runs wait for it`,
    fix: 'Nothing, while that process works. If nothing of Boardpack runs there any more, delete this file.',
  };
}

function describeStaleLock(file: string, guarded: string, who: string): Problem {
  return {
    kind: 'note',
    code: 'lock-stale',
    file,
    what: `${guarded} was in use by ${who}, which was cut off`,
    fix: 'Nothing: the next run takes the lock over and clears up.',
  };
}

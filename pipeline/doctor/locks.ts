// A lock → free, held by a process, or left behind by a dead process.
import type { Phrase, Problem } from '../domain/problem.js';
import type { LockState } from '../locks/lock.js';
import type { CheckOutcome } from './finding.js';

/** Reports who holds a lock. Neither state blocks anything: a holder ends, and a lock left behind is taken over. */
export function checkLock(guarded: 'store' | 'schedule', lock: LockState | null): CheckOutcome {
  if (lock === null) return { summary: 'free', problems: [] };
  const holder = describeHolder(lock);
  return lock.stale
    ? { summary: 'left behind', problems: [describeStaleLock(lock.file, guarded, holder)] }
    : { summary: 'in use', problems: [describeHeldLock(lock.file, guarded, holder)] };
}

function describeHolder({ holder }: LockState): Phrase {
  if (holder === null) return { phrase: 'holder-unknown' };
  const { pid, host, since } = holder;
  return { phrase: 'holder', facts: { pid: String(pid), host, since } };
}

function describeHeldLock(file: string, guarded: string, who: Phrase): Problem {
  return {
    kind: 'note',
    code: 'lock-held',
    file,
    facts: { guarded: { phrase: `guarded-${guarded}` }, who },
  };
}

function describeStaleLock(file: string, guarded: string, who: Phrase): Problem {
  return {
    kind: 'note',
    code: 'lock-stale',
    file,
    facts: { guarded: { phrase: `guarded-${guarded}` }, who },
  };
}

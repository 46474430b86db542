// The ledger and this computer's clock → the day from which what is received now is known.
import type { Day } from '../domain/period.js';
import { Stopped, type Problem } from '../domain/problem.js';
import type { Happening } from './events.js';
import { deliveriesIn, firstKnown } from './ledger.js';

/** The day, and what a person should know of how it was found. */
export interface KnownFrom {
  readonly day: Day;
  readonly notes: readonly Problem[];
}

/**
 * What is received is known from the day it is taken in; or from an earlier one that the service declares, for files
 * that were received before. A clock that is behind the ledger is not believed: nothing is known before what came
 * before it. Refuses a declared day that is still to come.
 */
export function knownFrom(
  lines: readonly Happening[],
  today: Day,
  declared: Day | undefined,
): KnownFrom {
  if (declared !== undefined && declared > today) throw notYet(declared);
  if (declared !== undefined) return { day: declared, notes: [] };
  const day = [today, ...lines.map(({ on }) => on)].sort().at(-1) ?? today;
  return { day, notes: day > today ? [clockBack(today, day)] : [] };
}

/**
 * Refuses to let what is received now change a pack that was already made of what was known on a later day. A pack as at
 * a day before the store held anything was made of what it held first.
 */
export function requireUnmade(lines: readonly Happening[], declared: Day | undefined): void {
  if (declared === undefined) return;
  const begun = firstKnown(deliveriesIn(lines)) ?? declared;
  const made = lines.flatMap((line) => (line.what === 'packed' ? [line.as_at] : []));
  const [changed] = made.filter((asAt) => asAt >= declared || begun >= declared).sort();
  if (changed !== undefined) throw wouldChange(declared, changed);
}

/** A note where a pack is to stand on what came after its day, because nothing came before. */
export function notesOfBeginning(begun: Day | null, asAt: Day): Problem[] {
  if (begun === null || begun <= asAt) return [];
  const what = `nothing had been received by ${asAt}: the pack stands on what was received first, and that counts as known from ${begun}`;
  const fix =
    'Nothing, if these are the records of that time. Where they hold corrections made since, figures can differ from those of the day.';
  return [{ kind: 'note', code: 'before-first-delivery', what, fix }];
}

function notYet(declared: Day): Stopped {
  const what = `the extracts are said to be received on ${declared}, which is still to come`;
  const fix = 'Mend received_on in the settings, or --received-on.';
  return new Stopped([{ kind: 'declaration', code: 'received-later', what, fix }]);
}

function wouldChange(declared: Day, asAt: Day): Stopped {
  const what = `a pack was made as at ${asAt}, and extracts received on ${declared} with other rows would change what was known then`;
  const fix =
    'Say with --received-on when they were really received, a day after it; without received_on in the settings that is today.';
  return new Stopped([{ kind: 'data', code: 'changes-the-past', what, fix }]);
}

function clockBack(today: Day, last: Day): Problem {
  return {
    kind: 'note',
    code: 'clock-behind',
    what: `this computer takes today for ${today}, and the ledger has been written to on ${last}: what was received counts as known from ${last}`,
    fix: 'Set the clock of this computer.',
  };
}

// How far the records reach, and the quarter of a pack → a note where they stop before its end.
import type { Day, Quarter } from './domain/period.js';
import type { Problem } from './domain/problem.js';

/** Says that nothing is known of a quarter after the last day the records reach, and how to say that they reach further. */
export function notesOfReach({ to }: { readonly to: Day }, { label, ends }: Quarter): Problem[] {
  if (to >= ends) return [];
  const what = `nothing is recorded after ${to}: figures for twelve months or quarters that end later have no data, ${label} among them`;
  const fix = `Export the extracts again. If nothing happened since, say in the settings how far they reach: covers_to: ${ends}.`;
  return [{ kind: 'note', code: 'records-end', what, fix }];
}

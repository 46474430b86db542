// Why a figure has no value, or is only a least one → the note beside it in figures.csv, from a declared list.

/** Why there is no value: what the note says, word for word. */
export const MISSING_REASONS = [
  'extract not received',
  'outside the records',
  'never recorded',
  'no population',
  'fewer than 100 people',
  'none in the group',
  'not compared',
  'no reference rate',
  'not given when released',
] as const;

/** Why a figure has no value. */
export type MissingReason = (typeof MISSING_REASONS)[number];

/** What is said beside a figure: why it has no value. */
export type FigureNote = MissingReason;

/** Whether a text is a note of the declared list. */
export function isFigureNote(text: string): text is FigureNote {
  return (MISSING_REASONS as readonly string[]).includes(text);
}

// Why a figure has no value, or only a part of one → the note beside it in figures.csv, from a declared list.

/** Why there is no value: what the note says, word for word. */
const MISSING_REASONS = [
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

/**
 * What is said of a figure that rests on links to partners' records: it is the least there can be, it could move either
 * way, or too few are linked for a figure. The share is of the partner's people, in whole percent.
 */
export type LinkNote = `${'' | 'at least; ' | 'too few linked; '}${number}% linked`;

/** What is said beside a figure. */
export type FigureNote = MissingReason | LinkNote;

const LINK_NOTE = /^(at least; |too few linked; )?(\d{1,3})% linked$/;

/** What a note says of links, and the share in whole percent; null for a note of anything else. */
export function readLinkNote(
  note: string,
): { readonly says: 'least' | 'either' | 'few'; readonly percent: number } | null {
  const found = LINK_NOTE.exec(note);
  if (!found) return null;
  const [, start = ''] = found;
  const says = start === '' ? 'either' : start.startsWith('at least') ? 'least' : 'few';
  return { says, percent: Number(found[2]) };
}

/** Whether a text is a note of the declared list. */
export function isFigureNote(text: string): text is FigureNote {
  return MISSING_REASONS.some((reason) => reason === text) || readLinkNote(text) !== null;
}

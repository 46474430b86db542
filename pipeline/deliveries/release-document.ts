// What a pack gave ↔ a versioned JSON document: explicit keys that are no type's of the program, and a strict shape.
import { z } from 'zod';
import { writeCanonicalJson } from '../domain/canonical-json.js';
import { releasedSupplement, type ReleasedSupplement } from './release-supplement.js';

const FORMAT = 'boardpack-release';
/** Raised with any change of the keys or of what one means; the reader of every earlier version then stays. */
const VERSION = 1;

const place = {
  measure: z.string().min(1),
  window_start: z.iso.date(),
  window_end: z.iso.date(),
  breakdown: z.string().min(1),
  group: z.string().min(1),
};
const count = z.int().nonnegative().nullable();

/** One figure of our own that an edition gave, or hid: a hidden one has no number. */
const releasedFigure = z.discriminatedUnion('status', [
  z.strictObject({ ...place, status: z.literal('hidden') }),
  z.strictObject({
    ...place,
    status: z.literal('shown'),
    numerator: count,
    denominator: count,
    value: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    verdict: z
      .enum(['higher', 'lower', 'possible', 'no clear change', 'too few to tell'])
      .nullable(),
    /** Whether it was itself given as a pack before had given it. */
    kept: z.boolean(),
  }),
]);

const release = z
  .array(
    z.strictObject({
      edition: z.string().min(1),
      figures: z.array(releasedFigure),
      supplements: z.array(releasedSupplement),
    }),
  )
  .refine(hasNothingTwice, 'refused-twice');

const releaseDocument = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  editions: release,
});

export type { ReleasedSupplement } from './release-supplement.js';
export type ReleasedFigure = Readonly<z.infer<typeof releasedFigure>>;

/** What one edition of a pack gave and hid, no place twice. It holds totals and no row of anybody. */
export interface ReleasedEdition {
  readonly edition: string;
  readonly figures: readonly ReleasedFigure[];
  readonly supplements: readonly ReleasedSupplement[];
}

/** What a pack gave, each of its editions once. */
export type Release = readonly ReleasedEdition[];

/** Thrown for a document of a version that this program does not know. */
export class UnknownVersion extends Error {}

/** A release as text: the same for the same content, in whatever order it is given. Throws for what it could not read back. */
export function writeReleaseDocument(editions: Release): string {
  const written = { format: FORMAT, version: VERSION, editions: sortRelease(editions) };
  return writeCanonicalJson(releaseDocument.parse(written));
}

/**
 * The release that a text holds. Throws `UnknownVersion` for another version of the document, and another error for
 * anything that is no such document: an unknown key, one that is missing, a number that is none, a place twice.
 */
export function readReleaseDocument(text: string): Release {
  const read: unknown = JSON.parse(text);
  const { version } = z.looseObject({ format: z.literal(FORMAT), version: z.int() }).parse(read);
  if (version !== VERSION) throw new UnknownVersion();
  return releaseDocument.parse(read).editions;
}

/** Requires what was kept in an earlier form, and brought into this one, to be a release. Throws where it is none. */
export function requireRelease(editions: unknown): Release {
  return release.parse(editions);
}

/** Which figure, or which curve or telling, of an edition: the same in every pack. */
export function nameReleasedPlace(entry: ReleasedFigure | ReleasedSupplement): string {
  const rest = 'kind' in entry ? [entry.kind] : [entry.breakdown, entry.group];
  return JSON.stringify([entry.measure, entry.window_start, entry.window_end, ...rest]);
}

function hasNothingTwice(editions: Release): boolean {
  const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;
  return (
    isOnce(editions.map(({ edition }) => edition)) &&
    editions.every(
      ({ figures, supplements }) =>
        isOnce(figures.map(nameReleasedPlace)) && isOnce(supplements.map(nameReleasedPlace)),
    )
  );
}

function sortRelease(editions: Release): Release {
  return sortEntries(editions, ({ edition }) => edition).map(
    ({ edition, figures, supplements }) => ({
      edition,
      figures: sortEntries(figures, nameReleasedPlace),
      supplements: sortEntries(supplements, nameReleasedPlace),
    }),
  );
}

/** By code unit, so that no language of a computer changes the order. */
function sortEntries<Each>(list: readonly Each[], key: (each: Each) => string): Each[] {
  const keyed = list.map((each) => [key(each), each] as const);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

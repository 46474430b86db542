// What a pack gave as it was kept before the release document → that document's content. Read, and never written.
import { deserialize } from 'node:v8';
import { z } from 'zod';
import { requireRelease, type Release } from './release-document.js';
import { supplementBefore1 } from './supplement-before-1.js';

const figurePlace = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);

const number = z.number().nullable();
const nothing = z.null();

/** A figure by the property names that the program happened to have. */
const figure = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('hidden'),
    numerator: nothing,
    denominator: nothing,
    value: nothing,
    lower: nothing,
    upper: nothing,
    verdict: nothing,
  }),
  z.strictObject({
    status: z.literal('shown'),
    numerator: number,
    denominator: number,
    value: number,
    lower: number,
    upper: number,
    verdict: z.string().nullable(),
    kept: z.literal(true).optional(),
  }),
]);

const before1 = z.strictObject({
  told: z.map(z.string(), z.map(z.string(), figure)),
  /** The first packs were kept without. */
  besides: z.map(z.string(), z.map(z.string(), z.string())).optional(),
});

/** What V8 begins each value with that it writes. */
const V8_HEADER = 0xff;

/** Whether bytes are of the form before the document. */
export function isReleaseBefore1(bytes: Uint8Array): boolean {
  return bytes[0] === V8_HEADER;
}

/** The release that they hold. Throws for an unknown key, one that is missing, or anything else that form never had. */
export function readReleaseBefore1(bytes: Uint8Array): Release {
  const { told, besides = new Map<string, Map<string, string>>() } = before1.parse(
    deserialize(bytes),
  );
  if ([...besides.keys()].some((edition) => !told.has(edition)))
    throw new TypeError('an edition that told of no figure');
  return requireRelease(
    [...told].map(([edition, figures]) => ({
      edition,
      figures: [...figures].map(([place, each]) => figureBefore1(place, each)),
      supplements: [...(besides.get(edition) ?? [])].map(([place, text]) =>
        supplementBefore1(place, text),
      ),
    })),
  );
}

function figureBefore1(name: string, kept: z.infer<typeof figure>): unknown {
  const [measure, window_start, window_end, breakdown, group] = figurePlace.parse(JSON.parse(name));
  if (kept.status === 'hidden')
    return { measure, window_start, window_end, breakdown, group, status: 'hidden' };
  return {
    measure,
    window_start,
    window_end,
    breakdown,
    group,
    status: 'shown',
    numerator: kept.numerator,
    denominator: kept.denominator,
    value: kept.value,
    lower: kept.lower,
    upper: kept.upper,
    verdict: kept.verdict,
    kept: kept.kept ?? false,
  };
}

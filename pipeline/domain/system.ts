// A case system that a service uses or has used: its name, its supplier, and the days it was in use.
import { z } from 'zod';
import { wordsSchema } from './language.js';
import type { Day } from './period.js';

/** Strict schema of a case system in a service's settings. */
export const systemSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .describe(
      'Names its files and folders. Pseudonyms are made with it, so it may never change once used.',
    ),
  name: wordsSchema.describe('Its name in English and Welsh.'),
  supplier: z.string().min(1).describe('A file of queries/suppliers, without `.yaml`.'),
  from: z.iso.date().optional().describe('The first day on which records were made in it.'),
  until: z.iso.date().optional().describe('The last day on which records were made in it.'),
  children_of: z
    .string()
    .optional()
    .describe(
      "For a spreadsheet kept beside a case system: that system's id, whose numbers of children it uses.",
    ),
});

/** A case system. */
export type System = z.infer<typeof systemSchema>;

/**
 * The key of a system in the store and in the input to its children's pseudonyms. The first system has none: its
 * deliveries may have come before the service had a second system.
 */
export function systemKey(systems: readonly System[], id: string): string | undefined {
  return systems[0]?.id === id ? undefined : id;
}

/** The name of the system with this key, or the key itself if the settings do not list it. */
export function systemName(systems: readonly System[], key: string): string {
  return systems.find(({ id }) => id === key)?.name.en ?? key;
}

/** The key of a spreadsheet's parent system; empty if that is the first system, undefined if there is no parent. */
export function parentSystemKey(
  systems: readonly System[],
  key: string | undefined,
): string | undefined {
  const parent = systems.find(({ id }) => id === key)?.children_of;
  return parent === undefined ? undefined : (systemKey(systems, parent) ?? '');
}

/** Whether a system is in use on a day, so that extracts from it are expected. */
export function isInUse({ from, until }: System, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/**
 * What is put before a child's number to make its pseudonym. Empty for the first system, as if it were the only one.
 */
export interface PseudonymPrefixes {
  readonly own: string;
  /** For the number that the child had in the previous system. */
  readonly former: string;
}

/** No number contains this character, so that a prefixed number of one system never equals a number of another. */
const SEPARATOR = '\u001f';

/**
 * The prefixes of the numbers in a system's extracts; without an `id`, those of a service that declares no system. The
 * former number is that of the latest earlier system with numbers of its own: a spreadsheet has none.
 */
export function findPseudonymPrefixes(
  systems: readonly System[],
  id: string | undefined,
): PseudonymPrefixes {
  const at = systems.findIndex((each) => each.id === id);
  const own = systems[at];
  const numbering = own?.children_of ?? own?.id;
  const before = systems.slice(0, Math.max(at, 0));
  const former = before.findLast((each) => !each.children_of && each.id !== numbering);
  return { own: formatPrefix(systems, own), former: formatPrefix(systems, former) };
}

function formatPrefix(systems: readonly System[], system: System | undefined): string {
  if (!system) return '';
  const key = systemKey(systems, system.children_of ?? system.id);
  return key === undefined ? '' : `${key}${SEPARATOR}`;
}

/** The system whose child numbers partners use on a day: the last one in use that has numbers of its own. */
export function findCurrentSystem(systems: readonly System[], day: Day): System | undefined {
  const own = systems.filter((each) => each.children_of === undefined);
  return own.findLast((each) => isInUse(each, day)) ?? own.at(-1);
}

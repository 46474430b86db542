// A case system that a service uses or has used: its name, whose it is, and between which days.
import { z } from 'zod';
import { wordsSchema } from './language.js';
import type { Day } from './period.js';

/** The strict shape of a system in a service's settings. */
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
 * The mark that a system has in the store and in what its children's pseudonyms are made of; none for the first, whose
 * deliveries may have come before a service had others to tell it from.
 */
export function systemKey(systems: readonly System[], id: string): string | undefined {
  return systems[0]?.id === id ? undefined : id;
}

/** The name of the system that has a mark, or the mark where the settings do not have it. */
export function systemName(systems: readonly System[], key: string): string {
  return systems.find(({ id }) => id === key)?.name.en ?? key;
}

/** The mark of the system that a spreadsheet is kept beside, by the spreadsheet's; empty for the first, none for others. */
export function parentSystemKey(
  systems: readonly System[],
  key: string | undefined,
): string | undefined {
  const parent = systems.find(({ id }) => id === key)?.children_of;
  return parent === undefined ? undefined : (systemKey(systems, parent) ?? '');
}

/** Whether records are made in a system on a day, so that its extracts are to come. */
export function isInUse({ from, until }: System, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** What stands before a child's number when its pseudonym is made: nothing for the first system's, as if it were alone. */
export interface PseudonymPrefixes {
  readonly own: string;
  /** Before the number that the child had in the system before. */
  readonly former: string;
}

/** No number has this character in it, so that a marked number of one system is never one of another. */
const SEPARATOR = '\u001f';

/**
 * The marks of the numbers in a system's extracts; of no system's, those of a service that declares none. The number
 * before is that of the last system before which has numbers of its own: a spreadsheet has none.
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

/** The system whose numbers others know children by on a day: the last in use then that has numbers of its own. */
export function findCurrentSystem(systems: readonly System[], day: Day): System | undefined {
  const own = systems.filter((each) => each.children_of === undefined);
  return own.findLast((each) => isInUse(each, day)) ?? own.at(-1);
}

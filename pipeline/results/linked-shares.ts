// How many of a partner's people are linked to our children → what the measures that rest on those links can say.
import type { Confidence } from '../data-quality/grade.js';
import type { LinkNote } from '../domain/figure-note.js';
import type { Problem } from '../domain/problem.js';
import type { Value } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';
import { LINKS } from '../warehouse/identified.js';
import type { Lookup } from '../warehouse/lookups.js';

/** The people of one partner's extract who could be children of the service, and those of them who are linked. */
export interface LinkedShare {
  readonly extract: string;
  readonly people: number;
  readonly linked: number;
  /** True if the partner sends everybody it knows, so that the share linked says nothing. */
  readonly isWholeList: boolean;
}

/** Reads the share linked of every partner's extract with people in it. `wholeLists` are the sources that send everybody. */
export async function readLinkedShares(
  lookup: Lookup,
  wholeLists: readonly string[],
): Promise<LinkedShare[]> {
  const rows = await lookup('linked_people');
  return rows.map(([extract, source, people, linked]) => ({
    extract: String(extract),
    people: Number(people),
    linked: Number(linked),
    isWholeList: wholeLists.includes(String(source)),
  }));
}

/** How good the links of one extract are: enough, partly, or too few to count from. */
export type LinkGrade = 'enough' | 'partly' | 'too few';

/** Grades the links of an extract. Of a partner that sends everybody only no link at all is too few. */
export function gradeLinks(
  { people, linked, isWholeList }: LinkedShare,
  { at_least_under, no_data_under }: Confidence['links'],
): LinkGrade {
  if (linked === 0) return 'too few';
  if (isWholeList || linked >= people * at_least_under) return 'enough';
  return linked < people * no_data_under ? 'too few' : 'partly';
}

/**
 * What is said beside the figures of a measure that counts from these extracts, by the one with the smallest share
 * linked; null if it rests on no links or on enough, or if people who are not linked are counted too. Unless it declares
 * otherwise, its figure could move either way.
 */
export function chooseLinkNote(
  { unlinked }: Pick<Declaration, 'unlinked'>,
  extracts: ReadonlySet<string>,
  shares: readonly LinkedShare[],
  rules: Confidence['links'],
): LinkNote | null {
  if (unlinked === 'counted' || !extracts.has(LINKS)) return null;
  const lacking = shares
    .filter((each) => extracts.has(each.extract) && gradeLinks(each, rules) !== 'enough')
    .sort((one, other) => one.linked / one.people - other.linked / other.people);
  const [least] = lacking;
  if (!least) return null;
  const linked = `${Math.round((100 * least.linked) / least.people)}% linked` as const;
  if (lacking.some((each) => gradeLinks(each, rules) === 'too few'))
    return `too few linked; ${linked}`;
  return unlinked === 'least' ? `at least; ${linked}` : linked;
}

/**
 * Puts a note on every value of a measure whose links are partial. A figure that can only grow has neither interval nor
 * verdict: an upper limit would not hold, and a change could be one in the links.
 */
export function qualifyValues(values: readonly Value[], note: LinkNote | null): readonly Value[] {
  if (note === null) return values;
  return values.map((value) => {
    if (value.status !== 'known' || value.value === null) return value;
    const isLeast = note.startsWith('at least');
    return { ...value, note, verdict: null, ...(isLeast ? { lower: null, upper: null } : {}) };
  });
}

/** Notes on the partners' extracts that link to too few of our children for any measure to be counted from them. */
export function describeFewLinked(
  shares: readonly LinkedShare[],
  rules: Confidence['links'],
): Problem[] {
  return shares.flatMap((share): Problem[] => {
    if (gradeLinks(share, rules) !== 'too few') return [];
    const { extract, people, linked } = share;
    return [
      {
        kind: 'note',
        code: 'few-linked',
        file: extract,
        facts: { extract, people, linked },
      },
    ];
  });
}

// One measure's disclosed figures → the few facts that the briefing's rules turn on.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Verdict } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';

/** What the newest figure of a measure amounts to. */
export interface Reading {
  readonly id: string;
  readonly section: string;
  readonly kind: Declaration['kind'];
  readonly countsChildren: boolean;
  /** Whether it has a page of its own, and is no line of its section's table. */
  readonly paged: boolean;
  /** Of the newest window that is ready; `no data` where none ever was. A relative rate is hidden with any of its groups. */
  readonly status: 'shown' | 'hidden' | 'no data';
  /** Null where no claim is made. */
  readonly verdict: Verdict | null;
  /** What a higher or lower verdict means; null without such a verdict. */
  readonly sense: 'better' | 'worse' | 'moved' | null;
  /** True when windows after the newest ready one are not yet mature. */
  readonly immature: boolean;
  /** True when at least one child and fewer than ten are counted. */
  readonly few: boolean;
  /** Groups whose rate is clearly above the reference group's. Groups are named `breakdown.group`, as labels are. */
  readonly groupsAbove: readonly string[];
  /** Groups with children in them, but too few to compare. */
  readonly groupsTooFew: readonly string[];
  /** Needs clearly more or less common than the year before. */
  readonly needs: { readonly higher: readonly string[]; readonly lower: readonly string[] };
  readonly unknownEthnicity: boolean;
  /** Comparisons with the year before that were tested and had numbers enough, and those found higher or lower. */
  readonly tested: number;
  readonly clear: number;
}

/** Fewer events than this say little by themselves; exact intervals are used below it too. */
const FEW = 10;
const UNKNOWN = 'Not known';

/** Reads our own count of the newest ready window. What others published is passed over, of our service too. */
export function readMeasure(declaration: Declaration, disclosed: readonly Disclosed[]): Reading {
  const own = disclosed.filter(({ origin }) => origin === 'own');
  const newest = newestReady(own.filter(({ breakdown }) => breakdown === 'total'));
  const groups = own.filter(
    (cell) => cell.breakdown !== 'total' && cell.window.id === newest?.window.id,
  );
  // The headline of a relative rate is all children together: only its groups are compared.
  const compared = newest?.status === 'shown' && declaration.kind !== 'relative_rate';
  const verdict = compared ? newest.verdict : null;
  const told = [verdict, ...groups.filter(isCompared).map(verdictOf)].filter(isTested);
  return {
    id: declaration.id,
    section: declaration.section,
    kind: declaration.kind,
    countsChildren: declaration.counts === 'children',
    paged: declaration.chart !== 'row',
    tested: told.length,
    clear: told.filter((one) => one !== 'no clear change').length,
    status: statusOf(declaration, newest, groups),
    verdict,
    sense: senseOf(declaration, verdict),
    immature: own.some(({ status, window }) => status === 'immature' && isAfter(window.id, newest)),
    few: newest?.status === 'shown' && isFew(newest.numerator),
    unknownEthnicity: groups.some(isUnknownEthnicity),
    needs: { higher: needsThat(groups, 'higher'), lower: needsThat(groups, 'lower') },
    ...(declaration.kind === 'relative_rate'
      ? comparisonsOf(groups)
      : { groupsAbove: [], groupsTooFew: [] }),
  };
}

/** Needs are set against the year before, one by one, as the headline is; relative rates against another group. */
function isCompared({ breakdown }: Disclosed): boolean {
  return breakdown === 'need';
}

function verdictOf(cell: Disclosed): Verdict | null {
  return cell.status === 'shown' ? cell.verdict : null;
}

function isTested(verdict: Verdict | null): boolean {
  return verdict !== null && verdict !== 'too few to tell';
}

function statusOf(
  { kind }: Declaration,
  newest: Disclosed | undefined,
  groups: readonly Disclosed[],
): Reading['status'] {
  if (newest?.status !== 'shown' && newest?.status !== 'hidden') return 'no data';
  const isGroupHidden =
    kind === 'relative_rate' && groups.some(({ status }) => status === 'hidden');
  return isGroupHidden ? 'hidden' : newest.status;
}

function newestReady(totals: readonly Disclosed[]): Disclosed | undefined {
  return totals
    .filter(({ status }) => status === 'shown' || status === 'hidden')
    .reduce<Disclosed | undefined>(
      (best, cell) => (isAfter(cell.window.id, best) ? cell : best),
      undefined,
    );
}

function isAfter(windowId: string, cell: Disclosed | undefined): boolean {
  return cell === undefined || windowId > cell.window.id;
}

function senseOf({ better }: Declaration, verdict: Verdict | null): Reading['sense'] {
  if (verdict !== 'higher' && verdict !== 'lower') return null;
  if (better === 'neither') return 'moved';
  return verdict === better ? 'better' : 'worse';
}

function comparisonsOf(
  groups: readonly Disclosed[],
): Pick<Reading, 'groupsAbove' | 'groupsTooFew'> {
  const named = (keep: (cell: Extract<Disclosed, { status: 'shown' }>) => boolean): string[] =>
    groups.flatMap((cell) =>
      cell.status === 'shown' && cell.group !== UNKNOWN && keep(cell) ? [nameOf(cell)] : [],
    );
  return {
    groupsAbove: named(({ verdict }) => verdict === 'higher'),
    groupsTooFew: named(
      ({ verdict, numerator }) => verdict === 'too few to tell' && isSome(numerator),
    ),
  };
}

function isUnknownEthnicity(cell: Disclosed): boolean {
  if (cell.breakdown !== 'ethnicity' || cell.group !== UNKNOWN) return false;
  return cell.status === 'shown' && isSome(cell.numerator);
}

function isSome(count: number | null): boolean {
  return count !== null && count > 0;
}

function isFew(count: number | null): boolean {
  return isSome(count) && (count as number) < FEW;
}

function needsThat(groups: readonly Disclosed[], verdict: Verdict): string[] {
  return groups
    .filter(
      (cell) => cell.breakdown === 'need' && cell.status === 'shown' && cell.verdict === verdict,
    )
    .map(nameOf);
}

function nameOf({ breakdown, group }: Disclosed): string {
  return `${breakdown}.${group}`;
}

// One measure's disclosed figures → the few facts that the briefing's rules turn on.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { addDays } from '../domain/period.js';
import { findReferenceGroup } from '../domain/reference.js';
import type { Verdict } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';

/** A summary of a measure's newest figure. */
export interface MeasureSummary {
  readonly id: string;
  readonly section: string;
  readonly kind: Declaration['kind'];
  readonly countsChildren: boolean;
  /** Whether it has its own page, and is not a line of its section's table. */
  readonly hasOwnPage: boolean;
  /** The status of the newest ready window; `no data` if there is none. A relative rate is hidden if any group is. */
  readonly status: 'shown' | 'hidden' | 'no data';
  /** Null if no claim is made. */
  readonly verdict: Verdict | null;
  /** Whether a higher or lower verdict is better, worse or neither; null for any other verdict. */
  readonly sense: 'better' | 'worse' | 'moved' | null;
  /** True if windows after the newest ready one are not yet mature. */
  readonly immature: boolean;
  /** True if the count is from one to nine. */
  readonly few: boolean;
  /** Groups whose rate is clearly above the reference group's. Groups are named `breakdown.group`, as labels are. */
  readonly groupsAbove: readonly string[];
  /** Groups with children, but too few to compare. */
  readonly groupsTooFew: readonly string[];
  /** Needs clearly more or less common than the year before. */
  readonly needs: { readonly higher: readonly string[]; readonly lower: readonly string[] };
  readonly unknownEthnicity: boolean;
  /** Comparisons with the year before that were tested, few events or not, and how many were higher or lower. */
  readonly tested: number;
  readonly clear: number;
  /** Those of `clear` that rest on fewer than ten events; no change of them is listed. */
  readonly clearFew: number;
  /** Groups to be watched: their interval excludes parity, the allowance for many comparisons does not. */
  readonly groupsPossible: readonly string[];
}

/** Fewer events than this say little by themselves; exact intervals are used below this number too. */
const FEW = 10;
const UNKNOWN = 'Not known';

/** Summarises our own count of the newest ready window. Ignores published figures, including those of our own service. */
export function summariseMeasure(
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
): MeasureSummary {
  const own = disclosed.filter(({ origin }) => origin === 'own');
  const newest = findNewestReady(own.filter(({ breakdown }) => breakdown === 'total'));
  const groups = own.filter(
    (cell) => cell.breakdown !== 'total' && cell.window.id === newest?.window.id,
  );
  // The headline of a relative rate is all children together: only its groups are compared.
  const compared = newest?.status === 'shown' && declaration.kind !== 'relative_rate';
  const verdict = compared ? newest.verdict : null;
  const tested = [...(compared ? [newest] : []), ...groups.filter(isCompared)].filter(isTested);
  const clear = tested.filter(isClear);
  const isOnFew = (cell: DisclosedCell): boolean => countEvents(cell, own, declaration) < FEW;
  const listed = groups.filter((cell) => !isOnFew(cell));
  return {
    id: declaration.id,
    section: declaration.section,
    kind: declaration.kind,
    countsChildren: declaration.counts === 'children',
    hasOwnPage: declaration.chart !== 'row',
    tested: tested.length,
    clear: clear.length,
    clearFew: clear.filter(isOnFew).length,
    status: chooseStatus(declaration, newest, groups),
    verdict,
    sense: newest && isOnFew(newest) ? null : interpretVerdict(declaration, verdict),
    immature: own.some(({ status, window }) => status === 'immature' && isNewer(window.id, newest)),
    few: newest?.status === 'shown' && isFew(newest.numerator),
    unknownEthnicity: groups.some(isUnknownEthnicity),
    needs: { higher: selectNeeds(listed, 'higher'), lower: selectNeeds(listed, 'lower') },
    ...(declaration.kind === 'relative_rate'
      ? compareGroups(groups, listed)
      : { groupsAbove: [], groupsPossible: [], groupsTooFew: [] }),
  };
}

/** Needs are set against the year before, one by one, as the headline is; relative rates against another group. */
function isCompared({ breakdown }: DisclosedCell): boolean {
  return breakdown === 'need';
}

function readVerdict(cell: DisclosedCell): Verdict | null {
  return cell.status === 'shown' ? cell.verdict : null;
}

function isTested(cell: DisclosedCell): boolean {
  return readVerdict(cell) !== null;
}

function isClear(cell: DisclosedCell): boolean {
  const verdict = readVerdict(cell);
  return verdict === 'higher' || verdict === 'lower';
}

/** The events of a comparison that are shown: of a figure and of what it is set against. */
function countEvents(
  cell: DisclosedCell,
  own: readonly DisclosedCell[],
  declaration: Declaration,
): number {
  const { breakdown, group, window } = cell;
  const against = own.find((other) =>
    declaration.kind === 'relative_rate'
      ? other.breakdown === breakdown &&
        other.window.id === window.id &&
        other.group === findReferenceGroup(declaration, breakdown)
      : other.breakdown === breakdown &&
        other.group === group &&
        other.window.ends === addDays(window.starts, -1),
  );
  const counts = [cell, against].map((each) => (each?.status === 'shown' ? each.numerator : null));
  return counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

function chooseStatus(
  { kind }: Declaration,
  newest: DisclosedCell | undefined,
  groups: readonly DisclosedCell[],
): MeasureSummary['status'] {
  if (newest?.status !== 'shown' && newest?.status !== 'hidden') return 'no data';
  const isGroupHidden =
    kind === 'relative_rate' && groups.some(({ status }) => status === 'hidden');
  return isGroupHidden ? 'hidden' : newest.status;
}

function findNewestReady(totals: readonly DisclosedCell[]): DisclosedCell | undefined {
  return totals
    .filter(({ status }) => status === 'shown' || status === 'hidden')
    .reduce<DisclosedCell | undefined>(
      (newest, cell) => (isNewer(cell.window.id, newest) ? cell : newest),
      undefined,
    );
}

function isNewer(windowId: string, cell: DisclosedCell | undefined): boolean {
  return cell === undefined || windowId > cell.window.id;
}

function interpretVerdict(
  { better }: Declaration,
  verdict: Verdict | null,
): MeasureSummary['sense'] {
  if (verdict !== 'higher' && verdict !== 'lower') return null;
  if (better === 'neither') return 'moved';
  return verdict === better ? 'better' : 'worse';
}

function compareGroups(
  groups: readonly DisclosedCell[],
  listed: readonly DisclosedCell[],
): Pick<MeasureSummary, 'groupsAbove' | 'groupsPossible' | 'groupsTooFew'> {
  const selectNames = (
    from: readonly DisclosedCell[],
    isKept: (cell: Extract<DisclosedCell, { status: 'shown' }>) => boolean,
  ): string[] =>
    from.flatMap((cell) =>
      cell.status === 'shown' && cell.group !== UNKNOWN && isKept(cell)
        ? [buildGroupName(cell)]
        : [],
    );
  return {
    groupsAbove: selectNames(listed, ({ verdict }) => verdict === 'higher'),
    groupsPossible: selectNames(listed, ({ verdict }) => verdict === 'possible'),
    groupsTooFew: selectNames(
      groups,
      ({ verdict, numerator }) => verdict === 'too few to tell' && isSome(numerator),
    ),
  };
}

function isUnknownEthnicity(cell: DisclosedCell): boolean {
  if (cell.breakdown !== 'ethnicity' || cell.group !== UNKNOWN) return false;
  return cell.status === 'shown' && isSome(cell.numerator);
}

function isSome(count: number | null): boolean {
  return count !== null && count > 0;
}

function isFew(count: number | null): boolean {
  return isSome(count) && (count as number) < FEW;
}

function selectNeeds(groups: readonly DisclosedCell[], verdict: Verdict): string[] {
  return groups
    .filter(
      (cell) => cell.breakdown === 'need' && cell.status === 'shown' && cell.verdict === verdict,
    )
    .map(buildGroupName);
}

function buildGroupName({ breakdown, group }: DisclosedCell): string {
  return `${breakdown}.${group}`;
}

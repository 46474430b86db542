// What an edition releases and released, beside what was counted → the audit of all its releases together.
import type { Exposure } from '../disclosure/audit/examine.js';
import {
  findInherited,
  protectRelease,
  type ReleaseAudit,
  type ReleaseFindings,
} from '../disclosure/audit/protect.js';
import type { RegisteredFigure } from '../disclosure/audit/register.js';
import type { OpenModel } from '../disclosure/audit/solver.js';
import type { DisclosedCell, ReleasedCell } from '../disclosure/disclosed.js';
import { chooseStandard, type Edition } from '../disclosure/edition.js';
import type { RelationsByMeasure } from '../disclosure/relations.js';
import { listRevealedCounts } from '../disclosure/second-rates.js';
import { cellKey, collectReleasedCells } from '../disclosure/released.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { Value } from '../domain/value.js';
import type { Results } from '../results/results.js';
import type { AuditedRelease } from './previous-releases.js';
import { selectListedQuarters } from './supplements.js';

/** The figures of a pack as an edition may see them. */
export interface YearsAndQuarters {
  readonly disclosed: readonly DisclosedCell[];
  readonly quarters: readonly DisclosedCell[];
}

/** What the audit of an edition found. */
export interface EditionAudit {
  /** How many releases it took together, this one among them. */
  readonly releases: number;
  /** How many counts, remainders and changes it protected. */
  readonly protected: number;
  /** What this release would expose. */
  readonly exposures: readonly Exposure[];
  /** What earlier releases exposed by themselves. */
  readonly inherited: readonly Exposure[];
  /** What was taken to be known and does not hold. */
  readonly broken: readonly string[];
}

/** What an edition is audited by. */
interface AuditInput {
  readonly results: Pick<Results, 'values' | 'quarters'>;
  readonly relations: RelationsByMeasure;
  readonly edition: Edition;
  readonly openModel: OpenModel;
  readonly audited: readonly AuditedRelease[];
}

/**
 * Suppresses more of a pack until its audit, together with the earlier releases of the edition, finds nothing exposed that
 * withholding a figure of this release would mend. Each round suppresses more than the one before, so that there is an
 * end, and a count that was safe stays so.
 */
export function auditUntilSafe(
  discloseFigures: (withheld: ReadonlySet<string>) => YearsAndQuarters,
  { results, relations, edition, openModel, audited }: AuditInput,
): { readonly figures: YearsAndQuarters; readonly audit: EditionAudit } {
  const counted = indexCounts([...results.values, ...results.quarters]);
  const rule = {
    relations: new Map(sortByName(relations)),
    hideBelow: edition.hide_below,
    standard: chooseStandard(edition),
  };
  const release = (withheld: readonly RegisteredFigure[]): ReleasedFigures => {
    const figures = discloseFigures(new Set(withheld.map(keyFigure)));
    const cells = [...figures.disclosed, ...selectListedQuarters(figures.quarters)];
    const printed = collectReleasedCells(cells);
    const revealed = listRevealedCounts(cells, relations);
    return { release: figures, figures: registerRelease({ counted, printed }, revealed) };
  };
  const earlier = audited.map((each) => registerRelease(each));
  const found = protectRelease(earlier, release, rule, openModel);
  return {
    figures: found.release,
    audit: reportAudit(found.audit, found.findings, openModel),
  };
}

/** A release, and its figures as the audit sees them. */
interface ReleasedFigures {
  readonly release: YearsAndQuarters;
  readonly figures: readonly RegisteredFigure[];
}

/** What was found, by whether this release or those before it expose it. */
export function reportAudit(
  audit: ReleaseAudit,
  { exposures, protected: count, broken }: ReleaseFindings,
  openModel: OpenModel,
): EditionAudit {
  const inherited = findInherited(audit, exposures, openModel);
  return {
    releases: audit.releases.length,
    protected: count,
    exposures: exposures.filter(({ name }) => !inherited.has(name)),
    inherited: exposures.filter(({ name }) => inherited.has(name)),
    broken,
  };
}

function indexCounts(values: readonly Value[]): Map<string, CountPair> {
  const known = values.filter(({ origin, status }) => origin === 'own' && status === 'known');
  return new Map(known.map((value) => [cellKey(value), value]));
}

function keyFigure({ measure, starts, ends, breakdown, group }: RegisteredFigure): string {
  return cellKey({ measure, window: { id: ends, starts, ends }, breakdown, group });
}

/** The two counts behind a figure. */
type CountPair = Pick<ReleasedCell, 'numerator' | 'denominator'>;

/**
 * The figures that a release printed or hid, with what was counted of each. One without a count has none to protect: it
 * was not counted for an edition that shows it. A figure whose numerator is `revealed` by another number, by `cellKey`, is
 * taken to print it as counted.
 */
export function registerRelease(
  {
    counted,
    printed,
  }: {
    readonly counted: ReadonlyMap<string, CountPair>;
    readonly printed: AuditedRelease['printed'];
  },
  revealed: ReadonlySet<string> = new Set(),
): RegisteredFigure[] {
  return sortByName(printed).flatMap(([key, cell]) => {
    const counts = counted.get(key);
    if (!counts) return [];
    const [measure, starts, ends, breakdown, group] = JSON.parse(key) as FigurePlace;
    const { numerator, denominator } = counts;
    const place = { measure, starts, ends, breakdown, group };
    const shown = cell.status === 'shown' ? cell : null;
    const printed = revealed.has(key) ? { denominator: null, ...shown, numerator } : shown;
    return [{ ...place, numerator, denominator, printed }];
  });
}

/** In an order of their own, so that the order in which measures and groups come decides nothing of what is hidden. */
function sortByName<Entry>(entries: ReadonlyMap<string, Entry>): [string, Entry][] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
}

/** As `cellKey` writes it. */
type FigurePlace = [
  measure: string,
  starts: string,
  ends: string,
  breakdown: string,
  group: string,
];

/**
 * Throws `Stopped` where an edition would expose small counts that no figure of it could be withheld to protect: it must
 * not be published. Gives a note where earlier releases exposed some by themselves.
 */
export function requireSafe(
  editions: readonly { readonly edition: Edition; readonly audit: EditionAudit | null }[],
): Problem[] {
  const exposed = editions.flatMap(({ edition, audit }): Problem[] =>
    audit === null || audit.exposures.length === 0
      ? []
      : [
          {
            kind: 'data',
            code: 'count-exposed',
            facts: { counts: audit.exposures.length, edition: edition.name },
          },
        ],
  );
  if (exposed.length > 0) throw new ProblemError(exposed);
  return editions.flatMap(({ edition, audit }): Problem[] =>
    audit === null || audit.inherited.length === 0
      ? []
      : [
          {
            kind: 'note',
            code: 'count-exposed-before',
            facts: { counts: audit.inherited.length, edition: edition.name },
          },
        ],
  );
}

// The releases of an edition → the exposures of the newest, and the figures to withhold so that there is none.
import type { RelationsByMeasure } from '../relations.js';
import { auditSystem } from './audit.js';
import type { Exposure } from './examine.js';
import type { RegisteredFigure } from './register.js';
import { describeReleases, type ReleaseSystem } from './release-system.js';
import type { OpenModel } from './solver.js';
import type { SafetyStandard } from './standard.js';
import { chooseFigures } from './choose-figures.js';
import { Witnesses } from './witnesses.js';

/** A part of so many unknowns is asked again of each figure in some hundredths of a second. */
const LARGEST_PART = 60;

/** What is audited: the releases of an edition, oldest first, the newest last. */
export interface ReleaseAudit {
  readonly releases: readonly (readonly RegisteredFigure[])[];
  readonly relations: RelationsByMeasure;
  readonly hideBelow: number;
  readonly standard: SafetyStandard;
}

/** What an audit of releases found. */
export interface ReleaseFindings {
  /** How many counts, remainders and changes were protected. */
  readonly protected: number;
  readonly exposures: readonly Exposure[];
  /** What was taken to be known and does not hold. */
  readonly broken: readonly string[];
}

/** Finds every small count that readers of all releases can place too narrowly. */
export function auditReleases(audit: ReleaseAudit, openModel: OpenModel): ReleaseFindings {
  const { releases, relations, hideBelow } = audit;
  return examineSystem(describeReleases(releases, relations, hideBelow), audit, openModel);
}

/**
 * Withholds more of the newest release, as `release` gives it again without some of its figures, until nothing is left to
 * withhold against what is exposed; then audits it with all the others. Each round withholds more than the one before, so
 * that there is an end. Gives the findings beside the last release.
 */
export function protectRelease<Release>(
  earlier: readonly (readonly RegisteredFigure[])[],
  release: (withheld: readonly RegisteredFigure[]) => {
    readonly release: Release;
    readonly figures: readonly RegisteredFigure[];
  },
  rule: Omit<ReleaseAudit, 'releases'>,
  openModel: OpenModel,
): { readonly release: Release; readonly audit: ReleaseAudit; readonly findings: ReleaseFindings } {
  const { relations, hideBelow, standard } = rule;
  // The choice lets the largest small count be as many more as the standard asks; so must what gives back.
  const reaches = standard.reaches + standard.possibleValues - 2;
  const givenBack = { standard: { ...standard, reaches }, largestPart: LARGEST_PART };
  const withheld = new Map<string, RegisteredFigure>();
  let witnesses: Witnesses | null = null;
  for (;;) {
    const given = release([...withheld.values()]);
    const audit = { ...rule, releases: [...earlier, given.figures] };
    const system = describeReleases(audit.releases, relations, hideBelow);
    witnesses ??= new Witnesses(system.protect, { truth: system.truth, standard });
    const chosen = chooseFigures(system, { standard, witnesses, givenBack }, openModel);
    const more = [...chosen].filter((figure) => !withheld.has(keyFigure(figure)));
    if (more.length === 0) {
      const findings = examineSystem(system, audit, openModel, witnesses);
      return { release: given.release, audit, findings };
    }
    for (const figure of more) withheld.set(keyFigure(figure), figure);
  }
}

/**
 * Which of these the earlier releases expose by themselves: they are exposed whatever the newest withholds, and no figure
 * of it is to blame.
 */
export function findInherited(
  audit: ReleaseAudit,
  exposures: readonly Exposure[],
  openModel: OpenModel,
): ReadonlySet<string> {
  if (exposures.length === 0 || audit.releases.length < 2) return new Set();
  const newest = audit.releases.at(-1) ?? [];
  const silent = newest.map((figure) => ({ ...figure, printed: null }));
  const system = describeReleases(
    [...audit.releases.slice(0, -1), silent],
    audit.relations,
    audit.hideBelow,
  );
  const only = new Set(exposures.map(({ name }) => name));
  const protect = system.protect.filter(({ name }) => only.has(name));
  const found = examineSystem({ ...system, protect }, audit, openModel);
  return new Set(found.exposures.map(({ name }) => name));
}

function examineSystem(
  system: ReleaseSystem,
  { standard }: Pick<ReleaseAudit, 'standard'>,
  openModel: OpenModel,
  witnesses: Witnesses | null = null,
): ReleaseFindings {
  const { exposures } = auditSystem({ ...system, standard, witnesses }, openModel);
  return { protected: system.protect.length, exposures, broken: system.broken };
}

function keyFigure({ measure, starts, ends, breakdown, group }: RegisteredFigure): string {
  return JSON.stringify([measure, starts, ends, breakdown, group]);
}

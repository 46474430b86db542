// The releases of an edition → the exposures of the newest, and the figures to withhold so that there is none.
import { countWindowMonths } from '../../domain/period.js';
import type { RelationsByMeasure } from '../relations.js';
import { auditSystem, type AuditQuestion } from './audit.js';
import { chooseWithheld } from './choose.js';
import { costFigure } from './costs.js';
import type { Exposure } from './examine.js';
import type { RegisteredFigure } from './register.js';
import { pruneWithheld } from './prune.js';
import { describeReleases, PRINTED, type ReleaseSystem } from './release-system.js';
import type { OpenModel } from './solver.js';
import type { SafetyStandard } from './standard.js';
import type { Constraint } from './system.js';

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
  /** Figures of the newest release that would end exposures if they were withheld too. */
  readonly remedies: readonly RegisteredFigure[];
  /** What was taken to be known and does not hold. */
  readonly broken: readonly string[];
}

/**
 * Finds every small count that readers of all releases can place too narrowly. `only` are the names of those to look at:
 * all, where it is left out; withholding more, and nothing else, exposes no count that was safe.
 */
export function auditReleases(
  { releases, relations, hideBelow, standard }: ReleaseAudit,
  openModel: OpenModel,
  only?: ReadonlySet<string>,
): ReleaseFindings {
  const system = describeReleases(releases, relations, hideBelow);
  const protect = system.protect.filter(({ name }) => only?.has(name) ?? true);
  const { exposures } = auditSystem({ ...system, protect, standard }, openModel);
  const remedies =
    exposures.length === 0 ? [] : findRemedies(system, protect, exposures, standard, openModel);
  return { protected: protect.length, exposures, remedies, broken: system.broken };
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
  const only = new Set(exposures.map(({ name }) => name));
  const releases = [...audit.releases.slice(0, -1), silent];
  const found = auditReleases({ ...audit, releases }, openModel, only);
  return new Set(found.exposures.map(({ name }) => name));
}

/** Each exposure is remedied given what remedies those before it; then what is not needed after all is given back. */
function findRemedies(
  system: ReleaseSystem,
  protect: AuditQuestion['protect'],
  exposures: readonly Exposure[],
  standard: SafetyStandard,
  openModel: OpenModel,
): RegisteredFigure[] {
  const { relations, truth, printers, printedBefore } = system;
  const forms = new Map(protect.map(({ name, form }) => [name, form]));
  const costs = new Map(
    [...printers]
      .filter(([unknown]) => !printedBefore.has(unknown))
      .map(([unknown, figures]) => [unknown, sumCosts(figures)]),
  );
  const remedies = new Set<RegisteredFigure>();
  for (const { name } of exposures) {
    const choice = { relations, truth, costs, fixed: printedBefore, standard };
    const withheld = chooseWithheld(forms.get(name) ?? [], choice, openModel) ?? [];
    for (const unknown of withheld)
      for (const figure of printers.get(unknown) ?? []) remedies.add(figure);
    for (const [unknown, figures] of printers)
      if (figures.every((figure) => remedies.has(figure))) costs.delete(unknown);
  }
  const names = new Set(exposures.map(({ name }) => name));
  const exposed = protect.filter(({ name }) => names.has(name));
  return pruneRemedies(remedies, system, { protect: exposed, standard }, openModel);
}

function pruneRemedies(
  remedies: ReadonlySet<RegisteredFigure>,
  { constraints, truth, printers }: ReleaseSystem,
  asked: Pick<AuditQuestion, 'protect' | 'standard'>,
  openModel: OpenModel,
): RegisteredFigure[] {
  const withheld = new Set(
    [...printers].flatMap(([unknown, figures]) =>
      figures.every((figure) => remedies.has(figure)) ? [unknown] : [],
    ),
  );
  const isPrinted = ({ form, reason }: Constraint): boolean =>
    reason.startsWith(PRINTED) && form.some(({ unknown }) => withheld.has(unknown));
  const known = constraints.filter((constraint) => !isPrinted(constraint));
  const withholdings = [...remedies].map((figure) => {
    const unknowns = [...printers].flatMap(([unknown, figures]) =>
      figures.includes(figure) ? [unknown] : [],
    );
    return { figure, unknowns, cost: sumCosts([figure]) };
  });
  return pruneWithheld(withholdings, { ...asked, constraints: known, truth }, openModel);
}

function sumCosts(figures: readonly RegisteredFigure[]): number {
  return figures.reduce((sum, figure) => {
    return sum + costFigure(figure, countWindowMonths(figure) === QUARTER);
  }, 0);
}

const QUARTER = 3;

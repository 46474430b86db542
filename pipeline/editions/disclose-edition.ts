// Counted values and release history → what each edition of a pack may show, once for all its languages.
import { restoreReleasedCells } from '../disclosure/as-released.js';
import { fingerprintSupplements } from '../disclosure/supplement-history.js';
import { releaseEdition } from '../disclosure/release-entries.js';
import { isSameRelease, type GivenRelease } from '../disclosure/same-release.js';
import type { Release, ReleasedEdition } from '../deliveries/release-document.js';
import { disclose, type DisclosureRelations } from '../disclosure/disclose.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Edition } from '../disclosure/edition.js';
import { collectReleasedCells } from '../disclosure/released.js';
import type { DisclosureKind } from '../disclosure/threshold.js';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import {
  discloseLinkSensitivities,
  discloseCurves,
  discloseQuarterlySeries,
  selectListedQuarters,
  discloseSupplements,
} from './supplements.js';
import { auditUntilSafe, type EditionAudit, type YearsAndQuarters } from './audit-edition.js';
import { NO_RELEASES, type ReleaseHistory } from './previous-releases.js';
import type { OpenModel } from '../disclosure/audit/solver.js';
import type { RelationsByMeasure } from '../disclosure/relations.js';
import { countsNoPeople, type Declaration } from '../measures/declaration.js';
import type { Project } from '../config/project.js';
import type { Results } from '../results/results.js';

/** What one edition may show: yearly and quarterly figures, curves, supplements and link sensitivity. */
export interface EditionFigures {
  readonly edition: Edition;
  /** The measures it gives: detail is left out of an edition that hides. */
  readonly measures: readonly Declaration[];
  /** The packs that readers may have from before, which its figures are compared to. */
  readonly compared: ReleaseHistory['compared'];
  readonly disclosed: readonly DisclosedCell[];
  readonly quarters: readonly DisclosedCell[];
  readonly curves: ReturnType<typeof discloseCurves>;
  readonly supplements: ReturnType<typeof discloseSupplements>;
  readonly linkSensitivities: ReturnType<typeof discloseLinkSensitivities>;
  readonly answerRanges: ReturnType<typeof discloseLinkSensitivities>;
  /** What the audit of its figures found; null for an edition that hides nothing. */
  readonly audit: EditionAudit | null;
}

/** A pack as its editions may see it: all that is drawn, written and released of what was counted. */
export interface DisclosedPack {
  readonly editions: readonly EditionFigures[];
  /** What the least suppressed edition may show, requested or not: commentary is checked against it. */
  readonly mostOpen: readonly DisclosedCell[];
}

/** What was counted of children, before anyone may see it. */
interface Undisclosed {
  readonly results: Results;
  /** How far likely links that wait for a person could move the measures that rest on links. */
  readonly linkSensitivities: readonly LinkSensitivity[];
  /** How far blank answers could move the measures that take them for a no. */
  readonly answerRanges: readonly LinkSensitivity[];
}

/** What a pack is disclosed by: the project's declarations, and a solver for the audit of what is hidden. */
interface DisclosureTools {
  readonly project: Project;
  readonly openModel: OpenModel;
}

/**
 * Discloses a pack for each of these editions, given the release histories that each may have: the first by which it
 * gives what it gave when it was built with that history, or else the last.
 */
export function discloseEditions(
  tools: DisclosureTools,
  counted: Undisclosed,
  editions: readonly Edition[],
  findHistories: (edition: string) => readonly ReleaseHistory[],
): DisclosedPack {
  const { project } = tools;
  const disclosed = editions.map((edition) =>
    discloseByHistory(tools, counted, edition, findHistories(edition.name)),
  );
  const threshold = Math.min(...project.editions.map(({ hide_below }) => hide_below));
  const leastHidden = disclosed.find(({ edition }) => edition.hide_below === threshold);
  const { values } = counted.results;
  return {
    editions: disclosed,
    mostOpen: leastHidden?.disclosed ?? disclose(values, relateMeasures(project), threshold),
  };
}

function discloseByHistory(
  tools: DisclosureTools,
  counted: Undisclosed,
  edition: Edition,
  [history = NO_RELEASES, ...others]: readonly ReleaseHistory[],
): EditionFigures {
  const figures = discloseEdition(tools, counted, edition, history);
  if (others.length === 0 || history.given === null) return figures;
  return isSameRelease(history.given, describeRelease(figures))
    ? figures
    : discloseByHistory(tools, counted, edition, others);
}

/**
 * Discloses what was counted for one edition, given its release history. An edition that hides is audited as a whole, with
 * all its releases, and more is suppressed until the audit finds nothing that this release could mend.
 */
export function discloseEdition(
  { project, openModel }: DisclosureTools,
  all: Undisclosed,
  edition: Edition,
  history: ReleaseHistory,
): EditionFigures {
  const relations = relateMeasures(project);
  const measures = selectGiven(project, edition);
  const counted = selectCounted(all, measures);
  const discloseFigures = (withheld: ReadonlySet<string>): YearsAndQuarters =>
    discloseYears(counted.results, relations, edition, history, withheld);
  const { figures, audit } =
    edition.hide_below === 0
      ? { figures: discloseFigures(new Set()), audit: null }
      : auditUntilSafe(discloseFigures, {
          ...{ results: counted.results, relations, edition, openModel },
          audited: history.audited,
        });
  const { disclosed } = figures;
  const { results, linkSensitivities, answerRanges } = counted;
  const { hide_below } = edition;
  const released = history.supplements;
  const findKind = (id: string): DisclosureKind => relations.get(id)?.kind ?? 'count';
  return {
    ...figures,
    edition,
    measures,
    audit,
    compared: history.compared,
    curves: discloseCurves(results.curves, measures, disclosed, hide_below, released),
    supplements: discloseSupplements(results.supplements, disclosed, hide_below, released),
    linkSensitivities: discloseLinkSensitivities(linkSensitivities, findKind, hide_below),
    answerRanges: discloseLinkSensitivities(answerRanges, findKind, hide_below),
  };
}

/** The measures that an edition gives: all, but for detail where it hides any count. */
function selectGiven(project: Project, { hide_below }: Edition): readonly Declaration[] {
  return project.measures
    .map(({ declaration }) => declaration)
    .filter(({ detail }) => hide_below === 0 || detail !== true);
}

/** What was counted of the measures that an edition gives. */
function selectCounted(counted: Undisclosed, given: readonly Declaration[]): Undisclosed {
  const ids = new Set(given.map(({ id }) => id));
  const { results } = counted;
  const isGiven = ({ measure }: { readonly measure: string }): boolean => ids.has(measure);
  return {
    ...counted,
    results: {
      ...results,
      values: results.values.filter(isGiven),
      quarters: results.quarters.filter(isGiven),
    },
  };
}

function discloseYears(
  results: Results,
  relations: RelationsByMeasure,
  { hide_below }: Edition,
  { earlier, own }: ReleaseHistory,
  withheld: ReadonlySet<string>,
): YearsAndQuarters {
  const all = disclose(results.values, relations, hide_below, earlier, withheld);
  const disclosed = own ? restoreReleasedCells(all, own) : all;
  const quarterly = discloseQuarterlySeries(
    results.quarters,
    { values: results.values, disclosed },
    relations,
    { hideBelow: hide_below, earlier, withheld },
  );
  return { disclosed, quarters: own ? restoreReleasedCells(quarterly, own) : quarterly };
}

/** Everything an edition's figures file lists: its years, then its quarters. */
export function listFigures({ disclosed, quarters }: YearsAndQuarters): readonly DisclosedCell[] {
  return [...disclosed, ...selectListedQuarters(quarters)];
}

/** What a later pack must know that these editions gave: figures, and of an edition that hides, its supplements. */
export function releasedFigures(editions: readonly EditionFigures[]): Release {
  return editions.map((figures): ReleasedEdition => {
    const { figures: cells, supplements } = describeRelease(figures);
    return releaseEdition(figures.edition.name, cells, supplements);
  });
}

function describeRelease(figures: EditionFigures): GivenRelease {
  const { edition, curves, supplements } = figures;
  const fingerprints = fingerprintSupplements(
    edition.hide_below > 0 ? [...curves, ...supplements] : [],
  );
  return {
    figures: collectReleasedCells(listFigures(figures)),
    supplements: [...fingerprints.values()],
  };
}

/** What the rule of an edition needs to know of each measure. */
export function relateMeasures({ measures }: Project): Map<string, DisclosureRelations> {
  return new Map(
    measures.map(({ declaration }) => [declaration.id, describeRelations(declaration)]),
  );
}

function describeRelations(declaration: Declaration): DisclosureRelations {
  const { kind, base, reference, hidden_with, part_of, drawn_from, sum_of } = declaration;
  const { same_as, within, covered_by, quarters_add_up } = declaration;
  return {
    kind: kind === 'relative_rate' && base === 'children' ? 'relative_share' : kind,
    hiddenWith: hidden_with ?? null,
    partOf: part_of,
    drawnFrom: drawn_from,
    sumOf: sum_of,
    sameAs: same_as,
    within,
    coveredBy: covered_by,
    quartersAddUp: quarters_add_up,
    givesQuarter: declaration.quarter,
    countsNoPeople: countsNoPeople(declaration),
    reference,
  };
}

// What was counted and what earlier packs gave → what each edition of a pack may see of it, once for all its languages.
import { restoreReleasedCells } from '../disclosure/as-released.js';
import { fingerprintSupplements } from '../disclosure/supplement-history.js';
import { releaseEdition } from '../disclosure/release-entries.js';
import type { Release } from '../deliveries/release-document.js';
import { disclose, type DisclosureRelations } from '../disclosure/disclose.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Edition } from '../disclosure/edition.js';
import { collectReleasedCells } from '../disclosure/released.js';
import type { DisclosureKind } from '../disclosure/threshold.js';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import { bandsFor, curvesFor, quartersFor, quartersListed, tellingsFor } from './supplements.js';
import type { Before } from './previous-releases.js';
import { countsNoPeople, type Declaration } from '../measures/declaration.js';
import type { Project } from '../config/project.js';
import type { Results } from '../results/results.js';

/** One edition: what it may see, of its years, of its quarters, of its curves and of what else is told. */
export interface EditionFigures {
  readonly edition: Edition;
  /** What the last pack of an earlier quarter gave, or null. */
  readonly last: Before['last'];
  readonly disclosed: readonly DisclosedCell[];
  readonly quarters: ReturnType<typeof quartersFor>;
  readonly curves: ReturnType<typeof curvesFor>;
  readonly tellings: ReturnType<typeof tellingsFor>;
  readonly bands: ReturnType<typeof bandsFor>;
}

/** A pack as its editions may see it: all that is drawn, written and released of what was counted. */
export interface DisclosedPack {
  readonly editions: readonly EditionFigures[];
  /** What the most open edition may see, asked for or not: every sentence of the service is held to it. */
  readonly mostOpen: readonly DisclosedCell[];
}

/** What was counted of children, before anyone may see it. */
interface Undisclosed {
  readonly results: Results;
  /** How far likely links that wait for a person could move the measures that rest on links. */
  readonly bands: readonly LinkSensitivity[];
}

/** Discloses a pack for each of these editions, beside what earlier packs of it gave. */
export function discloseEditions(
  project: Project,
  counted: Undisclosed,
  editions: readonly Edition[],
  releasesOf: (edition: string) => Before,
): DisclosedPack {
  const disclosed = editions.map((edition) =>
    discloseEdition(project, counted, edition, releasesOf(edition.name)),
  );
  const threshold = Math.min(...project.editions.map(({ hide_below }) => hide_below));
  const opened = disclosed.find(({ edition }) => edition.hide_below === threshold);
  const { values } = counted.results;
  return {
    editions: disclosed,
    mostOpen: opened?.disclosed ?? disclose(values, sensitivitiesOf(project), threshold),
  };
}

/** Discloses what was counted for one edition, beside what earlier packs of it gave. */
export function discloseEdition(
  project: Project,
  { results, bands }: Undisclosed,
  edition: Edition,
  { earlier, last, own, besides }: Before,
): EditionFigures {
  const { hide_below } = edition;
  const sensitivities = sensitivitiesOf(project);
  const all = disclose(results.values, sensitivities, hide_below, earlier);
  const disclosed = own ? restoreReleasedCells(all, own) : all;
  const years = { values: results.values, disclosed };
  const ofQuarters = quartersFor(results.quarters, years, sensitivities, hide_below, earlier);
  const declarations = project.measures.map(({ declaration }) => declaration);
  const kindOf = (id: string): DisclosureKind => sensitivities.get(id)?.kind ?? 'count';
  return {
    edition,
    last,
    disclosed,
    quarters: own ? restoreReleasedCells(ofQuarters, own) : ofQuarters,
    curves: curvesFor(results.curves, declarations, disclosed, hide_below, besides),
    tellings: tellingsFor(results.tellings, disclosed, hide_below, besides),
    bands: bandsFor(bands, kindOf, hide_below),
  };
}

/** Everything an edition's figures file lists: its years, then its quarters. */
export function listedIn({ disclosed, quarters }: EditionFigures): readonly DisclosedCell[] {
  return [...disclosed, ...quartersListed(quarters)];
}

/** What a later pack must know that these editions gave: figures, and of an edition that hides, its supplements. */
export function releasedFigures(editions: readonly EditionFigures[]): Release {
  return editions.map((figures) => {
    const { edition, curves, tellings } = figures;
    const supplements = fingerprintSupplements(
      edition.hide_below > 0 ? [...curves, ...tellings] : [],
    );
    return releaseEdition(
      edition.name,
      collectReleasedCells(listedIn(figures)),
      supplements.values(),
    );
  });
}

/** What the rule of an edition needs to know of each measure. */
export function sensitivitiesOf({ measures }: Project): Map<string, DisclosureRelations> {
  return new Map(measures.map(({ declaration }) => [declaration.id, sensitivityOf(declaration)]));
}

function sensitivityOf(declaration: Declaration): DisclosureRelations {
  const { kind, base, reference, hidden_with, part_of, drawn_from, sum_of } = declaration;
  return {
    kind: kind === 'relative_rate' && base === 'children' ? 'relative_share' : kind,
    hiddenWith: hidden_with ?? null,
    partOf: part_of,
    drawnFrom: drawn_from,
    sumOf: sum_of,
    countsNoPeople: countsNoPeople(declaration),
    reference,
  };
}

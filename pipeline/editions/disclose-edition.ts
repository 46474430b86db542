// A pack's results and what its packs before gave → what one edition may see, once for all its languages.
import { bandsFor } from '../results/link-sensitivity.js';
import { asGiven } from '../disclosure/as-released.js';
import { besidesIn, type Besides } from '../disclosure/supplement-history.js';
import { disclose, type Sensitivity } from '../disclosure/disclose.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Edition } from '../disclosure/edition.js';
import type { Kind } from '../disclosure/threshold.js';
import type { Printing } from '../render/document.js';
import { curvesFor } from './supplements.js';
import type { Before } from './previous-releases.js';
import { isOfNobody, type Declaration } from '../measures/declaration.js';
import type { Project } from '../config/project.js';
import { quartersFor, quartersListed } from '../results/quarterly-series.js';
import type { Results } from '../results/results.js';
import { tellingsFor } from '../render/supplements.js';

/** One edition: what it may see, of its years, of its quarters, of its curves and of what else is told. */
export interface OpenEdition {
  readonly edition: Edition;
  /** What the last pack of an earlier quarter gave, or null. */
  readonly last: Before['last'];
  readonly disclosed: readonly Disclosed[];
  readonly quarters: ReturnType<typeof quartersFor>;
  readonly curves: ReturnType<typeof curvesFor>;
  readonly tellings: ReturnType<typeof tellingsFor>;
  readonly bands: ReturnType<typeof bandsFor>;
}

/** The same before the bands are counted, which hide nothing and are hidden by nothing else. */
export type DisclosedEdition = Omit<OpenEdition, 'bands'>;

/** Discloses a pack's results for one edition, beside what its packs before gave, once for all its languages. */
export function discloseEdition(
  { results, project }: Pick<Printing, 'results' | 'project'>,
  edition: Edition,
  { earlier, last, own, besides }: Before,
): DisclosedEdition {
  const sensitivities = sensitivitiesOf(project);
  const all = disclose(results.values, sensitivities, edition.hide_below, earlier);
  const disclosed = own ? asGiven(all, own) : all;
  const years = { values: results.values, disclosed };
  const ofQuarters = quartersFor(
    results.quarters,
    years,
    sensitivities,
    edition.hide_below,
    earlier,
  );
  const quarters = own ? asGiven(ofQuarters, own) : ofQuarters;
  const declarations = project.measures.map(({ declaration }) => declaration);
  const curves = curvesFor(results.curves, declarations, disclosed, edition.hide_below, besides);
  const tellings = tellingsFor(results.tellings, disclosed, edition.hide_below, besides);
  return { edition, last, disclosed, quarters, curves, tellings };
}

/** Adds what the edition may see of the bands. */
export function withBands(
  open: DisclosedEdition,
  { bands, project }: Pick<Printing, 'bands' | 'project'>,
): OpenEdition {
  const sensitivities = sensitivitiesOf(project);
  const kindOf = (id: string): Kind => sensitivities.get(id)?.kind ?? 'count';
  return { ...open, bands: bandsFor(bands, kindOf, open.edition.hide_below) };
}

/** What the most open edition of a project may see, whether or not it is among those that were opened. */
export function mostOpenOf(
  project: Project,
  { values }: Pick<Results, 'values'>,
  editions: readonly DisclosedEdition[],
): readonly Disclosed[] {
  const most = Math.min(...project.editions.map(({ hide_below }) => hide_below));
  const opened = editions.find(({ edition }) => edition.hide_below === most);
  return opened?.disclosed ?? disclose(values, sensitivitiesOf(project), most);
}

/** Everything an edition's figures file lists: its years, then its quarters. */
export function listedIn({ disclosed, quarters }: OpenEdition): readonly Disclosed[] {
  return [...disclosed, ...quartersListed(quarters)];
}

/** What a later pack must know that an edition gave besides its figures; of one that hides nothing, nothing. */
export function besidesOf({ edition, curves, tellings }: OpenEdition): Besides {
  return besidesIn(edition.hide_below > 0 ? [...curves, ...tellings] : []);
}

/** What the rule of an edition needs to know of each measure. */
export function sensitivitiesOf({ measures }: Project): Map<string, Sensitivity> {
  return new Map(measures.map(({ declaration }) => [declaration.id, sensitivityOf(declaration)]));
}

function sensitivityOf(declaration: Declaration): Sensitivity {
  const { kind, base, reference, hidden_with, part_of, drawn_from, sum_of } = declaration;
  return {
    kind: kind === 'relative_rate' && base === 'children' ? 'relative_share' : kind,
    hiddenWith: hidden_with ?? null,
    partOf: part_of,
    drawnFrom: drawn_from,
    sumOf: sum_of,
    ofNobody: isOfNobody(declaration),
    reference,
  };
}

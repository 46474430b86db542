// A quarter that is built more than once: what each build counted, and what every edition of it then gives.
import { appendLedger, readLedgerEvents } from '../../pipeline/deliveries/ledger.js';
import { archiveRelease } from '../../pipeline/deliveries/release-archive.js';
import type { ReleaseNames } from '../../pipeline/deliveries/release-names.js';
import type { ReleasedSupplement } from '../../pipeline/deliveries/release-document.js';
import { loadSolver } from '../../pipeline/disclosure/audit/solver.js';
import type { Curve } from '../../pipeline/domain/curve.js';
import { parseQuarter, type Day, type Quarter } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import {
  discloseEditions,
  listFigures,
  releasedFigures,
  type EditionFigures,
} from '../../pipeline/editions/disclose-edition.js';
import {
  buildReleaseHistory,
  readEarlierPacks,
} from '../../pipeline/editions/previous-releases.js';
import type { Results } from '../../pipeline/results/results.js';
import { findReleaseRevisions, type Revision } from '../../pipeline/results/revisions.js';
import { viewRevisedFigures } from '../../pipeline/render/revised-figures.js';
import { writePackHtml } from '../../pipeline/pack/pack.js';
import type { Language } from '../../pipeline/domain/language.js';
import { NO_CHANGES } from '../../pipeline/results/previous-pack.js';
import { valueOf, WINDOW } from '../disclosure/table.js';
import { samplePack, templates } from '../pack/sample.js';
import { theProject } from '../project.js';
import { emptyFolder } from './folder.js';
import { namesOf } from './packs-before.js';

const MEASURE = 'first_time_entrants';
const CURVED = 'live_tracker';
const NAMES: ReleaseNames = {
  ...{ measures: namesOf({ [MEASURE]: [], [CURVED]: [] }), breakdowns: new Set(['total']) },
  ...{ editions: namesOf({ board: [], public: [] }), groups: new Map() },
};
const Q4 = parseQuarter('2022-23 Q4') as Quarter;
export const Q3 = parseQuarter('2022-23 Q3') as Quarter;
const project = theProject();
const tools = { project, openModel: await loadSolver() };

/** What was counted: first-time entrants, or null for no data; and a curve, where there is one. */
export interface Counted {
  readonly entrants: number | null;
  readonly curve?: Curve;
}

/** One build, and what it gave. */
export interface Built {
  readonly asAt: Day;
  readonly edition: (name: string) => EditionFigures;
  /** What the edition prints of first-time entrants: its count, `kept` before one that is as it was. */
  readonly said: (name: string) => string;
  /** The list for the information officer, of the least suppressed edition built. */
  readonly listed: readonly Revision[];
  /** The page of revised figures, as text. */
  readonly page: (name: string, language?: Language) => string;
}

/** How a quarter is built. */
interface Build {
  readonly asAt: Day;
  readonly editions?: readonly string[];
  readonly draft?: true | undefined;
  readonly quarter?: Quarter;
}

/** A store of releases, in which builds follow each other. */
export function storeOfReleases(): (counted: Counted, build: Build) => Built {
  const store = emptyFolder();
  return (counted, { asAt, editions: asked = ['board', 'public'], draft, quarter = Q4 }) => {
    const archived = readEarlierPacks(store, readLedgerEvents(store), quarter, asAt);
    const histories = buildReleaseHistory(archived, NAMES);
    const editions = project.editions.filter(({ name }) => asked.includes(name));
    const facts = { results: resultsOf(counted), linkSensitivities: [], answerRanges: [] };
    const disclosed = discloseEditions(tools, facts, editions, histories).editions;
    record(store, disclosed, { asAt, draft, quarter });
    return viewBuild(asAt, disclosed);
  };
}

function record(
  store: string,
  disclosed: readonly EditionFigures[],
  { asAt, draft, quarter }: Pick<Build, 'asAt' | 'draft'> & { quarter: Quarter },
): void {
  const kept = draft ? disclosed.filter(({ edition }) => edition.hide_below > 0) : disclosed;
  if (kept.length === 0) return;
  const made = archiveRelease(store, releasedFigures(kept));
  const names = kept.map(({ edition }) => edition.name);
  const release = { quarter: quarter.label, as_at: asAt, editions: names, made };
  appendLedger(store, { what: draft ? 'drafted' : 'packed', on: '2023-12-01', ...release });
}

function viewBuild(asAt: Day, disclosed: readonly EditionFigures[]): Built {
  const edition = (name: string): EditionFigures => {
    const found = disclosed.find((each) => each.edition.name === name);
    if (!found) throw new RangeError(`no ${name} edition was built`);
    return found;
  };
  const [open] = disclosed;
  const revised = open?.compared.find(({ isSameQuarter }) => isSameQuarter);
  return {
    asAt,
    edition,
    said: (name) => said(edition(name)),
    listed: open && revised ? findReleaseRevisions(revised, listFigures(open), NO_CHANGES) : [],
    page: (name, language = 'en') => readPage(edition(name), asAt, language),
  };
}

function said({ disclosed }: EditionFigures): string {
  const [cell] = disclosed.filter(({ measure }) => measure === MEASURE);
  if (cell?.status !== 'shown') return cell?.status ?? '';
  return `${cell.kept ? 'kept ' : ''}${cell.numerator ?? ''}`;
}

function readPage(figures: EditionFigures, asAt: Day, language: Language): string {
  const context = { project, findChanges: () => NO_CHANGES };
  const revisions = viewRevisedFigures(context, figures);
  const html = writePackHtml(samplePack(language, { revisions, asAt }), templates);
  const [page = ''] = /<section class="restated.*?<\/section>/s.exec(html) ?? [];
  return page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

function resultsOf({ entrants, curve }: Counted): Results {
  const values: Value[] = [
    valueOf(entrants ?? 0, { measure: MEASURE, ...(entrants === null ? NO_DATA : {}) }),
    valueOf([20, 60], { measure: CURVED, unit: 'proportion' }),
  ];
  const nothing = {
    ...{ quarters: [], supplements: [], published: [], populations: [], reaches: [] },
    unshown: [],
  };
  const covers = { from: '2015-04-01', to: '2023-03-31' };
  return { values, curves: curve ? [curve] : [], covers, ...nothing };
}

const NO_DATA = { status: 'no data', numerator: null, value: null } as const;

/** A curve over sixty children, of whom a number had reoffended by the ninety-first day, and twenty by the end. */
export function curveOf(early: number): Curve {
  const point = (day: number, happened: number): Curve['steps'][number] => ({
    ...{ day, atRisk: 60 - happened, happened, left: 0, value: 1 - happened / 60 },
    ...{ lower: 0, upper: 1 },
  });
  const points = [point(91, early), point(365, 20)];
  return {
    ...{ measure: CURVED, window: WINDOW, children: 60, happened: 20, daysAtRisk: 9000 },
    ...{ rate: { value: 1, lower: 0.5, upper: 2 }, median: null, steps: points, ages: points },
  };
}

/** What the release of an edition holds of curves. */
export function curvesOf(figures: EditionFigures): readonly ReleasedSupplement[] {
  return releasedFigures([figures])[0]?.supplements ?? [];
}

// The findings, decisions and doubts of a pack → its main points as sentences, and the table of headline indicators.
import { indexTitles } from './labels.js';
import { linkPlaces } from './links.js';
import { anchorMeasure, findingAnchor, pageTitle } from './contents.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';
import type { Fairness, Finding, ShortPack } from './short-pack.js';
import { inlineDrawing } from './unescaped.js';

/** One main point, with a link to the page that it is taken from. */
interface MainPoint {
  readonly text: string;
  readonly link: string | null;
}

/** Lays out the first page. Sentences quote the pages that they link to, so the two cannot differ. */
export function viewMainPoints(input: PackInput, say: Say): object {
  const short = requireShort(input);
  return {
    points: listPoints(input, short, say).slice(0, short.points),
    indicators: viewIndicators(input, short, say),
  };
}

/** The parts of the pack to read. Throws where a form asks for one that was not built. */
export function requireShort({ short }: PackInput): ShortPack {
  if (!short) throw new RangeError('this document has a part that was not built');
  return short;
}

/** The indicators together, then the decision that stands out, findings, and what cannot be told. */
function listPoints(input: PackInput, short: ShortPack, say: Say): MainPoint[] {
  const { findings } = short;
  const [first, ...others] = findings.map((finding) => writeFinding(finding, input, say));
  const limits = writeLimits(input, say);
  const kept = Math.max(short.points - 3 - limits.length, 0);
  return [
    { text: writeIndicators(short, say), link: null },
    ...writeFairness(input, short, say),
    ...(first ? [first] : [{ text: say('main.none'), link: null }]),
    ...others.slice(0, kept),
    ...limits,
    ...others.slice(kept),
  ];
}

function writeIndicators({ changed, indicators: { length: number } }: ShortPack, say: Say): string {
  const isSteady = changed.better + changed.worse === 0;
  return say(isSteady ? 'main.steady' : 'main.indicators', { number, ...changed });
}

function writeFairness(input: PackInput, { fairness }: ShortPack, say: Say): MainPoint[] {
  if (!fairness) return [];
  const link = linkPlaces(input)('fairness', 'fairness');
  const telling = fairness.decisions.flatMap(({ title: decision, leading }) =>
    leading ? [{ decision, ...leading }] : [],
  );
  const first =
    telling.find(({ isByEthnicity, isClear }) => isByEthnicity && isClear) ??
    telling.find(({ isByEthnicity }) => isByEthnicity) ??
    telling.find(({ isClear }) => isClear) ??
    telling[0];
  if (!first) return [{ text: writeUnclear(fairness, input, say), link }];
  const { decision, sentence } = first;
  return [{ text: say('main.over', { decision, sentence }), link }];
}

/** Where much is hidden nothing is said of what is: no clear difference shown is not none. */
function writeUnclear({ decisions }: Fairness, { edition }: PackInput, say: Say): string {
  const hidden = decisions.filter(({ isHidden }) => isHidden).length;
  if (hidden > 0) return say('main.unshown', { hidden, all: decisions.length });
  const cases = edition.hides ? 0 : decisions.reduce((sum, each) => sum + each.cases, 0);
  return say(cases > 0 ? 'main.review' : 'main.even', { cases });
}

function writeFinding(
  { page, reason, moved, asked, action = '' }: Finding,
  input: PackInput,
  say: Say,
): MainPoint {
  const { declaration, figure } = page;
  return {
    text: say(`main.${reason}`, {
      finding: figure.title,
      title: pageTitle(declaration, input.language, say),
      moved: moved.join('; '),
      partner: asked[input.language],
      action,
    }),
    link: linkPlaces(input)('findings', findingAnchor(declaration.id)),
  };
}

/** The first of what cannot be told, and the extracts that are late, in one sentence at most. */
function writeLimits(input: PackInput, say: Say): MainPoint[] {
  const link = linkPlaces(input)('reliability', 'reliability');
  const titles = indexTitles(input, say);
  const few = input.briefing.cannotTell.find(({ rule }) => rule === 'too-few');
  if (!few) return [];
  const measures = few.measures.slice(0, MOST_NAMED).map((id) => titles.get(id) ?? id);
  const more = few.measures.length - measures.length + (few.more ?? 0);
  const named = [...measures, ...(more > 0 ? [say('briefing.more', { count: more })] : [])];
  return [{ text: say('main.few', { measures: named.join('; ') }), link }];
}

/** How many measures a main point names; the others are counted. */
const MOST_NAMED = 3;

function viewIndicators(input: PackInput, { indicators }: ShortPack, say: Say): object {
  const endings = [...new Set(indicators.map(({ ending }) => ending))];
  const [ending = ''] = endings;
  return {
    caption: say('main.caption'),
    heads: ['indicator', 'line', 'latest', 'before', 'change', 'family', 'nation'].map((head) => ({
      label: say(`main.heads.${head}`),
      kind: ['latest', 'before', 'family', 'nation'].includes(head) ? 'number' : 'words',
    })),
    rows: indicators.map((indicator) => ({
      ...indicator,
      under: say('main.ending', { month: indicator.ending }),
      drawing: indicator.line === null ? null : inlineDrawing(indicator.line),
      link: linkIndicator(indicator.measure, input),
    })),
    note: say('main.note', { month: ending }),
  };
}

/** To its finding if it has one, else to its page in the annex. */
function linkIndicator(measure: string, input: PackInput): string | null {
  const isFinding = requireShort(input).findings.some((each) => each.measure === measure);
  const findLink = linkPlaces(input);
  if (isFinding) return findLink('findings', findingAnchor(measure));
  const pages = input.sections.flatMap(({ measures }) => measures);
  const page = pages.find(({ declaration }) => declaration.id === measure);
  return page ? findLink('sections', anchorMeasure(page)) : null;
}

// The findings, decisions and doubts of a pack → its main points as sentences, and the table of headline indicators.
import { indexTitles, writeGroups } from './labels.js';
import { linkPlaces } from './links.js';
import { anchorMeasure, findingAnchor, pageTitle } from './contents.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';
import type { Finding, ShortPack } from './short-pack.js';
import { inlineDrawing } from './unescaped.js';

/** One main point, with a link to the page that it is taken from. */
interface MainPoint {
  readonly text: string;
  readonly link: string | null;
}

/** Lays out the first page. Sentences quote the pages that they link to, so the two cannot differ. */
export function viewMainPoints(input: PackInput, say: Say, labels: Say): object {
  const short = requireShort(input);
  return {
    points: listPoints(input, short, say, labels).slice(0, short.points),
    indicators: viewIndicators(input, short, say),
  };
}

/** The parts of the pack to read. Throws where a form asks for one that was not built. */
export function requireShort({ short }: PackInput): ShortPack {
  if (!short) throw new RangeError('this document has a part that was not built');
  return short;
}

/** The indicators together, then the decision that stands out, findings, and what cannot be told. */
function listPoints(input: PackInput, short: ShortPack, say: Say, labels: Say): MainPoint[] {
  const { changed, indicators, findings } = short;
  const [first, ...others] = findings.map((finding) => writeFinding(finding, input, say, labels));
  const limits = writeLimits(input, say);
  const kept = Math.max(short.points - 3 - limits.length, 0);
  return [
    {
      text: say('main.indicators', { number: indicators.length, ...changed }),
      link: null,
    },
    ...writeFairness(input, short, say),
    ...(first ? [first] : [{ text: say('main.none'), link: null }]),
    ...others.slice(0, kept),
    ...limits,
    ...others.slice(kept),
  ];
}

function writeFairness(input: PackInput, { fairness }: ShortPack, say: Say): MainPoint[] {
  if (!fairness) return [];
  const link = linkPlaces(input)('fairness', 'fairness');
  const telling = fairness.decisions.flatMap(({ title: decision, leading }) =>
    leading ? [{ decision, ...leading }] : [],
  );
  const first = telling.find(({ isByEthnicity }) => isByEthnicity) ?? telling[0];
  if (!first) return [{ text: say('main.even'), link }];
  const { decision, sentence } = first;
  return [{ text: say('main.over', { decision, sentence }), link }];
}

function writeFinding(
  { page, reason, groups, asked, action = '' }: Finding,
  input: PackInput,
  say: Say,
  labels: Say,
): MainPoint {
  const { declaration, figure } = page;
  return {
    text: say(`main.${reason}`, {
      finding: figure.title,
      title: pageTitle(declaration, input.language, say),
      groups: writeGroups(groups, labels),
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

// The briefing's statements → sentences with links.
import { anchorMeasure, pageTitle } from './contents.js';
import { formatShortDay } from './dates.js';
import { hasPage } from './glance.js';
import type { PackInput } from './input.js';
import { linkPlaces } from './links.js';
import type { Say } from './phrases.js';
import type { Statement } from './statement.js';

interface Sentence {
  readonly text: string;
  readonly link: string | null;
}

/** A measure as named in the briefing. */
interface MentionedMeasure {
  readonly title: string;
  readonly finding: string;
  readonly link: string | null;
}

/** Puts the briefing into words. A finding is quoted from its own page, so the two cannot differ. */
export function viewBriefing(input: PackInput, say: Say, labels: Say): object {
  const { briefing, language, memory } = input;
  const measures = indexMeasures(input, say);
  const context: SentenceContext = { say, labels, measures };
  // An edition that hides is for the public: nobody is asked in it, and no case review is asked for.
  const { hides } = input.edition;
  return {
    kicker: say(hides ? 'briefing.kicker_public' : 'briefing.kicker'),
    changed: briefing.changed.map((statement) => writeStatement(statement, context)),
    alsoChanged: briefing.alsoChanged.map((statement) => writeStatement(statement, context)),
    chance: writeChanceNote(briefing, say),
    steady: briefing.steady.map((statement) => writeStatement(statement, context)),
    late: writeLate(input, say),
    ends: writeEnds(input, say),
    cannotTell: [
      ...writeAnswerRanges(input, say),
      ...briefing.cannotTell.map((statement) => writeStatement(statement, context)),
    ],
    keepsActions: (memory ?? null) !== null,
    unmoved: writeUnmoved(briefing.stalled, language, context),
    alsoUnmoved:
      briefing.alsoStalled.length > 0
        ? say('briefing.unmoved.also', { actions: briefing.alsoStalled.join(', ') })
        : null,
    questions: (hides ? [] : briefing.questions).map((question) => ({
      ...writeStatement(question, context),
      asked: question.asked[language],
    })),
    reviews: listReviews(input).map((statement) => writeStatement(statement, context)),
  };
}

/** Each action that moved nothing, and what its figures are. */
function writeUnmoved(
  stalled: PackInput['briefing']['stalled'],
  language: PackInput['language'],
  { say, measures }: SentenceContext,
): object[] {
  return stalled.map((action) => ({
    text: action.action,
    said: say(`briefing.unmoved.${action.overdue ? 'overdue' : 'open'}`, {
      action: action.id,
      owner: action.owner[language],
      findings: action.unmoved
        .map(({ measure, group, finding }) =>
          group === null ? findMeasure(measure, measures).finding : finding,
        )
        .join('; '),
    }),
  }));
}

/** Reviews of groups stand as numbers of cases on the page on disproportionality, where the document has it. */
function listReviews({ briefing, document, edition }: PackInput): readonly Statement[] {
  if (edition.hides) return [];
  if (!document.parts.includes('fairness')) return briefing.reviews;
  return briefing.reviews.filter(({ rule }) => rule !== 'review-groups');
}

/** What is needed to write a sentence. */
interface SentenceContext {
  readonly say: Say;
  readonly labels: Say;
  readonly measures: ReadonlyMap<string, MentionedMeasure>;
}

function writeStatement(
  { rule, measures: ids, groups, action, more }: Statement & { readonly action?: string },
  { say, labels, measures }: SentenceContext,
): Sentence {
  const [first] = ids;
  const measure = first === undefined ? null : findMeasure(first, measures);
  return {
    text: say(`briefing.rules.${rule}`, {
      finding: measure?.finding ?? '',
      measures: [
        ...ids.map((id) => findMeasure(id, measures).title),
        ...(more === undefined ? [] : [say('briefing.more', { count: more })]),
      ].join('; '),
      groups: groups.map((group) => labels(`groups.${group}`)).join(', '),
      action: action ?? '',
    }),
    link: measure?.link ?? null,
  };
}

/** The measures with a page that blank answers leave a range, as their pages give it. */
function writeAnswerRanges({ sections }: PackInput, say: Say): Sentence[] {
  const pages = sections.flatMap(({ measures }) => measures).filter(hasPage);
  const ranges = pages.flatMap(({ figure }) => figure.answerRange ?? []);
  return (['shown', 'hidden'] as const).flatMap((status) => {
    const said = ranges.filter((range) => range.status === status).map((range) => range.said);
    if (said.length === 0) return [];
    const more = said.length - MOST_NAMED;
    const named = [
      ...said.slice(0, MOST_NAMED),
      ...(more > 0 ? [say('briefing.more', { count: more })] : []),
    ];
    return [
      {
        text: say(`briefing.cannot_tell.answers.${status}`, { measures: named.join('; ') }),
        link: null,
      },
    ];
  });
}

/** How many extracts, or ranges, one sentence names; the others are only counted. */
const MOST_NAMED = 3;

/** Names the extracts that are late, whether or not any ever came, where a measure counts from them. */
function writeLate({ quality, language }: PackInput, say: Say): string | null {
  const late = quality.extracts.filter(
    ({ owed, touches }) => owed?.state === 'late' && touches.length > 0,
  );
  if (late.length === 0) return null;
  const titles = late.map(({ title }) => title[language]);
  return say('briefing.cannot_tell.late', { extracts: joinFirst(titles, say) });
}

/**
 * Names the extracts whose records end before the quarter does, where a measure counts from them. The day may be one
 * child's, so an edition that hides gives none.
 */
function writeEnds({ quality, language }: PackInput, say: Say): string | null {
  const short = quality.extracts.filter(
    ({ endsEarly, touches }) => endsEarly && touches.length > 0,
  );
  if (short.length === 0) return null;
  const titles = short.map(({ title, reach }) =>
    reach === null
      ? title[language]
      : say('briefing.cannot_tell.end_day', {
          extract: title[language],
          day: formatShortDay(reach, language),
        }),
  );
  return say('briefing.cannot_tell.ends', { extracts: joinFirst(titles, say) });
}

function joinFirst(titles: readonly string[], say: Say): string {
  const more = titles.length - MOST_NAMED;
  const others = more > 0 ? [say('briefing.more', { count: more })] : [];
  return [...titles.slice(0, MOST_NAMED), ...others].join('; ');
}

/** Tests at the 5% level: where nothing changed, one in twenty still finds a change. */
const FALSE_POSITIVE_RATE = 0.05;

function writeChanceNote(
  { tested, clear, clearFew: few }: PackInput['briefing'],
  say: Say,
): string | null {
  if (tested === 0) return null;
  const expected = Math.round(tested * FALSE_POSITIVE_RATE);
  const made = say('briefing.changed.chance', { tested, clear, expected });
  return few === 0 ? made : `${made} ${say('briefing.changed.few_events', { few })}`;
}

function indexMeasures(input: PackInput, say: Say): Map<string, MentionedMeasure> {
  const { sections, language } = input;
  const findLink = linkPlaces(input);
  return new Map(
    sections.flatMap(({ measures }) =>
      measures.map((page) => {
        const { id } = page.declaration;
        const title = pageTitle(page.declaration, language, say);
        const link = findLink('sections', anchorMeasure(page));
        return [id, { title, finding: page.figure.title, link }];
      }),
    ),
  );
}

function findMeasure(
  id: string,
  measures: ReadonlyMap<string, MentionedMeasure>,
): MentionedMeasure {
  const measure = measures.get(id);
  if (!measure) throw new RangeError(`the briefing speaks of ${id}, which has no page`);
  return measure;
}

// The briefing's statements → sentences, with the words and links of the pack.
import { measureAnchor, pageTitle } from './contents.js';
import { hasPage } from './glance.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';
import type { Statement } from './statement.js';

interface Sentence {
  readonly text: string;
  readonly link: string | null;
}

/** A measure as the briefing speaks of it. */
interface Spoken {
  readonly title: string;
  readonly finding: string;
  readonly link: string;
}

/** Puts the briefing into words. A finding is said in the words of its own page, so the two cannot differ. */
export function viewBriefing(input: PackInput, say: Say, labels: Say): object {
  const { briefing, language, memory } = input;
  const measures = spokenMeasures(input, say);
  const saying: Saying = { say, labels, measures };
  return {
    changed: briefing.changed.map((statement) => sentenceOf(statement, saying)),
    alsoChanged: briefing.alsoChanged.map((statement) => sentenceOf(statement, saying)),
    chance: chanceOf(briefing, say),
    steady: briefing.steady.map((statement) => sentenceOf(statement, saying)),
    cannotTell: briefing.cannotTell.map((statement) => sentenceOf(statement, saying)),
    keepsActions: (memory ?? null) !== null,
    unmoved: briefing.unmoved.map((action) => ({
      text: action.action,
      said: say(`briefing.unmoved.${action.overdue ? 'overdue' : 'open'}`, {
        action: action.id,
        owner: action.owner[language],
        findings: action.measures.map((id) => spokenOf(id, measures).finding).join('; '),
      }),
    })),
    alsoUnmoved:
      briefing.alsoUnmoved.length > 0
        ? say('briefing.unmoved.also', { actions: briefing.alsoUnmoved.join(', ') })
        : null,
    questions: briefing.questions.map((question) => ({
      ...sentenceOf(question, saying),
      asked: question.asked[language],
    })),
    reviews: briefing.reviews.map((statement) => sentenceOf(statement, saying)),
  };
}

/** What sentences are made with. */
interface Saying {
  readonly say: Say;
  readonly labels: Say;
  readonly measures: ReadonlyMap<string, Spoken>;
}

function sentenceOf(
  { rule, measures: ids, groups, action, more }: Statement & { readonly action?: string },
  { say, labels, measures }: Saying,
): Sentence {
  const [first] = ids;
  const spoken = first === undefined ? null : spokenOf(first, measures);
  return {
    text: say(`briefing.rules.${rule}`, {
      finding: spoken?.finding ?? '',
      measures: [
        ...ids.map((id) => spokenOf(id, measures).title),
        ...(more === undefined ? [] : [say('briefing.more', { count: more })]),
      ].join('; '),
      groups: groups.map((group) => labels(`groups.${group}`)).join(', '),
      action: action ?? '',
    }),
    link: spoken?.link ?? null,
  };
}

/** A test at 5% that finds nothing real still finds something one time in twenty. */
const BY_CHANCE = 0.05;

function chanceOf({ tested, clear }: PackInput['briefing'], say: Say): string | null {
  if (tested === 0) return null;
  const expected = Math.round(tested * BY_CHANCE);
  return say('briefing.changed.chance', { tested, clear, expected });
}

function spokenMeasures({ sections, language }: PackInput, say: Say): Map<string, Spoken> {
  return new Map(
    sections.flatMap(({ id: section, measures }) =>
      measures.map((page) => {
        const { id } = page.declaration;
        const link = `#${hasPage(page) ? measureAnchor(id) : section}`;
        return [
          id,
          { title: pageTitle(page.declaration, language, say), finding: page.figure.title, link },
        ];
      }),
    ),
  );
}

function spokenOf(id: string, measures: ReadonlyMap<string, Spoken>): Spoken {
  const spoken = measures.get(id);
  if (!spoken) throw new RangeError(`the briefing speaks of ${id}, which has no page`);
  return spoken;
}

// The briefing's statements → sentences, with the words and links of the pack.
import { measureAnchor } from './contents.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';
import type { Statement } from './statement.js';

interface Sentence {
  readonly text: string;
  readonly link: string | null;
  readonly asked: string | null;
}

/** Puts the briefing into words. A finding is said in the words of its own page, so the two cannot differ. */
export function viewBriefing(input: PackInput, say: Say, labels: Say): object {
  const { briefing, language } = input;
  const pages = new Map(
    input.sections.flatMap((section) =>
      section.measures.map((page) => [
        page.declaration.id,
        { ...page, asked: section.asked[language] },
      ]),
    ),
  );
  const titles = (ids: readonly string[]): string =>
    ids.flatMap((id) => pages.get(id)?.declaration.title[language] ?? []).join('; ');
  const sentence = (statement: Statement): Sentence => {
    const [first] = statement.measures;
    return {
      text: say(`briefing.rules.${statement.rule}`, {
        finding: (first !== undefined && pages.get(first)?.figure.title) || '',
        measures: titles(statement.measures),
        groups: statement.groups.map((group) => labels(`groups.${group}`)).join(', '),
      }),
      link: first === undefined ? null : `#${measureAnchor(first)}`,
      asked: (first !== undefined && pages.get(first)?.asked) || null,
    };
  };
  return {
    changed: briefing.changed.map(sentence),
    steady:
      briefing.steady.length > 0
        ? say('briefing.steady', { measures: titles(briefing.steady) })
        : null,
    cannotTell: briefing.cannotTell.map(sentence),
    questions: briefing.questions.map(sentence),
    reviews: briefing.reviews.map(sentence),
  };
}

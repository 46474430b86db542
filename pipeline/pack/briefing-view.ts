// The briefing's statements → sentences, with the words and links of the pack.
import { measureAnchor } from './contents.js';
import { hasPage } from './glance.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';
import type { Statement } from './statement.js';

interface Sentence {
  readonly text: string;
  readonly link: string | null;
  readonly asked: string | null;
}

/** A measure as the briefing speaks of it. */
interface Spoken {
  readonly title: string;
  readonly finding: string;
  readonly asked: string;
  readonly link: string;
}

/** Puts the briefing into words. A finding is said in the words of its own page, so the two cannot differ. */
export function viewBriefing(input: PackInput, say: Say, labels: Say): object {
  const { briefing } = input;
  const measures = spokenMeasures(input);
  const titles = (ids: readonly string[]): string =>
    ids.map((id) => spokenOf(id, measures).title).join('; ');
  const sentence = ({ rule, measures: ids, groups }: Statement): Sentence => {
    const [first] = ids;
    const spoken = first === undefined ? null : spokenOf(first, measures);
    return {
      text: say(`briefing.rules.${rule}`, {
        finding: spoken?.finding ?? '',
        measures: titles(ids),
        groups: groups.map((group) => labels(`groups.${group}`)).join(', '),
      }),
      link: spoken?.link ?? null,
      asked: spoken?.asked ?? null,
    };
  };
  const steady = say('briefing.steady', { measures: titles(briefing.steady) });
  return {
    changed: briefing.changed.map(sentence),
    steady: briefing.steady.length > 0 ? steady : null,
    cannotTell: briefing.cannotTell.map(sentence),
    questions: briefing.questions.map(sentence),
    reviews: briefing.reviews.map(sentence),
  };
}

function spokenMeasures({ sections, language }: PackInput): Map<string, Spoken> {
  return new Map(
    sections.flatMap(({ id: section, measures, asked }) =>
      measures.map((page) => {
        const { id, title } = page.declaration;
        const link = `#${hasPage(page) ? measureAnchor(id) : section}`;
        const finding = page.figure.title;
        return [id, { title: title[language], finding, asked: asked[language], link }];
      }),
    ),
  );
}

function spokenOf(id: string, measures: ReadonlyMap<string, Spoken>): Spoken {
  const spoken = measures.get(id);
  if (!spoken) throw new RangeError(`the briefing speaks of ${id}, which has no page`);
  return spoken;
}

// Pairs that wait for a person → lines of the list: what agrees and why it is not certain; with names, or without any.
import type { Language } from '../domain/language.js';
import type { Linkage, LinkReason } from '../identity/fields.js';
import type { Identity } from '../identity/identity-file.js';
import type { Say } from '../pack/phrases.js';
import type { CandidatePair, ClericalReview } from '../load/clerical-review.js';

/** A list in one language: its words are those of links, and of the declared fields. */
export interface ListWords {
  readonly language: Language;
  readonly say: Say;
}

/** The list without anybody's name, birthday or home. */
export function linksPage(
  { pairs, linkage }: ClericalReview,
  { language, say }: ListWords,
): string[] {
  const proposed = pairs.filter(({ status }) => status === 'proposed');
  const certain = pairs.filter(({ status }) => status === 'certain').length;
  const decided = pairs.filter(({ status }) => status === 'decided').length;
  return [
    say('counts', { certain, decided, proposed: proposed.length }),
    ...proposed.flatMap((pair) => ['', ...pairLines(pair, linkage, language)]),
  ];
}

/** The same list with what each side says: for the information officer alone. */
export function namedLinksPage(review: ClericalReview, { language, say }: ListWords): string[] {
  return [
    say('named'),
    ...review.pairs
      .filter(({ status }) => status === 'proposed')
      .flatMap((pair) => {
        const { person, child } = review.findIdentities(pair);
        return [
          '',
          ...pairLines(pair, review.linkage, language),
          ...person.map((each) => `    ${pair.source}: ${formatIdentity(each)}`),
          ...child.map((each) => `    ${say('ours')}: ${formatIdentity(each)}`),
        ];
      }),
  ];
}

function pairLines(pair: CandidatePair, { declared }: Linkage, language: Language): string[] {
  const fields = pair.fields.map(({ field, level }) => {
    const { title, levels } = declared.fields[field];
    const says: Readonly<Record<string, { says: Readonly<Record<Language, string>> }>> = levels;
    return `    ${title[language]}: ${(says[level]?.says ?? declared.missing)[language]}`;
  });
  const reasons = pair.reasons.map(
    (reason: LinkReason) => `    ${declared.reasons[reason][language]}`,
  );
  return [`${pair.name}  ${pair.source}`, ...fields, ...reasons];
}

function formatIdentity({ forename, surname, date_of_birth, postcode, sex }: Identity): string {
  return [forename, surname, date_of_birth, postcode, sex].map((each) => each ?? '–').join(' · ');
}

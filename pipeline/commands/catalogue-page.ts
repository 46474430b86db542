// Declarations, outline and words → the catalogue of measures as Markdown, English first and then Welsh.
import { LANGUAGES, type Language } from '../domain/language.js';
import type { Measure } from '../measures/count.js';
import type { CountingRule } from '../measures/counting-rules.js';
import { chooseUnit, type Declaration } from '../measures/declaration.js';
import type { OutlineSection } from '../pack/outline.js';
import type { Say } from '../pack/phrases.js';

/** What the catalogue is written from: every measure, the sections in order, and one language's words. */
export interface Catalogue {
  readonly measures: readonly Pick<Measure, 'declaration' | 'folder'>[];
  readonly sections: readonly OutlineSection[];
  /** The counting rules that have options. */
  readonly rules: readonly CountingRule[];
  /** Finds a phrase of `catalogue.yaml`, `pack.yaml` or `groups.yaml`. */
  readonly words: Readonly<Record<Language, Record<'catalogue' | 'pack' | 'groups', Say>>>;
}

/** Writes the whole catalogue. Pure: one set of declarations gives one text. */
export function writeCatalogue(catalogue: Catalogue): string {
  return LANGUAGES.map((language) => writeLanguage(catalogue, language)).join('\n');
}

function writeLanguage(catalogue: Catalogue, language: Language): string {
  const { measures, sections, words } = catalogue;
  const say = words[language].catalogue;
  const other: Language = language === 'en' ? 'cy' : 'en';
  const elsewhere = `[${words[other].catalogue('title')}](#${other})`;
  const chapters = sections
    .map((section) => ({
      section,
      own: measures.filter(({ declaration }) => declaration.section === section.id),
    }))
    .filter(({ own }) => own.length > 0);
  const written = chapters.map(({ section, own }) =>
    [
      `## ${section.title[language]}`,
      ...own.map(({ declaration }) => entry(declaration, language, catalogue)),
    ].join('\n\n'),
  );
  const listed = contents(
    chapters.flatMap(({ own }) => own),
    language,
    say,
  );
  const opening = `<a id="${language}"></a>\n\n# ${say('title')}`;
  const aside = say('other', { link: elsewhere });
  return `${[opening, say('intro'), aside, listed, ...written].join('\n\n')}\n`;
}

function contents(measures: Catalogue['measures'], language: Language, say: Say): string {
  const heads = ['measure', 'folder', 'status', 'review'].map((key) => say(key));
  const rows = measures.map(({ declaration: { id, title, status, review }, folder }) => [
    `[${title[language]}](#${anchor(id, language)})`,
    `[\`${id}\`](${folder}/)`,
    say(`statuses.${status}`),
    review.review_by,
  ]);
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function entry(
  declaration: Declaration,
  language: Language,
  { rules, words: { [language]: words } }: Catalogue,
): string {
  const { id, title, definition, question, source, review, better } = declaration;
  const say = words.catalogue;
  const lines = [
    ['question', question[language]],
    ['definition', definition[language]],
    ['figure', figure(declaration, words)],
    ['better', say(`directions.${better}`)],
    ['breakdowns', list(declaration.breakdowns, 'breakdowns', words.groups, say)],
    ['comparators', list(declaration.comparators, 'against', say, say)],
    ['source', `${source.rule[language]} *${source.document[language]}*`],
    ['confirmed', confirmed(declaration, language, say)],
    ...listOptions(declaration, rules, language, say).map((text) => ['options', text] as const),
    ['review', review.review_by],
  ] as const;
  const heading = `<a id="${anchor(id, language)}"></a>\n\n### ${title[language]} (\`${id}\`)`;
  return `${heading}\n\n${lines.map(([key, text]) => `- **${say(key)}:** ${text}`).join('\n')}`;
}

function figure({ window, ...rest }: Declaration, words: Catalogue['words'][Language]): string {
  const length = words.pack(`method.rules.${window.length.replaceAll(' ', '_')}`);
  const unit = words.pack(`method.units.${chooseUnit(rest).replaceAll(/[ ,]/g, '_')}`);
  const phrase = words.pack('method.rules.window', { length, unit });
  const { follow_up, wait } = window;
  if (follow_up === undefined || wait === undefined) return phrase;
  return words.catalogue('cohort', { window: phrase, follow_up, wait });
}

function list(keys: readonly string[], under: string, labels: Say, say: Say): string {
  return keys.map((key) => labels(`${under}.${key}`)).join(', ') || say('none');
}

function confirmed({ source }: Declaration, language: Language, say: Say): string {
  if (source.confirmed) return say('yes');
  return say('no', { doubt: (source.unconfirmed ?? source.rule)[language] });
}

/** A text for each counting rule of a measure: its options, which is the default, and which comes into force when. */
function listOptions(
  { definitions = {} }: Declaration,
  rules: readonly CountingRule[],
  language: Language,
  say: Say,
): string[] {
  return rules
    .filter(({ name }) => name in definitions)
    .map((rule) => {
      const options = Object.entries(rule.options).map(([use, option]) => {
        const title = option.title[language];
        const change = rule.changes.find((each) => each.use === use);
        if (use === rule.default) return say('option.default', { title, use });
        return change
          ? say('option.dated', { title, use, from: change.from })
          : say('option.chosen', { title, use });
      });
      return `${rule.title[language]} (\`${rule.name}\`). ${options.join(' ')}`;
    });
}

function anchor(id: string, language: Language): string {
  return `${language}-${id}`;
}

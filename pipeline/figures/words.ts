// templates/words/<language>/{figures,change,decisions,told,groups}.yaml → sentences of one language, with gaps to fill.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { fillGaps } from '../domain/fill-gaps.js';
import type { Language } from '../domain/language.js';
import { writeCount } from './numbers.js';

/** The values that fill the gaps of a sentence; numbers already formatted as text. */
export type SentenceValues = Readonly<Record<string, string>>;

/** The words of figures in one language. Returns plain text: the caller escapes it for HTML or SVG. */
export interface FigureWords {
  readonly language: Language;
  /** The service's name in this language. */
  readonly service: string;
  /** The sentence at a dotted key, filled in. Refuses an unknown key and a missing value. */
  readonly say: (key: string, facts?: SentenceValues) => string;
  /** `28 children`, `28 o blant`: the noun in the form that the number requires. */
  readonly amount: (noun: string, count: number) => string;
  readonly breakdown: (breakdown: string) => string;
  /** A group's label; a group with no label in the words is printed as it is stored. */
  readonly group: (breakdown: string, group: string) => string;
  /** An area's name in this language; a name with no translation is printed as it is stored. */
  readonly area: (name: string) => string;
}

type SentenceTree = { readonly [key: string]: string | SentenceTree };
const tree: z.ZodType<SentenceTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), tree])),
);
const labels = z.record(z.string(), z.string());
const groupsSchema = z.strictObject({
  breakdowns: labels,
  groups: z.record(z.string(), labels),
  areas: labels,
});

/** Reads the words of one language; `service` is the service's name in it. */
export function loadFigureWords(
  templates: string,
  language: Language,
  service: string,
): FigureWords {
  const folder = join(templates, 'words', language);
  const read = (file: string): unknown => load(readFileSync(join(folder, file), 'utf8'));
  const sentences = new Map(
    [
      'figures.yaml',
      'change.yaml',
      'decisions.yaml',
      'told.yaml',
      'indicators.yaml',
      'workbook.yaml',
    ].flatMap((file) => [...listSentences(tree.parse(read(file)))]),
  );
  const groups = groupsSchema.parse(read('groups.yaml'));
  const plural = new Intl.PluralRules(language);
  const say = (key: string, facts: SentenceValues = {}): string => {
    const sentence = sentences.get(key);
    if (sentence === undefined)
      throw new RangeError(`figures.yaml (${language}) has no words for ${key}`);
    return fillSentence(sentence, facts, key);
  };
  return {
    language,
    service,
    say,
    amount: (noun, count) =>
      say(`amounts.${noun}.${plural.select(count)}`, { n: writeCount(count) }),
    breakdown: (breakdown) => groups.breakdowns[breakdown] ?? breakdown,
    group: (breakdown, group) => groups.groups[breakdown]?.[group] ?? group,
    area: (name) => groups.areas[name] ?? name,
  };
}

/** Every sentence by its dotted key. */
function listSentences(words: SentenceTree, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, branch]): [string, string][] => {
    const key = path === '' ? name : `${path}.${name}`;
    return typeof branch === 'string' ? [[key, branch]] : listSentences(branch, key);
  });
}

function fillSentence(sentence: string, facts: SentenceValues, key: string): string {
  return fillGaps(sentence, (gap) => {
    const fact = Object.hasOwn(facts, gap) ? facts[gap] : undefined;
    if (fact === undefined) throw new RangeError(`${key} asks for a fact that is missing: ${gap}`);
    return fact;
  });
}

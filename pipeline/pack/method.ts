// The declarations of a pack's measures → its pages on method, including what is unconfirmed.
import type { Language } from '../domain/language.js';
import { chooseUnit, type Declaration } from '../measures/declaration.js';
import { anchorMeasure } from './contents.js';
import { formatDay } from './dates.js';
import type { PackInput } from './input.js';
import { linkPlaces } from './links.js';
import type { Say } from './phrases.js';

const READING_GUIDE = [
  'window',
  'interval',
  'verdict',
  'quarters',
  'few',
  'rate',
  'relative',
  'unknown',
  'records',
] as const;

/** Lists every rule behind the pack, and every doubt: a rule that no available official text confirms. */
export function viewMethod(input: PackInput, say: Say): object {
  const { language, edition, sections } = input;
  const declarations = sections.flatMap(({ measures }) =>
    measures.map(({ declaration }) => declaration),
  );
  const reading = [...READING_GUIDE, edition.hides ? 'hidden' : 'small'];
  return {
    reading: reading.map((key) => ({
      term: say(`method.reading.${key}.term`),
      meaning: say(`method.reading.${key}.meaning`),
    })),
    unconfirmed: listDoubts(declarations, language),
    rules: mergeRules(declarations.map((declaration) => viewRule(declaration, input, say))),
    populations: input.populations,
    published: input.published.map(({ source, publishedOn }) => ({
      source,
      publishedOn: publishedOn === null ? null : formatDay(publishedOn, language),
    })),
  };
}

/** Lists each doubt once, with all the measures it applies to. */
function listDoubts(declarations: readonly Declaration[], language: Language): object[] {
  const titles = new Map<string, string[]>();
  for (const { title, source } of declarations.filter((each) => !each.source.confirmed)) {
    const doubt = (source.unconfirmed ?? source.rule)[language];
    titles.set(doubt, [...(titles.get(doubt) ?? []), title[language]]);
  }
  return [...titles].map(([doubt, measureTitles]) => ({
    title: measureTitles.join('\u00a0· '),
    doubt,
  }));
}

interface Rule {
  readonly titles: readonly { readonly link: string | null; readonly title: string }[];
  readonly rule: string;
  readonly document: string;
  readonly confirmed: boolean;
  readonly wordings: readonly string[];
  readonly window: string;
}

/** Lists each rule once, with all the measures that follow it. */
function mergeRules(all: readonly Rule[]): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { titles, ...rest } of all) {
    const key = JSON.stringify(rest);
    rules.set(key, { ...rest, titles: [...(rules.get(key)?.titles ?? []), ...titles] });
  }
  return [...rules.values()];
}

function viewRule(declaration: Declaration, input: PackInput, say: Say): Rule {
  const { language } = input;
  const { title, source, window } = declaration;
  const length = say(`method.rules.${window.length.replaceAll(' ', '_')}`);
  const unit = say(`method.units.${chooseUnit(declaration).replaceAll(/[ ,]/g, '_')}`);
  return {
    titles: [
      {
        link: linkPlaces(input)('sections', anchorMeasure({ declaration })),
        title: title[language],
      },
    ],
    rule: source.rule[language],
    document: source.document[language],
    confirmed: source.confirmed,
    wordings: Object.entries(declaration.wordings ?? {}).map(([year, text]) =>
      say('method.rules.wording', { year, text: text[language] }),
    ),
    window: say('method.rules.window', { length, unit }),
  };
}

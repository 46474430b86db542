// templates/words/<language>/problems/*.yaml and a problem → what is wrong and what to do, in sentences of one language.
import { z } from 'zod';
import { fillGaps } from './fill-gaps.js';
import type { Language } from './language.js';
import { findGapValue, type Fact, type Facts, type Phrase, type Problem } from './problem.js';

/** A text, or a text for each variant of a problem. */
const textSchema = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
/** The strict schema of the texts of one code. */
export const problemTextSchema = z.strictObject({ what: textSchema, fix: textSchema });
/** The strict schema of the words that all problems share. */
export const problemPartsSchema = z.strictObject({
  /** Words around a problem: `note`, `where`, `line`. */
  labels: z.record(z.string(), z.string().min(1)),
  /** The forms of a noun after a number, by plural category. */
  amounts: z.record(z.string(), z.record(z.string(), z.string().min(1))),
  /** Parts of sentences that facts name. */
  phrases: z.record(z.string(), z.string().min(1)),
});

type Text = z.infer<typeof textSchema>;
type CodeWords = z.infer<typeof problemTextSchema>;

/** Every word that problems are described with, in one language. */
export interface ProblemWords extends z.infer<typeof problemPartsSchema> {
  readonly language: Language;
  readonly codes: ReadonlyMap<string, CodeWords>;
}

/** What is wrong and what to do about it, as whole sentences. */
export interface ProblemText {
  readonly what: string;
  readonly fix: string;
}

/**
 * Writes a problem in sentences. A gap without a fact is left open, `{{rows}}`: a problem that is not perfectly said is
 * better than a command that stops before it says any. Throws `RangeError` for a code or variant without words: a test
 * holds every code to having them.
 */
export function describeProblem(problem: Problem, words: ProblemWords): ProblemText {
  const { code, variant } = problem;
  const found = words.codes.get(code);
  if (!found) throw new RangeError(`no words in ${words.language} for the problem ${code}`);
  const write = (text: Text): string =>
    fillText(chooseText(text, code, variant), (gap) => findGapValue(problem, gap), words);
  const what = write(found.what);
  const stopped = problem.stopsPack === true ? ` ${words.labels['stops_pack'] ?? ''}` : '';
  return { what: `${what}${stopped}`, fix: write(found.fix) };
}

/** Writes a number and its noun in the form that the number needs: `1 row`, `12 rows`. */
export function writeAmount(noun: string, count: number, words: ProblemWords): string {
  const number = count.toLocaleString('en-GB');
  const forms = words.amounts[noun];
  if (!forms) return number;
  const form = forms[new Intl.PluralRules(words.language).select(count)] ?? forms['other'] ?? '{n}';
  return form.replace('{n}', number);
}

function chooseText(text: Text, code: string, variant: string | undefined): string {
  if (typeof text === 'string') return text;
  const chosen = variant === undefined ? undefined : text[variant];
  if (chosen === undefined)
    throw new RangeError(`no words for ${code}, ${variant ?? 'no variant'}`);
  return chosen;
}

function fillText(
  text: string,
  find: (gap: string) => Fact | undefined,
  words: ProblemWords,
): string {
  return fillGaps(text, (gap) => {
    const fact = find(gap);
    return fact === undefined ? `{{${gap}}}` : writeFact(gap, fact, words);
  });
}

/** A number is written with the noun that its gap is named after; a list with commas; a phrase in its own words. */
function writeFact(gap: string, fact: Fact, words: ProblemWords): string {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return writeAmount(gap, fact, words);
  if ('phrase' in fact) return writePhrase(fact, words);
  return fact.map((each) => writeFact('', each, words)).join(', ');
}

function writePhrase({ phrase, facts = {} }: Phrase, words: ProblemWords): string {
  const text = words.phrases[phrase];
  if (text === undefined) throw new RangeError(`no words in ${words.language} for ${phrase}`);
  return fillGaps(text, (gap) => {
    const fact: Facts[string] | undefined = Object.hasOwn(facts, gap) ? facts[gap] : undefined;
    return fact === undefined ? `{{${gap}}}` : writeFact(gap, fact, words);
  });
}

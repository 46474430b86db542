// What was typed and what a person answers → all that a new service's settings say.
import { NATIONS, type Nation } from '../domain/area-code.js';
import { parseLanguages, type Language, type Words } from '../domain/language.js';
import { dayNumber, type Day } from '../domain/period.js';
import { ProblemError, type Facts } from '../domain/problem.js';
import { parseAreas } from './areas.js';
import type { Council } from './councils.js';
import type { Parsed } from './parsed.js';

/** A person at a terminal. */
export interface Prompt {
  /** Shows a question and waits for a line. */
  readonly ask: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
}

/** What options said of a new service; null where they said nothing. */
export interface GivenAnswers {
  readonly name: string | null;
  readonly nameCy: string | null;
  readonly nation: string | null;
  readonly areas: string | null;
  readonly languages: string | null;
  readonly contact: string | null;
  readonly boardDay: string | null;
}

/** All that a new service's settings say. */
export interface Answers {
  readonly name: Words;
  readonly nation: Nation;
  readonly areas: readonly Council[];
  readonly languages: readonly Language[];
  readonly contact: string | null;
  readonly boardDay: Day | null;
}

interface Question<Value> {
  readonly option: string;
  readonly text: string;
  readonly parse: (text: string) => Parsed<Value>;
  /** What an empty answer means; without it the question must be answered. */
  readonly otherwise?: Value;
}

/**
 * Takes each answer from the options, else asks. Asks again after an answer that will not do. Throws `ProblemError` for an
 * option that will not do, and without a prompt for every option that is missing.
 */
export async function collectAnswers(
  given: GivenAnswers,
  councils: readonly Council[],
  prompt: Prompt | null,
): Promise<Answers> {
  if (prompt === null) requireOptions(given);
  const answer = async <Value>(typed: string | null, question: Question<Value>): Promise<Value> =>
    typed !== null
      ? readOption(typed, question)
      : prompt !== null
        ? askUntilRight(prompt, question)
        : useDefault(question);
  const name = await answer(given.name, NAME);
  const nation = await answer(given.nation, NATION);
  const areas = await answer(given.areas, {
    option: '--areas',
    text: `Its councils, by name or code, with a semicolon between two (such as ${nation === 'Wales' ? 'Flintshire; Wrexham' : 'Leeds; Kirklees'}): `,
    parse: (text) => parseAreas(text, councils, nation),
  });
  const isWelsh = nation === 'Wales';
  const cy = await answer(given.nameCy, {
    option: '--name-cy',
    text: `Its name in Welsh (Enter: ${name}): `,
    parse: parseText,
    otherwise: name,
  });
  const languages = await answer<readonly Language[]>(given.languages, {
    option: '--languages',
    text: `Languages of the pack (en, cy or en,cy; Enter: ${isWelsh ? 'en,cy' : 'en'}): `,
    parse: parseLanguageAnswer,
    otherwise: isWelsh ? ['en', 'cy'] : ['en'],
  });
  const contact = await answer(given.contact, CONTACT);
  const boardDay = await answer(given.boardDay, BOARD_DAY);
  return { name: { en: name, cy }, nation, areas, languages, contact, boardDay };
}

const NAME: Question<string> = {
  option: '--name',
  text: 'Name of the service: ',
  parse: parseText,
};

const NATION: Question<Nation> = {
  option: '--nation',
  text: 'Nation (England or Wales): ',
  parse: (text) => {
    const nation = NATIONS.find((each) => each.toLowerCase() === text.toLowerCase());
    return nation ? { value: nation } : { fault: 'It is England or Wales.' };
  },
};

const CONTACT: Question<string | null> = {
  option: '--contact',
  text: 'Whom to ask about a pack, printed on its cover (Enter: nobody): ',
  parse: parseText,
  otherwise: null,
};

const BOARD_DAY: Question<Day | null> = {
  option: '--board-day',
  text: 'Day on which the board meets next, YYYY-MM-DD (Enter: not known): ',
  parse: (text) => {
    try {
      dayNumber(text);
      return { value: text };
    } catch {
      return { fault: 'It is not a day: write it as 2026-06-12.' };
    }
  },
  otherwise: null,
};

function parseText(text: string): Parsed<string> {
  return text === '' ? { fault: 'It may not be blank.' } : { value: text };
}

function parseLanguageAnswer(text: string): Parsed<readonly Language[]> {
  const languages = parseLanguages(text);
  return languages ? { value: languages } : { fault: 'It is en, cy or en,cy.' };
}

function readOption<Value>(typed: string, { option, parse }: Question<Value>): Value {
  const parsed = parse(typed.trim());
  if ('value' in parsed) return parsed.value;
  throw badOption('init-answer', { option, typed, fault: parsed.fault });
}

async function askUntilRight<Value>(
  prompt: Prompt,
  { text, parse, ...question }: Question<Value>,
): Promise<Value> {
  for (;;) {
    const typed = (await prompt.ask(text)).trim();
    if (typed === '' && 'otherwise' in question) return question.otherwise;
    const parsed = parse(typed);
    if ('value' in parsed) return parsed.value;
    prompt.say(`  ${parsed.fault}`);
  }
}

function useDefault<Value>(question: Question<Value>): Value {
  if ('otherwise' in question) return question.otherwise;
  throw new RangeError(`${question.option} was not required before it was read`);
}

function requireOptions({ name, nation, areas }: GivenAnswers): void {
  const missing = Object.entries({ '--name': name, '--nation': nation, '--areas': areas })
    .filter(([, typed]) => typed === null)
    .map(([option]) => option);
  if (missing.length > 0) throw badOption('nobody-to-ask', { options: missing });
}

function badOption(variant: string, facts: Facts): ProblemError {
  return new ProblemError([{ kind: 'declaration', code: 'bad-argument', variant, facts }]);
}

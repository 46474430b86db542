// docs/reading.md → the questions of a chair, each with where the pack to read answers it, and how long that takes to find.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A question, the words that answer it, the page that they stand on, and the seconds that the page of documentation claims. */
interface ChairQuestion {
  readonly question: string;
  readonly page: number;
  readonly answer: string;
  readonly seconds: number;
}

const LINE =
  /^\| (?<question>[^|]+\?) \| (?<page>\d+) \| “(?<answer>[^|]+)” \| (?<seconds>\d+) \|$/gmu;

/** Reads the table of questions. */
export function readQuestions(): ChairQuestion[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/reading.md'), 'utf8');
  return [...text.matchAll(LINE)].map(({ groups }) => ({
    question: groups?.['question'] ?? '',
    page: Number(groups?.['page']),
    answer: groups?.['answer'] ?? '',
    seconds: Number(groups?.['seconds']),
  }));
}

/** To turn to a page that the contents name. */
const SECONDS_TO_TURN = 5;
/** Of 240 words a minute of five letters each. */
const LETTERS_PER_SECOND = 20;

/** Letters alone, as they are compared. */
export function stripSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** Seconds to turn to a page and read it from its top to the end of an answer; null where it does not stand there. */
export function timeAnswer(page: string, answer: string): number | null {
  const at = stripSpaces(page).indexOf(stripSpaces(answer));
  if (at < 0) return null;
  const letters = at + stripSpaces(answer).length;
  return Math.round(SECONDS_TO_TURN + letters / LETTERS_PER_SECOND);
}

// Work that has ended → what children said of it, and the scores they gave their own lives.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile, WorkOnFile } from './case-file.js';
import { numbered, tableOf } from './ledger.js';
import { financialYear } from './years.js';

const REPLIES = ['reply_id', 'intervention_id', 'replied_on', 'question', 'score'] as const;
const SCORES = [
  'score_id',
  'child_id',
  'intervention_id',
  'domain',
  'start_on',
  'start_score',
  'end_on',
  'end_score',
] as const;

/** Questions, and how well each is usually answered, from 1 to 5. */
const QUESTIONS: Readonly<Record<string, number>> = {
  'I was listened to': 4.5,
  'I was treated fairly': 4.4,
  'I had a say in my plan': 3.7,
  'The work helped me': 4.1,
  'I know where to go for help': 3.9,
};

/** The extract `feedback`: about a third reply, and now and then leave a question out. */
export function feedbackTable(file: CaseFile, from: Day, random: Random): Table {
  const replies = file.work
    .filter(({ end }) => end !== null && end >= from)
    .filter(() => random.chance(0.34))
    .map(({ id, end }) => ({ intervention_id: id, replied_on: end }));
  const answers = numbered('reply_id', 'RPL', 'replied_on', replies).flatMap((reply) =>
    Object.entries(QUESTIONS)
      .filter(() => !random.chance(0.04))
      .map(([question, usual]) => ({ ...reply, question, score: answer(usual, random) })),
  );
  return tableOf(REPLIES, answers);
}

function answer(usual: number, random: Random): number {
  return limited(Math.round(usual + (random.fraction() - 0.5) * 2.6), 1, 5);
}

const DOMAINS = [
  'Relationships',
  'Home',
  'Behaviour',
  'Feelings',
  'School or work',
  'Drugs and alcohol',
];

/** How many children scored their lives both at the start and at the end of work that ended in a year. */
export interface SoftYear {
  readonly ending: number;
  readonly children: number;
}

/** The extract `soft_outcomes`: pairs for the year's number of children, and a few children with a start alone. */
export function softTable(file: CaseFile, years: readonly SoftYear[], random: Random): Table {
  const scores = years.flatMap(({ ending, children }) => {
    const ended = random.shuffled(lastWork(file, ending));
    if (ended.length < children) throw new RangeError(`only ${ended.length} ended in ${ending}`);
    const alone = Math.ceil((ended.length - children) / 2);
    return ended
      .slice(0, children + alone)
      .flatMap((work, place) => scoresOf(work, place < children, random));
  });
  return tableOf(SCORES, numbered('score_id', 'SCO', 'start_on', scores));
}

/** The last work that ended in the year with each of the service's own children. */
function lastWork(file: CaseFile, ending: number): WorkOnFile[] {
  const { starts, ends } = financialYear(ending);
  const ended = file.work.filter(
    ({ child, end }) => child.own && end !== null && end >= starts && end <= ends,
  );
  return [...new Map(ended.map((work) => [work.child.id, work])).values()];
}

function scoresOf(
  { id, child, start, end }: WorkOnFile,
  paired: boolean,
  random: Random,
): Omit<Record<(typeof SCORES)[number], string | number | null>, 'score_id'>[] {
  const first = addDays(start, 5) < (end ?? start) ? addDays(start, 5) : start;
  return DOMAINS.map((domain) => {
    const before = random.whole(2, 8);
    const after = limited(before + random.whole(-1, 3), 0, 10);
    return {
      ...{ child_id: child.id, intervention_id: id, domain, start_on: first, start_score: before },
      ...{ end_on: paired ? end : null, end_score: paired ? after : null },
    };
  });
}

function limited(score: number, least: number, most: number): number {
  return Math.min(Math.max(score, least), most);
}

// A notice and its runs → the words that people get, in each of the service's languages. No file, no cell, no child.
import type { Language } from '../domain/language.js';
import type { Say } from '../pack/phrases.js';
import type { Found, Notice } from './events.js';
import { londonDay, londonTime, type Instant } from './london.js';
import { isMadeUp, type Run } from './job-runs.js';

/** The words of one language, and the service's name in it. */
export interface NoticeWords {
  readonly language: Language;
  readonly service: string;
  readonly say: Say;
  /** What a problem's code means; the code itself where there are no words for it. */
  readonly code: (code: string) => string;
}

/** A message in plain text. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}

/** A count of rows below this is said as "fewer than": a message leaves the service's own computers. */
const SMALL = 5;

/** Writes a notice once in each language, one after the other. `runs` are those it is about. */
export function writeNotice(
  notice: Notice,
  runs: readonly Run[],
  languages: readonly NoticeWords[],
): Message {
  return {
    subject: languages.map((words) => subjectOf(notice, runs, words)).join(' / '),
    text: languages.map((words) => textOf(notice, runs, words)).join('\n\n----\n\n') + '\n',
  };
}

function subjectOf({ about }: Notice, runs: readonly Run[], { say, service }: NoticeWords): string {
  const [run] = runs;
  const key = about === 'digest' || !run ? 'digest' : run.state;
  return say(`subject.${key}`, { service, period: run?.period ?? '' });
}

function textOf({ at, about }: Notice, runs: readonly Run[], words: NoticeWords): string {
  const { say } = words;
  const when = moment(Date.parse(at));
  const opening = say(`opening.${about}`, { service: words.service, when });
  const lines = runs.length === 0 ? [say('nothing')] : runs.flatMap((run) => linesOf(run, words));
  const needed = runs.some(({ state }) => state !== 'done') ? [say('what_to_do'), ''] : [];
  return [opening, '', ...lines, '', ...needed, say('no_child')].join('\n');
}

function linesOf(run: Run, words: NoticeWords): string[] {
  const { say } = words;
  const facts = { job: run.job, period: run.period, when: moment(run.begun) };
  return [
    `- ${say(`state.${run.state}`, facts)}`,
    ...run.missed.map(({ due, period }) => `    ${say('missed', { when: moment(due), period })}`),
    ...(isMadeUp(run) ? [`    ${say('made_up', { when: moment(run.due ?? run.begun) })}`] : []),
    ...run.found.map((found) => `    ${foundLine(found, words)}`),
    ...run.taken
      .filter(({ set_aside }) => set_aside > 0)
      .map(({ extract, set_aside }) => `    ${asideLine(extract, set_aside, words)}`),
    ...run.packs.map((period) => `    ${say(builtKey(run), { period })}`),
  ];
}

function foundLine({ code, extract }: Found, { say, code: meaning }: NoticeWords): string {
  const what = meaning(code);
  return extract === null ? say('found', { what }) : say('found_in', { what, extract });
}

function asideLine(extract: string, rows: number, { say }: NoticeWords): string {
  return rows < SMALL
    ? say('aside_few', { extract, few: SMALL })
    : say('aside', { extract, count: rows });
}

function builtKey({ does }: Run): string {
  return does === 'build drafts' ? 'draft' : 'pack';
}

function moment(instant: Instant): string {
  return `${londonDay(instant)} ${londonTime(instant)}`;
}

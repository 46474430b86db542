// A notice and its runs → its text in each of the service's languages, without any file, cell or child.
import type { Language } from '../domain/language.js';
import type { Say } from '../pack/phrases.js';
import type { ProblemCount, Notice } from './events.js';
import { londonDay, londonTime, type Instant } from './london.js';
import { isRunLate, type Run } from './job-runs.js';

/** The words of one language, and the service's name in it. */
export interface NoticeWords {
  readonly language: Language;
  readonly service: string;
  readonly say: Say;
  /** Describes a problem's code; returns the code itself if there are no words for it. */
  readonly describeCode: (describeCode: string) => string;
}

/** A message in plain text. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}

/** Smaller counts of rows are printed as "fewer than": a message leaves the service's own computers. */
const MIN_STATED_COUNT = 5;

/** Writes a notice in each language, one after the other. `runs` are those it is about. */
export function writeNotice(
  notice: Notice,
  runs: readonly Run[],
  languages: readonly NoticeWords[],
): Message {
  return {
    subject: languages.map((words) => writeSubject(notice, runs, words)).join(' / '),
    text: languages.map((words) => writeText(notice, runs, words)).join('\n\n----\n\n') + '\n',
  };
}

function writeSubject(
  { about }: Notice,
  runs: readonly Run[],
  { say, service }: NoticeWords,
): string {
  const [run] = runs;
  const key = about === 'digest' || !run ? 'digest' : run.state;
  return say(`subject.${key}`, { service, period: run?.period ?? '' });
}

function writeText({ at, about }: Notice, runs: readonly Run[], words: NoticeWords): string {
  const { say } = words;
  const when = formatMoment(Date.parse(at));
  const opening = say(`opening.${about}`, { service: words.service, when });
  const lines =
    runs.length === 0 ? [say('nothing')] : runs.flatMap((run) => writeRunLines(run, words));
  const isNeeded = runs.some(({ state }) => state !== 'done' && state !== 'waiting');
  const needed = isNeeded ? [say('what_to_do'), ''] : [];
  return [opening, '', ...lines, '', ...needed, say('no_child')].join('\n');
}

function writeRunLines(run: Run, words: NoticeWords): string[] {
  const { say } = words;
  const facts = { job: run.job, period: run.period, when: formatMoment(run.begun) };
  return [
    `- ${say(`state.${run.state}`, facts)}`,
    ...run.missed.map(
      ({ due, period }) => `    ${say('missed', { when: formatMoment(due), period })}`,
    ),
    ...(isRunLate(run)
      ? [`    ${say('made_up', { when: formatMoment(run.due ?? run.begun) })}`]
      : []),
    ...run.found.map((found) => `    ${writeProblemLine(found, words)}`),
    ...run.taken
      .filter(({ set_aside }) => set_aside > 0)
      .map(({ extract, set_aside }) => `    ${writeRejectedLine(extract, set_aside, words)}`),
    ...run.packs.map((period) => `    ${say(chooseBuiltKey(run), { period })}`),
    ...writeExtractLines(run, words),
    ...run.outOfDate.map((period) => `    ${say('out_of_date', { period })}`),
  ];
}

function writeExtractLines({ awaited, without }: Run, { say }: NoticeWords): string[] {
  const listed = { awaited, without };
  return (['awaited', 'without'] as const)
    .filter((key) => listed[key].length > 0)
    .map((key) => `    ${say(key, { extracts: listed[key].join(', ') })}`);
}

function writeProblemLine(
  { code, extract }: ProblemCount,
  { say, describeCode: meaning }: NoticeWords,
): string {
  const what = meaning(code);
  return extract === null ? say('found', { what }) : say('found_in', { what, extract });
}

function writeRejectedLine(extract: string, rows: number, { say }: NoticeWords): string {
  return rows < MIN_STATED_COUNT
    ? say('aside_few', { extract, few: MIN_STATED_COUNT })
    : say('aside', { extract, count: rows });
}

function chooseBuiltKey({ does }: Run): string {
  return does === 'build drafts' ? 'draft' : 'pack';
}

function formatMoment(instant: Instant): string {
  return `${londonDay(instant)} ${londonTime(instant)}`;
}

// `npm run simulate`: a quarter of the schedule on the demonstration's extracts, day by day, by the
// real jobs and a clock that only sleeping moves. Health never sends, education sends late, and outcomes come cut to half
// before they come whole. Prints what status, notices and the pack say on each day on which one of them changed.
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  utimesSync,
  writeFileSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobRunner } from '../../pipeline/commands/job-runner.js';
import { bankHolidaysFile, projectFolder, readProject } from '../../pipeline/config/project.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import { agreementsSchema } from '../../pipeline/data-quality/overdue.js';
import { readSchedule } from '../../pipeline/schedule/declaration.js';
import { openHistory } from '../../pipeline/schedule/history.js';
import { listRuns, type Run } from '../../pipeline/schedule/job-runs.js';
import { londonDay, parseTime } from '../../pipeline/schedule/london.js';
import { serveSchedule } from '../../pipeline/schedule/serve.js';
import { readBankHolidays } from '../../pipeline/schedule/working-days.js';

const SAMPLE = join(projectFolder(), 'data-samples', 'demonstration');
const SCHEDULE = `jobs:
  take-in: {does: take in, every: day, at: '02:00'}
  pack: {does: build pack, every: quarter, on: {working_day: 10}, at: '05:00', waits: true}
`;
const CASE_SYSTEM = 'Case system';
const EDUCATION = 'Education';
const HEALTH = 'Health';

const folder = mkdtempSync(join(tmpdir(), 'boardpack-quarter-'));
const inbox = join(folder, 'extracts');
mkdirSync(inbox);
cpSync(join(SAMPLE, 'SYNTHETIC.txt'), join(inbox, 'SYNTHETIC.txt'));
writeFileSync(join(folder, 'schedule.yaml'), SCHEDULE);
const settingsFile = writeSettings();
const agreements = readDeclaration(
  join(projectFolder(), 'reports', 'receipts.yaml'),
  agreementsSchema,
);

/** Who sends what, at noon on which day. The quarter ended on 31 March, and everything is due by 15 May. */
const SENDINGS: readonly (readonly [string, string, () => void])[] = [
  [
    '2023-04-11',
    'the case system sends everything, outcomes cut to half',
    () => {
      send([CASE_SYSTEM]);
      cutOutcomes();
    },
  ],
  [
    '2023-04-14',
    'the case system sends outcomes whole',
    () => {
      copyIn('outcomes');
    },
  ],
  [
    '2023-04-20',
    'everybody else sends, but for education and health',
    () => {
      sendOthers();
    },
  ],
  [
    '2023-05-22',
    'education sends',
    () => {
      send([EDUCATION]);
    },
  ],
];

let now = parseTime('2023-04-03', '12:00');
const stop = new AbortController();
const left = [...SENDINGS];
const sent = new Map<string, string>();
const clock = {
  now: () => now,
  sleep(milliseconds: number): Promise<void> {
    now += milliseconds;
    for (let next = left[0]; next && parseTime(next[0], '12:00') <= now; next = left[0]) {
      left.shift();
      next[2]();
      sent.set(next[0], next[1]);
    }
    if (now >= parseTime('2023-05-26', '12:00')) stop.abort();
    return Promise.resolve();
  },
};

try {
  const schedule = readSchedule(join(folder, 'schedule.yaml'));
  const history = openHistory(schedule.history);
  const service = {
    ...{
      project: readProject(projectFolder(), folder),
      folder: projectFolder(),
      file: settingsFile,
      schedule,
    },
    ...{ holidays: readBankHolidays(bankHolidaysFile(projectFolder())), history },
    settings: readSettings(settingsFile),
  };
  const silent = { say: () => undefined, progress: () => undefined };
  await serveSchedule(createJobRunner(service, clock, stop.signal, silent), stop.signal);
  printDays(listRuns(history.read().events));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeSettings(): string {
  const from = readFileSync(join(projectFolder(), 'reports', 'service.yaml'), 'utf8');
  const own = from
    .replace(/^extracts: .*$/m, 'extracts: extracts')
    .replace(/^(received_on|papers_out|board_day): .*\n/gm, '')
    .replace(/^(deliveries|output): .*\n/gm, '')
    .replaceAll('../data-samples', join(projectFolder(), 'data-samples'))
    .replace(/^receipts: .*$/m, `receipts: ${join(projectFolder(), 'reports', 'receipts.yaml')}`);
  const file = join(folder, 'service.yaml');
  writeFileSync(file, `${own}\ndeliveries: store\noutput: packs\n`);
  return file;
}

function copyIn(extract: string): void {
  const file = readdirSync(SAMPLE).find((name) => name === `${extract}.csv`);
  if (file === undefined) return;
  cpSync(join(SAMPLE, file), join(inbox, file));
  utimesSync(join(inbox, file), now / 1000, now / 1000);
}

function send(senders: readonly string[]): void {
  for (const { from, extracts } of agreements)
    if (senders.includes(from.en)) for (const extract of extracts) copyIn(extract);
}

function sendOthers(): void {
  const quiet = [CASE_SYSTEM, EDUCATION, HEALTH];
  send(agreements.map(({ from }) => from.en).filter((sender) => !quiet.includes(sender)));
}

function cutOutcomes(): void {
  const file = join(inbox, 'outcomes.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.slice(0, Math.ceil(lines.length / 2)).join('\n') + '\n');
  utimesSync(file, now / 1000, now / 1000);
}

function printDays(runs: readonly Run[]): void {
  let last = '';
  process.stdout.write('| day | sent | take-in | pack |\n|---|---|---|---|\n');
  const days = [...new Set([...runs.map(({ begun }) => londonDay(begun)), ...sent.keys()])].sort();
  for (const day of days) {
    const own = runs.filter(({ begun }) => londonDay(begun) === day);
    const says = own.map((run) => `${run.job}: ${describeRun(run)}`).join(' | ');
    if (says === last && !sent.has(day)) continue;
    last = says;
    process.stdout.write(`| ${day} | ${sent.get(day) ?? ''} | ${says} |\n`);
  }
}

function describeRun({ state, found, awaited, without, packs, outOfDate }: Run): string {
  const codes = found
    .filter(({ kind }) => kind !== 'note')
    .map(({ code, extract, count }) => `${extract ?? ''} ${code} × ${count}`);
  return [
    state,
    ...codes,
    ...(awaited.length > 0 ? [`waits for ${awaited.join(', ')}`] : []),
    ...packs.map((quarter) => `built ${quarter}`),
    ...(without.length > 0 ? [`without ${without.join(', ')}`] : []),
    ...outOfDate.map((quarter) => `${quarter} is out of date`),
  ].join('; ');
}

// What a service and the project declare → read as every command reads it, with a finding for each.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { knownFrom } from '../deliveries/known-from.js';
import { looked, type Finding, type Look } from './finding.js';
import { readDeclared } from '../domain/declared.js';
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { bankHolidaysFile, readProject, type Project } from '../config/project.js';
import { agreementsSchema } from '../data-quality/overdue.js';
import { readSchedule, type Schedule } from '../schedule/declaration.js';
import { openHistory } from '../schedule/history.js';
import { planAt } from '../schedule/plan.js';
import { runsOf, watchedSince } from '../schedule/job-runs.js';
import { readBankHolidays } from '../schedule/working-days.js';
import { readSettings, type Settings } from '../config/settings.js';

/** Which files are to be looked at, and when it is. */
export interface Asked {
  /** The project's folder. */
  readonly folder: string;
  readonly settings: string;
  /** Null where none was named: then the one beside the settings, if there is one. */
  readonly schedule: string | null;
  readonly now: number;
  readonly today: Day;
}

/** What could be read, and how it was. */
export interface Declared {
  readonly project: Project | null;
  readonly settings: Settings | null;
  readonly schedule: Schedule | null;
  readonly findings: readonly Finding[];
}

/** Reads everything that is declared; what cannot be read is null, and a finding says why. */
export async function examineDeclared(asked: Asked): Promise<Declared> {
  const read: { project: Project | null; settings: Settings | null; schedule: Schedule | null } = {
    ...{ project: null, settings: null, schedule: null },
  };
  const findings = [
    await looked('declarations', () => {
      read.project = readProject(asked.folder);
      const { contracts, measures, editions } = read.project;
      const says = `${contracts.length} contracts, ${measures.length} measures, ${editions.length} editions`;
      return { says, problems: [] };
    }),
    await looked('settings', () => {
      read.settings = readSettings(asked.settings);
      return settingsLook(asked, read.settings, read.project);
    }),
    await looked('schedule', () => {
      const file = asked.schedule ?? join(dirname(asked.settings), 'schedule.yaml');
      if (asked.schedule === null && !existsSync(file))
        return { says: 'none', problems: [noSchedule(file)] };
      read.schedule = readSchedule(file);
      return scheduleLook(asked, read.schedule);
    }),
  ];
  return { ...read, findings };
}

function settingsLook(asked: Asked, settings: Settings, project: Project | null): Look {
  if (settings.receipts !== undefined) readDeclared(settings.receipts, agreementsSchema);
  knownFrom([], asked.today, settings.received_on);
  const names = new Set(project?.contracts.map(({ extract }) => extract));
  const unknown = (['tolerance', 'may_lose'] as const).flatMap((key) =>
    Object.keys(settings[key])
      .filter((name) => project !== null && !names.has(name))
      .map((name) => unknownExtract(asked.settings, key, name)),
  );
  return { says: asked.settings, problems: unknown };
}

function scheduleLook({ folder, now }: Asked, schedule: Schedule): Look {
  const holidays = readBankHolidays(bankHolidaysFile(folder));
  const { events } = openHistory(schedule.history).read();
  const known = { schedule, holidays, runs: runsOf(events), watched: watchedSince(events) };
  const { problems } = planAt(known, now);
  return { says: `${schedule.jobs.length} jobs in ${schedule.file}`, problems: distinct(problems) };
}

/** Two jobs may want for the same bank holidays. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function unknownExtract(file: string, key: string, name: string): Problem {
  const what = `${key} names no extract: ${name}`;
  const fix = 'Name extracts as queries/contracts does.';
  return { kind: 'declaration', code: 'unknown-extract', file, what, fix };
}

function noSchedule(file: string): Problem {
  const what = 'there is no schedule beside the settings: nothing runs by itself';
  const fix = 'Copy reports/schedule.yaml there if anything should.';
  return { kind: 'note', code: 'no-schedule', file, what, fix };
}

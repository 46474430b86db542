// The declarations of a service and the project → read as every command reads them, with a finding for each.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resolveKnownDay } from '../deliveries/known-from.js';
import { runCheck, type DoctorFinding, type CheckOutcome } from './finding.js';
import { readDeclaration } from '../domain/declared.js';
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { bankHolidaysFile, readProject, type Project } from '../config/project.js';
import { agreementsSchema } from '../data-quality/overdue.js';
import { readSchedule, type Schedule } from '../schedule/declaration.js';
import { openHistory } from '../schedule/history.js';
import { planRuns } from '../schedule/plan.js';
import { listRuns, findWatchStarts } from '../schedule/job-runs.js';
import { readBankHolidays } from '../schedule/working-days.js';
import { readSettings, type Settings } from '../config/settings.js';

/** The files to examine, and the time. */
export interface DoctorRequest {
  /** The project's folder. */
  readonly folder: string;
  readonly settings: string;
  /** Null if none was named: then the one next to the settings, if it exists. */
  readonly schedule: string | null;
  readonly now: number;
  readonly today: Day;
}

/** What could be read, and the findings. */
export interface ExaminedDeclarations {
  readonly project: Project | null;
  readonly settings: Settings | null;
  readonly schedule: Schedule | null;
  readonly findings: readonly DoctorFinding[];
}

/** Reads all declarations; those that cannot be read are null, with a finding that says why. */
export async function examineDeclarations(request: DoctorRequest): Promise<ExaminedDeclarations> {
  const read: { project: Project | null; settings: Settings | null; schedule: Schedule | null } = {
    ...{ project: null, settings: null, schedule: null },
  };
  const findings = [
    await runCheck('declarations', () => {
      read.project = readProject(request.folder, dirname(request.settings));
      const { contracts, measures, editions } = read.project;
      const says = `${contracts.length} contracts, ${measures.length} measures, ${editions.length} editions`;
      return { summary: says, problems: [] };
    }),
    await runCheck('settings', () => {
      read.settings = readSettings(request.settings);
      return checkSettings(request, read.settings, read.project);
    }),
    await runCheck('schedule', () => {
      const file = request.schedule ?? join(dirname(request.settings), 'schedule.yaml');
      if (request.schedule === null && !existsSync(file))
        return { summary: 'none', problems: [describeMissingSchedule(file)] };
      read.schedule = readSchedule(file);
      return checkSchedule(request, read.schedule);
    }),
  ];
  return { ...read, findings };
}

function checkSettings(
  request: DoctorRequest,
  settings: Settings,
  project: Project | null,
): CheckOutcome {
  if (settings.receipts !== undefined) readDeclaration(settings.receipts, agreementsSchema);
  resolveKnownDay([], request.today, settings.received_on);
  const names = new Set(project?.contracts.map(({ extract }) => extract));
  const unknown = (['tolerance', 'may_lose'] as const).flatMap((key) =>
    Object.keys(settings[key])
      .filter((name) => project !== null && !names.has(name))
      .map((name) => describeUnknownExtract(request.settings, key, name)),
  );
  return { summary: request.settings, problems: unknown };
}

function checkSchedule({ folder, now }: DoctorRequest, schedule: Schedule): CheckOutcome {
  const holidays = readBankHolidays(bankHolidaysFile(folder));
  const { events } = openHistory(schedule.history).read();
  const input = { schedule, holidays, runs: listRuns(events), watched: findWatchStarts(events) };
  const { problems } = planRuns(input, now);
  return {
    summary: `${schedule.jobs.length} jobs in ${schedule.file}`,
    problems: removeDuplicates(problems),
  };
}

/** Two jobs may need the same missing bank holidays. */
function removeDuplicates(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function describeUnknownExtract(file: string, key: string, name: string): Problem {
  return { kind: 'declaration', code: 'unknown-extract', file, facts: { key, name } };
}

function describeMissingSchedule(file: string): Problem {
  return { kind: 'note', code: 'no-schedule', file };
}

// boardpack doctor: whether this computer, the settings and the folders are fit to take in and build, and what to mend.
import { resolve } from 'node:path';
import { PROBE } from '../doctor/probe.js';
import type { DoctorFinding } from '../doctor/finding.js';
import { isBlocking, type Problem } from '../domain/problem.js';
import { examine } from '../doctor/examine.js';
import { projectFolder } from '../config/project.js';
import type { Arguments } from './arguments.js';
import { CLOCK, today } from './clock.js';
import type { Terminal } from './print.js';
import { settingsFile } from './service-settings.js';

/** Prints a line for each part, and gives every problem. It changes nothing. */
export async function doctor(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const folder = projectFolder();
  const { settings, schedule } = options;
  const request = {
    folder,
    settings: resolve(settingsFile(settings, folder)),
    schedule: schedule === null ? null : resolve(schedule),
    now: CLOCK.now(),
    today: today(),
  };
  const { progress } = terminal;
  const findings = await examine(request, { probe: PROBE, environment: process.env, progress });
  progress('');
  for (const finding of findings) terminal.out(findingLine(finding));
  const problems = findings.flatMap((finding) => finding.problems);
  terminal.out(`\n${summary(problems)}`);
  return problems;
}

/** `ok` with how it stands, or `note` or `MEND` with the codes of the problems listed below. */
function findingLine({ about, summary: says, problems }: DoctorFinding): string {
  const sign = problems.some(isBlocking) ? 'MEND' : problems.length > 0 ? 'note' : 'ok';
  const codes = [...new Set(problems.map(({ code }) => code))];
  return `${sign.padEnd(6)}${about.padEnd(15)}${codes.length > 0 ? codes.join(', ') : says}`;
}

function summary(problems: readonly Problem[]): string {
  const mend = problems.filter(isBlocking).length;
  const notes = problems.length - mend;
  const noted = notes === 0 ? '' : `, ${notes} to know of`;
  return mend === 0 ? `Nothing to mend${noted}.` : `${mend} to mend${noted}:`;
}

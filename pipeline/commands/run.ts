// boardpack run JOB: does one job of the schedule and ends, for the timers of the system and for people.
import { dirname } from 'node:path';
import type { Problem } from '../domain/problem.js';
import { readProject } from '../config/project.js';
import type { Job } from '../schedule/declaration.js';
import { runJobOnce } from '../schedule/run-due-jobs.js';
import { badArgument, type Arguments } from './arguments.js';
import { CLOCK, stopSignal } from './clock.js';
import type { Terminal } from './print.js';
import { readService, type Service } from './service.js';
import { createJobRunner } from './job-runner.js';

/** Runs one job, again while its fault may pass, and gives what its last try found. */
export async function run(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const service = readService(options);
  const job = findJob(service, options.about);
  const period = choosePeriod(job, options);
  const signal = stopSignal();
  const project = readProject(service.folder, dirname(service.file));
  const runner = createJobRunner({ ...service, project }, CLOCK, signal, {
    say: terminal.out,
    progress: terminal.progress,
  });
  return runJobOnce(runner, job, period, signal);
}

function findJob({ schedule: { jobs, file } }: Service, name: string | null): Job {
  const job = jobs.find((each) => each.name === name);
  if (job) return job;
  const names = jobs.map((each) => each.name).join(', ');
  throw name === null
    ? badArgument('which-job', { schedule: file, names })
    : badArgument('no-such-job', { typed: name, schedule: file, names });
}

function choosePeriod({ does }: Job, { quarter }: Arguments): string | null {
  if (quarter === null) return null;
  if (does === 'build pack') return quarter.label;
  throw badArgument('quarter-not-for-job');
}

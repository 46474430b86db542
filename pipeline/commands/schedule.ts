// boardpack schedule: runs the jobs of a service as they fall due, until it is stopped.
import { dirname } from 'node:path';
import type { Problem } from '../domain/problem.js';
import { readProject } from '../config/project.js';
import { serveSchedule } from '../schedule/serve.js';
import type { Arguments } from './arguments.js';
import { CLOCK, stopSignal } from './clock.js';
import type { Terminal } from './print.js';
import { readService } from './service.js';
import { createJobRunner } from './job-runner.js';

/** Keeps the schedule; prints a line for each run. A run in progress is ended before it stops. */
export async function schedule(
  options: Arguments,
  terminal: Terminal,
): Promise<readonly Problem[]> {
  const service = readService(options);
  const signal = stopSignal();
  const project = readProject(service.folder, dirname(service.file));
  const runner = createJobRunner({ ...service, project }, CLOCK, signal, {
    say: terminal.out,
    progress: terminal.progress,
  });
  terminal.out(
    `keeping ${service.schedule.file}: ${service.schedule.jobs.map(({ name }) => name).join(', ')}`,
  );
  await serveSchedule(runner, signal);
  return [];
}

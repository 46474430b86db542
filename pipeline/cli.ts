#!/usr/bin/env node
// argv → a command, loaded only when asked for; every problem printed here and nowhere else; the exit status.
import { CommanderError } from 'commander';
import { readArguments, type Arguments } from './commands/arguments.js';
import { readReportWords } from './commands/report-words.js';
import { printProblems } from './commands/print-problems.js';
import type { Terminal } from './commands/print.js';
import { exitStatus, type Problem } from './domain/problem.js';
import { removeAbandonedCheckFolders } from './ingest/check-folder.js';
import { problemsFromError } from './domain/problem-from-error.js';

type Command = (options: Arguments, terminal: Terminal) => Promise<readonly Problem[]>;

const COMMANDS: Readonly<Record<Arguments['command'], () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.js')).init,
  pack: async () => (await import('./commands/pack.js')).pack,
  check: async () => (await import('./commands/check.js')).check,
  map: async () => (await import('./commands/map.js')).map,
  receive: async () => (await import('./commands/receive.js')).receive,
  links: async () => (await import('./commands/links.js')).links,
  'new-measure': async () => (await import('./commands/new-measure.js')).newMeasure,
  preview: async () => (await import('./commands/preview.js')).preview,
  erase: async () => (await import('./commands/erase.js')).erase,
  schedule: async () => (await import('./commands/schedule.js')).schedule,
  run: async () => (await import('./commands/run.js')).run,
  status: async () => (await import('./commands/status.js')).status,
  key: async () => (await import('./commands/key.js')).key,
  doctor: async () => (await import('./commands/doctor.js')).doctor,
  audit: async () => (await import('./commands/audit.js')).audit,
  catalogue: async () => (await import('./commands/catalogue.js')).catalogue,
};

/** Runs one command line. Gives the exit status; prints to the terminal and nowhere else. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  let typed: Arguments | null = null;
  try {
    const options = readArguments(argv);
    typed = options;
    report(terminal, unusedNotes(options), options);
    removeAbandonedCheckFolders();
    const run = await COMMANDS[options.command]();
    return report(terminal, await run(options, terminal), options);
  } catch (error) {
    if (!(error instanceof CommanderError))
      return report(terminal, problemsFromError(error), typed);
    terminal.out(error.message);
    return error.exitCode;
  }
}

/** An option that changes nothing stops nothing either, so that `pack` may be made `check` and the rest left as it was. */
function unusedNotes({ command, unused }: Arguments): Problem[] {
  if (unused.length === 0) return [];
  return [{ kind: 'note', code: 'unused-option', facts: { command, options: unused } }];
}

function report(
  terminal: Terminal,
  problems: readonly Problem[],
  options: Arguments | null,
): number {
  terminal.progress('');
  if (problems.length > 0) printProblems(terminal, problems, readReportWords(options));
  return exitStatus(problems);
}

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  progress: (what) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
  },
};

// Whoever reads the lines may stop (`| head`): the work goes on to its end, and says the rest to nobody.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await main(process.argv.slice(2), terminal);

#!/usr/bin/env node
// argv → a command, loaded only when asked for; every problem printed here and nowhere else; the exit status.
import './commands/v8-flags.js';
import { readArguments, badArgument, type Arguments } from './commands/arguments.js';
import { HELP } from './commands/help.js';
import { printProblems, type Terminal } from './commands/print.js';
import { exitStatus, type Problem } from './domain/problem.js';
import { problemsOf } from './domain/problem-from-error.js';

type Command = (options: Arguments, terminal: Terminal) => Promise<readonly Problem[]>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  pack: async () => (await import('./commands/pack.js')).pack,
  check: async () => (await import('./commands/check.js')).check,
  receive: async () => (await import('./commands/receive.js')).receive,
  links: async () => (await import('./commands/links.js')).links,
  'new-measure': async () => (await import('./commands/new-measure.js')).newMeasure,
  preview: async () => (await import('./commands/preview.js')).preview,
  erase: async () => (await import('./commands/erase.js')).erase,
  schedule: async () => (await import('./commands/schedule.js')).schedule,
  run: async () => (await import('./commands/run.js')).run,
  status: async () => (await import('./commands/status.js')).status,
  doctor: async () => (await import('./commands/doctor.js')).doctor,
  catalogue: async () => (await import('./commands/catalogue.js')).catalogue,
};

/** Runs one command line. Gives the exit status; prints to the terminal and nowhere else. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = readArguments(argv);
    if (options.help || options.command === null) {
      terminal.out(HELP);
      return options.help ? 0 : 2;
    }
    const load = COMMANDS[options.command];
    if (!load) throw badArgument(`no such command: ${options.command}`, 'See boardpack --help.');
    const problems = await (await load())(options, terminal);
    return reported(terminal, problems);
  } catch (error) {
    return reported(terminal, problemsOf(error));
  }
}

function reported(terminal: Terminal, problems: readonly Problem[]): number {
  terminal.progress('');
  printProblems(terminal, problems);
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

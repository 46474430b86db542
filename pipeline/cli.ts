#!/usr/bin/env node
// argv → a command, loaded only when asked for; every problem printed here and nowhere else; the exit status.
import { readArguments, badArgument, type Arguments } from './commands/arguments.js';
import { HELP } from './commands/help.js';
import { printProblem, type Terminal } from './commands/print.js';
import { Stopped, exitStatus, type Problem } from './domain/problem.js';

type Command = (options: Arguments, terminal: Terminal) => Promise<readonly Problem[]>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  pack: async () => (await import('./commands/pack.js')).pack,
  check: async () => (await import('./commands/check.js')).check,
  'new-measure': async () => (await import('./commands/new-measure.js')).newMeasure,
  preview: async () => (await import('./commands/preview.js')).preview,
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
  for (const problem of problems) printProblem(terminal, problem);
  return exitStatus(problems);
}

/** Errors of the system that no code can mend, by Node's name for them. */
const COMPUTER: Readonly<Record<string, Pick<Problem, 'what' | 'fix'>>> = {
  ENOSPC: {
    what: 'the disk is full',
    fix: 'Make room on it and run again; nothing was left half-built.',
  },
  EACCES: {
    what: 'a file or folder may not be read or written',
    fix: 'Check who may use the folders of the settings.',
  },
  EPERM: {
    what: 'a file is held by another program',
    fix: 'Close the pack in other programs and run again.',
  },
  EBUSY: {
    what: 'a file is held by another program',
    fix: 'Close the pack in other programs and run again.',
  },
  EROFS: { what: 'the disk cannot be written to', fix: 'Choose another folder with --out.' },
};

/** What is not a known problem is our bug. Its message may quote data, so only its kind and place are printed. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Stopped) return error.problems;
  const trouble = error instanceof Error && 'code' in error ? COMPUTER[String(error.code)] : null;
  if (trouble) return [{ kind: 'computer', code: 'computer', ...trouble }];
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? (/\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? '') : '';
  const what = `boardpack failed by a fault of its own: ${name}${place && ` at ${place}`}`;
  return [
    {
      kind: 'bug',
      code: 'fault',
      what,
      fix: 'Tell its developers this line; your data are untouched.',
    },
  ];
}

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  progress: (what) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
  },
};

process.exitCode = await main(process.argv.slice(2), terminal);

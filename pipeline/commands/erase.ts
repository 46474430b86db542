// boardpack erase: takes one child out of everything that Boardpack keeps, once a person has said so twice.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Problem } from '../domain/problem.js';
import { eraseChild } from '../erasure/erase-child.js';
import { projectFolder, readIngestDeclarations } from '../config/project.js';
import { badArgument, type Arguments } from './arguments.js';
import type { Terminal } from './print.js';
import { findServiceFolder, readRunSettings } from './service-settings.js';
import { today } from './clock.js';

/** What a person types, or gives as the second line, to say that it is meant. */
const CONFIRMATION = 'ERASE';

/** Erases the child whose number is given on standard input, never as an argument: those stay in a shell's history. */
export async function erase(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readIngestDeclarations(projectFolder(), findServiceFolder(options));
  const settings = readRunSettings(options, project);
  const [number = '', confirmation = ''] = await readAnswers(terminal);
  if (number === '' || confirmation !== CONFIRMATION)
    throw badArgument('erase-unconfirmed', { confirmation: CONFIRMATION });
  const count = await eraseChild(project, settings, number, today());
  terminal.out(
    `Erased. ${count} deliveries were written anew; the ledger says that, and not of whom.`,
  );
  terminal.out('Packs that were made stay as they are: they hold totals.');
  terminal.out('For you to do, for Boardpack cannot:');
  for (const line of [
    `the files as received in ${settings.extracts}: delete them or export them anew`,
    `every backup and synchronised copy of ${settings.deliveries} and ${settings.output}`,
    'the case system and the partners who sent records: a child who is in the next extract is taken in again as new, for nothing that would know the child is kept',
  ])
    terminal.out(`  - ${line}`);
  return [];
}

async function readAnswers(terminal: Terminal): Promise<string[]> {
  if (process.stdin.isTTY)
    return [
      await askHidden(terminal, 'The child’s number in the case system (not shown): '),
      await askHidden(terminal, `Type ${CONFIRMATION} to erase this child for good: `),
    ];
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) lines.push(line.trim());
  return lines;
}

/** What is typed is not shown, so that no screen keeps it. */
async function askHidden(terminal: Terminal, question: string): Promise<string> {
  terminal.err(question);
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const asking = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return (await asking.question('')).trim();
  } finally {
    asking.close();
  }
}

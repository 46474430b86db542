// A folder and the extracts' names → the files that belong to each, and those that belong to none.
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Problem } from '../domain/problem.js';
import type { ExtractFile } from './extract-file.js';
import { buildFileProblem } from './refusal.js';

const READABLE = new Set(['.csv', '.xlsx']);
/** Tables that a person could save in a form that is read. */
const OTHER_TABLES = new Set(['.xls', '.xlsm', '.xlsb', '.ods', '.tsv']);

/** The files of a folder that belong to an extract, sorted by name, and what is wrong with the rest. */
export interface FoundExtracts {
  readonly files: ExtractFile[];
  readonly problems: Problem[];
}

/**
 * Finds the extracts in a folder. A file belongs to the longest of `names` that its own name starts with, whatever
 * the case, unless a letter follows: `outcomes_2022-23-q4.xlsx` is `outcomes`, `outcome_offences.csv` is not.
 * Several files may belong to one extract. A table in another form (`.xls`) is the problem `unreadable-file`; a table
 * that belongs to nothing is the note `unknown-file`; other files, hidden files, lock files and folders are passed
 * over. Promises a `computer` problem, not an error, when the folder cannot be read.
 */
export function findExtracts(folder: string, names: readonly string[]): FoundExtracts {
  const found: FoundExtracts = { files: [], problems: [] };
  const listed = listTables(folder);
  if (listed === null) return { files: [], problems: [describeUnreadableFolder(folder)] };
  for (const name of listed) {
    const extract = matchExtract(name, names);
    if (extract === null) found.problems.push(describeUnknownFile(name, names));
    else if (READABLE.has(extension(name)))
      found.files.push({ extract, path: join(folder, name), name });
    else found.problems.push(describeUnsupportedFile(name));
  }
  return found;
}

function listTables(folder: string): string[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && isTable(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return null;
  }
}

function isTable(name: string): boolean {
  const lock = name.startsWith('.') || name.startsWith('~$');
  return !lock && (READABLE.has(extension(name)) || OTHER_TABLES.has(extension(name)));
}

function extension(name: string): string {
  return extname(name).toLowerCase();
}

/** The extract that a file of this name belongs to, or null. */
export function matchExtract(file: string, names: readonly string[]): string | null {
  const stem = file.slice(0, file.length - extname(file).length).toLowerCase();
  const starts = names.filter((name) => {
    const rest = stem.startsWith(name.toLowerCase()) ? stem.slice(name.length) : null;
    return rest !== null && !/^\p{L}/u.test(rest);
  });
  return starts.sort((one, other) => other.length - one.length)[0] ?? null;
}

function describeUnreadableFolder(folder: string): Problem {
  return { kind: 'computer', code: 'unreadable-folder', variant: 'extracts', file: folder };
}

function describeUnsupportedFile(name: string): Problem {
  return buildFileProblem('unreadable-file', name, { variant: 'other-form' });
}

function describeUnknownFile(name: string, names: readonly string[]): Problem {
  const facts = { names: [...names].sort() };
  return { kind: 'note', code: 'unknown-file', variant: 'unlike', file: name, facts };
}

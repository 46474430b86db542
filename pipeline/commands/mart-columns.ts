// queries/marts and what is written of its columns → every mart with its opening, its columns, their types and meanings.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { ProblemError, type Problem } from '../domain/problem.js';
import { createLookup } from '../warehouse/lookups.js';
import { readContracts } from '../config/project.js';
import { fillWarehouse } from '../warehouse/build.js';
import { openForBuilding, type Field } from '../warehouse/connection.js';
import { readQueries, type Query } from '../warehouse/queries.js';
import { findMeaning, listMeaningKeys, readMeanings, type Meaning } from './mart-meanings.js';

/** The words that a column is coded in, and the list of queries/codes that holds them, if one does. */
interface CodedIn {
  readonly list: string | null;
  readonly words: readonly string[];
}

/** One column of a mart; `type` is the database's own name for it. */
export interface MartColumn {
  readonly name: string;
  readonly type: string;
  readonly means: string;
  readonly coded: CodedIn | null;
}

/** One mart: the comment that its query opens with, and its columns in order. */
export interface Mart {
  readonly name: string;
  readonly opening: readonly string[];
  readonly columns: readonly MartColumn[];
}

/** What is said of all marts, and each of them. */
export interface DescribedMarts {
  readonly about: string;
  readonly marts: readonly Mart[];
}

/**
 * Every mart of the project in `folder`, with the columns and types that the database gives it. Throws `Stopped` with
 * every column that has no meaning, every meaning that has no column, and every list or breakdown that is not there.
 */
export async function describeMarts(folder: string): Promise<DescribedMarts> {
  const file = join(folder, 'queries', 'marts', 'columns.yaml');
  const meanings = readMeanings(file);
  const { types, groups } = await askEmptyWarehouse(folder);
  const faults: Problem[] = [];
  const used = new Set<string>();
  const describe = (mart: string, [, name, type]: Field[]): MartColumn[] => {
    const found = findMeaning(meanings, mart, String(name));
    if (!found) {
      faults.push(describeFault(file, 'column-without-meaning', `marts.${mart}.${name}`));
      return [];
    }
    used.add(found.key);
    const { means, coded } = readWords(found.meaning, folder, groups);
    if (coded?.words.length === 0)
      faults.push(describeFault(file, 'meaning-without-words', found.key));
    return [{ name: String(name), type: String(type), means, coded }];
  };
  const marts = readQueries(join(folder, 'queries', 'marts')).map(({ name, sql }) => ({
    name,
    opening: readOpening(sql),
    columns: types.filter(([mart]) => mart === name).flatMap((row) => describe(name, row)),
  }));
  for (const [mart, followed] of Object.entries(meanings.follows))
    if ([...used].some((key) => key.startsWith(`marts.${followed}.`))) used.add(`follows.${mart}`);
  const idle = listMeaningKeys(meanings).filter((key) => !used.has(key));
  faults.push(...idle.map((key) => describeFault(file, 'meaning-without-column', key)));
  if (faults.length > 0) throw new ProblemError(faults);
  return { about: meanings.about, marts };
}

/** The columns of every mart of a warehouse without a record in it, and the groups of each breakdown. */
async function askEmptyWarehouse(folder: string): Promise<{ types: Field[][]; groups: Field[][] }> {
  const queries = join(folder, 'queries');
  const connection = await openForBuilding(':memory:');
  try {
    await fillWarehouse(connection, {
      contracts: readContracts(join(queries, 'contracts')),
      parquets: new Map(),
      birthdays: new Map(),
      linkPersons: () => [],
      areas: ['none'],
      queries,
    });
    const lookup = createLookup(connection, folder);
    return { types: await lookup('mart_columns'), groups: await lookup('groups') };
  } finally {
    connection.close();
  }
}

function readOpening(sql: Query['sql']): string[] {
  const lines = sql.split('\n');
  const code = lines.findIndex((line) => !line.startsWith('--'));
  return lines.slice(0, code).map((line) => line.replace(/^--\s*/, ''));
}

function readWords(
  meaning: Meaning,
  folder: string,
  groups: readonly Field[][],
): Pick<MartColumn, 'means' | 'coded'> {
  if (typeof meaning === 'string') return { means: meaning, coded: null };
  const { means } = meaning;
  if ('values' in meaning) return { means, coded: { list: null, words: meaning.values } };
  if ('codes' in meaning) return { means, coded: readCodes(meaning.codes, folder) };
  const own = groups.filter(([breakdown]) => breakdown === meaning.groups);
  return { means, coded: { list: null, words: own.map(([, group]) => String(group)) } };
}

/** The labels of a list, or the words of another of its columns: `remand_decision.level`. */
function readCodes(codes: string, folder: string): CodedIn {
  const [list = '', column = 'label'] = codes.split('.');
  const file = join(folder, 'queries', 'codes', `${list}.csv`);
  if (!existsSync(file)) return { list, words: [] };
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return { list, words: [...new Set(data.flatMap((row) => row[column] || []))] };
}

function describeFault(
  file: string,
  variant: 'column-without-meaning' | 'meaning-without-words' | 'meaning-without-column',
  key: string,
): Problem {
  return { kind: 'declaration', code: 'bad-declaration', variant, file, facts: { key } };
}

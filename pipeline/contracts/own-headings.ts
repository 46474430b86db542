// A service's own headings.csv → the headings that it adds to the contracts.
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import { ProblemError, type Facts, type Problem } from '../domain/problem.js';
import type { Contract, ContractColumn } from './contract.js';
import { normaliseHeading } from './headings.js';

const lineSchema = z.strictObject({
  extract: z.string().min(1),
  column: z.string().min(1),
  heading: z.string().min(1),
  note: z.string(),
});

/** One heading of the service's own, and its line in the file. */
export interface OwnHeading extends z.infer<typeof lineSchema> {
  readonly line: number;
}

/** The columns of headings.csv. */
export const HEADING_COLUMNS = ['extract', 'column', 'heading', 'note'] as const;

/** Reads the file; none if it does not exist. Throws `ProblemError` for a line of another form. */
export function readOwnHeadings(file: string): OwnHeading[] {
  if (!existsSync(file)) return [];
  const { data } = Papa.parse<unknown>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const read = data.map((row, at) => ({ line: at + 2, row: lineSchema.safeParse(row) }));
  const wrong = read.filter(({ row }) => !row.success);
  if (wrong.length > 0)
    throw new ProblemError(wrong.map(({ line }) => describeBadHeading(file, line, 'form')));
  return read.flatMap(({ line, row }) => (row.success ? [{ ...row.data, line }] : []));
}

/**
 * Adds headings to the contracts: a service's own come first, and one that it gives to a column is removed from the other
 * columns of that extract, whatever a supplier calls them. Throws `ProblemError` for an extract or column that is not
 * there, and for a heading that is the name of another column.
 */
export function addOwnHeadings(
  contracts: readonly Contract[],
  own: readonly OwnHeading[],
  file: string,
): Contract[] {
  const problems = own.flatMap((each) => findFault(each, contracts, file));
  if (problems.length > 0) throw new ProblemError(problems);
  return contracts.map((contract) =>
    addToContract(
      contract,
      own.filter(({ extract }) => extract === contract.extract),
    ),
  );
}

function addToContract(contract: Contract, own: readonly OwnHeading[]): Contract {
  if (own.length === 0) return contract;
  const owner = new Map(own.map(({ heading, column }) => [normaliseHeading(heading), column]));
  const addHeadings = (column: ContractColumn): ContractColumn => {
    const added = own.filter((each) => each.column === column.name).map(({ heading }) => heading);
    const { own: before = [] } = column;
    const kept = column.headings.filter(
      (each) => (owner.get(normaliseHeading(each)) ?? column.name) === column.name,
    );
    return { ...column, headings: [...new Set([...added, ...kept])], own: [...before, ...added] };
  };
  return {
    ...contract,
    columns: contract.columns.map(addHeadings),
    storedColumns: contract.storedColumns.map(addHeadings),
  };
}

function findFault(
  { extract, column, heading, line }: OwnHeading,
  contracts: readonly Contract[],
  file: string,
): Problem[] {
  const columns = contracts.find((each) => each.extract === extract)?.columns;
  if (!columns) return [describeBadHeading(file, line, 'extract', { extract })];
  if (!columns.some(({ name }) => name === column))
    return [describeBadHeading(file, line, 'column', { extract, name: column })];
  const other = columns.find(
    ({ name }) => name !== column && normaliseHeading(name) === normaliseHeading(heading),
  );
  if (!other) return [];
  return [describeBadHeading(file, line, 'taken', { name: column, other: other.name })];
}

function describeBadHeading(
  file: string,
  line: number,
  variant: 'form' | 'extract' | 'column' | 'taken',
  facts: Facts = {},
): Problem {
  return { kind: 'declaration', code: 'bad-own-heading', variant, ...{ file, line, facts } };
}

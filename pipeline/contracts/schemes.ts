// queries/schemes/<list>.csv → the published schemes of a code list's short codes, and a list with one of them applied.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { ProblemError } from '../domain/problem.js';
import { findLabel, normaliseLabel, type CodeList } from './codes.js';
import type { Contract } from './contract.js';

/** By extract and column, the scheme of its codes. */
export const codeSchemesSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** What a service declares of the schemes of its codes. */
export type CodeSchemes = z.infer<typeof codeSchemesSchema>;

const lineSchema = z.strictObject({
  scheme: z.string().regex(/^[a-z][a-z0-9_]*$/),
  code: z.string().min(1),
  label: z.string().min(1),
  source: z.string().min(1),
});

/** Every list with the schemes that a folder declares for it. Throws `ProblemError` for a line that is not one. */
export function addSchemes(
  lists: ReadonlyMap<string, CodeList>,
  folder: string,
): Map<string, CodeList> {
  return new Map(
    [...lists].map(([name, list]) => {
      const path = join(folder, `${name}.csv`);
      return [name, existsSync(path) ? { ...list, schemes: readSchemes(path, list) } : list];
    }),
  );
}

function readSchemes(path: string, list: CodeList): Map<string, Map<string, string>> {
  const text = readFileSync(path, 'utf8');
  const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
  const schemes = new Map<string, Map<string, string>>();
  for (const [at, row] of data.entries()) {
    const line = lineSchema.safeParse(row);
    if (!line.success || findLabel(list, line.data.label) === null)
      throw describeBadLine(list.name, at + 2);
    const { scheme, code, label } = line.data;
    schemes.set(
      scheme,
      (schemes.get(scheme) ?? new Map<string, string>()).set(normaliseLabel(code), label),
    );
  }
  return schemes;
}

function describeBadLine(list: string, line: number): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'bad-scheme',
      file: `queries/schemes/${list}.csv`,
      line,
      variant: 'line',
    },
  ]);
}

/**
 * The code lists of an extract, each with the codes of the scheme that the service declares for a column of it, else the one
 * that its contract does. Throws `ProblemError` for a column or scheme that does not exist.
 */
export function applySchemes(
  { extract, columns }: Contract,
  lists: ReadonlyMap<string, CodeList>,
  declared: CodeSchemes = {},
): ReadonlyMap<string, CodeList> {
  const own = declared[extract] ?? {};
  const applied = new Map(lists);
  for (const column of columns) {
    if (column.type !== 'code') continue;
    const list = applied.get(column.codes);
    const scheme = own[column.name] ?? column.scheme;
    if (list && scheme !== undefined) applied.set(column.codes, applyScheme(list, scheme, extract));
  }
  const unknown = Object.keys(own).find(
    (name) => !columns.some((column) => column.name === name && column.type === 'code'),
  );
  if (unknown !== undefined) throw describeBadScheme(extract, unknown, 'no-column');
  return applied;
}

function applyScheme(list: CodeList, name: string, extract: string): CodeList {
  const scheme = list.schemes?.get(name);
  if (!scheme) throw describeBadScheme(extract, list.name, 'no-scheme', name);
  return { ...list, labels: new Map([...list.labels, ...scheme]) };
}

function describeBadScheme(
  extract: string,
  name: string,
  variant: 'no-scheme' | 'no-column',
  scheme = '',
): ProblemError {
  const facts = { extract, name, scheme };
  return new ProblemError([{ kind: 'declaration', code: 'bad-scheme', variant, facts }]);
}

/** The schemes in which a text that is on no list is a code. */
export function findSchemes({ schemes }: CodeList, text: string): string[] {
  const code = normaliseLabel(text);
  return [...(schemes ?? [])].flatMap(([name, codes]) => (codes.has(code) ? [name] : []));
}

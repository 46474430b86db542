// The contracts of an edited program and of this one → the headings and limits that the service gave them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { writeCanonicalJson } from '../domain/canonical-json.js';
import { readDeclaration } from '../domain/declared.js';
import { contractSchema } from '../contracts/contract.js';
import { normaliseHeading } from '../contracts/headings.js';
import { describeLeftEdit, type Edits } from './edit.js';

type Declared = z.infer<typeof contractSchema>;

/** Finds headings that only the edited contracts have, and limits on rows set aside or lost that they raise. */
export function findHeadingEdits(edited: string, program: string): Edits {
  const folder = join(edited, 'queries', 'contracts');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((each) => each.endsWith('.yaml'))
    : [];
  const edits: MutableEdits = { lines: [], tolerance: {}, mayLose: {}, left: [] };
  for (const file of files.sort()) {
    const path = join(program, 'queries', 'contracts', file);
    const name = `queries/contracts/${file}`;
    if (existsSync(path)) {
      const [own, shipped] = [join(folder, file), path].map((each) =>
        readDeclaration(each, contractSchema),
      ) as [Declared, Declared];
      compareContracts(file.replace(/\.yaml$/, ''), own, shipped, edits);
      if (removeMovable(own) !== removeMovable(shipped))
        edits.left.push(describeLeftEdit(name, 'contract-changed'));
    } else edits.left.push(describeLeftEdit(name, 'new-extract'));
  }
  const { lines, left, tolerance, mayLose } = edits;
  const settings = {
    ...(Object.keys(tolerance).length > 0 ? { tolerance } : {}),
    ...(Object.keys(mayLose).length > 0 ? { may_lose: mayLose } : {}),
  };
  return { lines, files: [], settings, left };
}

interface MutableEdits {
  readonly lines: Edits['lines'][number][];
  readonly tolerance: Record<string, number>;
  readonly mayLose: Record<string, number>;
  readonly left: Edits['left'][number][];
}

function compareContracts(
  extract: string,
  own: Declared,
  shipped: Declared,
  edits: MutableEdits,
): void {
  for (const [column, { headings }] of Object.entries(own.columns)) {
    const known = new Set(shipped.columns[column]?.headings.map(normaliseHeading));
    const added = headings.filter((each) => !known.has(normaliseHeading(each)));
    if (column in shipped.columns)
      for (const heading of added)
        edits.lines.push({ file: 'headings.csv', cells: { extract, column, heading, note: '' } });
  }
  if (own.tolerance > shipped.tolerance) edits.tolerance[extract] = own.tolerance;
  if (own.may_lose.share !== shipped.may_lose.share) edits.mayLose[extract] = own.may_lose.share;
}

/** What is left of a contract without all that a service's folder can say, as text. */
function removeMovable({ columns, may_lose, ...contract }: Declared): string {
  const bare = Object.entries(columns).map(([name, column]) => [name, { ...column, headings: [] }]);
  const rest = { ...contract, tolerance: 0, rows: may_lose.rows };
  return writeCanonicalJson([rest, Object.fromEntries(bare)]);
}

// A service's own suppliers and labels → joined with those that come with the program, and winning over them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readDeclarations } from '../domain/declared.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { CodeList } from './codes.js';
import type { Contract } from './contract.js';
import { listDecidedLabels, MAPPING_NAME, type MappingDecision } from './mapping-file.js';
import {
  findBadLabels,
  findUnknownHeadings,
  readLabels,
  supplierSchema,
  type Supplier,
  type Suppliers,
} from './supplier.js';

/** A file that adds to a supplier that comes with the program may leave out what that says. */
const ownSupplierSchema = supplierSchema.partial();

/**
 * Adds `suppliers/*.yaml`, `labels.csv` and the decided labels of a service's folder. A heading of its own comes before those of the supplier
 * that it adds to, and a label of its own wins over every other meaning of that label. Throws `ProblemError` as
 * `readSuppliers` does, and for a new supplier that says too little.
 */
export function addOwnSuppliers(
  shipped: Suppliers,
  { folder, decisions }: { folder: string; decisions: readonly MappingDecision[] },
  codes: ReadonlyMap<string, CodeList>,
  contracts: readonly Contract[],
): Suppliers {
  const own = join(folder, 'suppliers');
  const declared = existsSync(own) ? readDeclarations(own, ownSupplierSchema) : [];
  const byName = new Map(shipped.byName);
  const problems: Problem[] = [];
  for (const { name, declared: added } of declared) {
    const file = join(own, `${name}.yaml`);
    const columns = { ...added, headings: added.headings ?? {} };
    problems.push(...findUnknownHeadings(columns, contracts, file));
    const supplier = joinSupplier(name, byName.get(name), added);
    if (supplier) byName.set(name, supplier);
    else problems.push(describeBareSupplier(file));
  }
  const file = join(folder, 'labels.csv');
  const labels = readLabels(file, file);
  problems.push(...findBadLabels(labels, codes, byName, file));
  const chosen = listDecidedLabels(decisions);
  problems.push(...findBadLabels(chosen, codes, byName, join(folder, MAPPING_NAME)));
  if (problems.length > 0) throw new ProblemError(problems);
  const added = [...labels.map((label) => ({ ...label, isOwn: true })), ...chosen];
  return { byName, labels: [...shipped.labels, ...added] };
}

type OwnSupplier = z.infer<typeof ownSupplierSchema>;

/** Null for a new supplier that lacks something. */
function joinSupplier(
  name: string,
  shipped: Supplier | undefined,
  { title, confirmed, source, headings = {}, ...added }: OwnSupplier,
): Supplier | null {
  const all = {
    title: title ?? shipped?.title,
    confirmed: confirmed ?? shipped?.confirmed,
    source: source ?? shipped?.source,
  };
  if (!all.title || all.confirmed === undefined || all.source === undefined) return null;
  return {
    ...{ name, unused: shipped?.unused ?? new Set<string>() },
    title: all.title,
    confirmed: all.confirmed,
    source: all.source,
    headings: joinHeadings(headings, shipped?.headings ?? {}),
    first_known: { ...shipped?.first_known, ...added.first_known },
    day_means_yes: { ...shipped?.day_means_yes, ...added.day_means_yes },
  };
}

/** Both sets of headings: by extract and column, the service's own first. */
function joinHeadings(
  own: Supplier['headings'],
  shipped: Supplier['headings'],
): Supplier['headings'] {
  const extracts = new Set([...Object.keys(own), ...Object.keys(shipped)]);
  return Object.fromEntries(
    [...extracts].map((extract) => {
      const [mine, theirs] = [own[extract] ?? {}, shipped[extract] ?? {}];
      const columns = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
      return [
        extract,
        Object.fromEntries(
          [...columns].map((column) => [
            column,
            [...(mine[column] ?? []), ...(theirs[column] ?? [])],
          ]),
        ),
      ];
    }),
  );
}

function describeBareSupplier(file: string): Problem {
  return {
    kind: 'declaration',
    code: 'bad-supplier',
    file,
    variant: 'incomplete',
  };
}

// The suppliers of an edited program and of this one → a file for each that the service changed or added.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { writeCanonicalJson } from '../domain/canonical-json.js';
import { readDeclaration } from '../domain/declared.js';
import { supplierSchema, type Supplier } from '../contracts/supplier.js';
import type { Edits } from './edit.js';

type Declared = Omit<Supplier, 'name'>;

/** Finds suppliers that only the edited program has, and what it says otherwise of the others. */
export function findSupplierEdits(edited: string, program: string): Edits {
  const folder = join(edited, 'queries', 'suppliers');
  const found = existsSync(folder)
    ? readdirSync(folder).filter((each) => each.endsWith('.yaml'))
    : [];
  const files = found.sort().flatMap((name) => {
    const [own, shipped] = [join(folder, name), join(program, 'queries', 'suppliers', name)];
    const file = `suppliers/${name}`;
    if (!existsSync(shipped)) return [{ file, text: readFileSync(own, 'utf8') }];
    const added = compareSuppliers(
      readDeclaration(own, supplierSchema),
      readDeclaration(shipped, supplierSchema),
    );
    return Object.keys(added).length === 0 ? [] : [{ file, text: dump(added, { flowLevel: 3 }) }];
  });
  return { lines: [], files, settings: {}, left: [] };
}

function compareSuppliers(own: Declared, shipped: Declared): Partial<Declared> {
  const headings = Object.entries(own.headings).flatMap(([extract, columns]) => {
    const added = Object.entries(columns).flatMap(([column, listed]) => {
      const known = new Set((shipped.headings[extract]?.[column] ?? []).map(writeCanonicalJson));
      const fresh = listed.filter((each) => !known.has(writeCanonicalJson(each)));
      return fresh.length > 0 ? [[column, fresh] as const] : [];
    });
    return added.length > 0 ? [[extract, Object.fromEntries(added)] as const] : [];
  });
  return {
    ...(writeCanonicalJson(own.title) === writeCanonicalJson(shipped.title)
      ? {}
      : { title: own.title }),
    ...(own.confirmed === shipped.confirmed ? {} : { confirmed: own.confirmed }),
    ...(own.source === shipped.source ? {} : { source: own.source }),
    ...(headings.length > 0 ? { headings: Object.fromEntries(headings) } : {}),
  };
}

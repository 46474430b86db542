// A service's own folder → the declarations about extracts with what it decides, which wins over what is shipped.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildCodeList, readCodeTable, type CodeList, type CodeTable } from '../contracts/codes.js';
import type { Contract } from '../contracts/contract.js';
import {
  listDecidedHeadings,
  MAPPING_NAME,
  readMapping,
  selectUndecided,
} from '../contracts/mapping-file.js';
import { joinCodeTables } from '../contracts/own-codes.js';
import { addOwnHeadings, readOwnHeadings } from '../contracts/own-headings.js';
import { addOwnSuppliers } from '../contracts/own-suppliers.js';
import type { Suppliers } from '../contracts/supplier.js';
import { readEach } from '../domain/declared.js';
import { ProblemError } from '../domain/problem.js';

/** What a service decides about its extracts. */
export interface OwnDeclarations {
  readonly serviceFolder: string;
  /** By list, all its lines, where the service has lines of its own. */
  readonly ownCodes: ReadonlyMap<string, CodeTable>;
}

interface ShippedDeclarations {
  readonly folder: string;
  readonly contracts: readonly Contract[];
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly suppliers: Suppliers;
}

/**
 * Adds headings.csv, labels.csv, mapping.csv, `suppliers/` and `codes/` of a service's folder, as far as they are there.
 * Throws `ProblemError` with all that is wrong in them.
 */
export function addOwnDeclarations<Shipped extends ShippedDeclarations>(
  shipped: Shipped,
  serviceFolder: string,
): Shipped & OwnDeclarations {
  const file = join(serviceFolder, 'headings.csv');
  const mapping = join(serviceFolder, MAPPING_NAME);
  const decisions = readMapping(mapping);
  const decided = listDecidedHeadings(decisions);
  const own = selectUndecided(readOwnHeadings(file), decided);
  const contracts = addOwnHeadings(addOwnHeadings(shipped.contracts, own, file), decided, mapping);
  const ownCodes = readOwnCodes(shipped.folder, serviceFolder);
  const lists = [...ownCodes].map(([name, table]) => [name, buildCodeList(name, table)] as const);
  const codes = new Map([...shipped.codes, ...lists]);
  const suppliers = addOwnSuppliers(
    shipped.suppliers,
    { folder: serviceFolder, decisions },
    codes,
    contracts,
  );
  return { ...shipped, contracts, codes, suppliers, serviceFolder, ownCodes };
}

/** Where a file of `reports/` is: in the service's own folder if it has one there, else in the program's. */
export function locateReport(
  {
    folder,
    serviceFolder,
  }: { readonly folder: string; readonly serviceFolder?: string | null | undefined },
  ...name: readonly string[]
): string {
  const own = serviceFolder == null ? null : join(serviceFolder, ...name);
  return own !== null && existsSync(own) ? own : join(folder, 'reports', ...name);
}

function readOwnCodes(folder: string, serviceFolder: string): Map<string, CodeTable> {
  const own = join(serviceFolder, 'codes');
  const files = existsSync(own) ? readdirSync(own).filter((file) => file.endsWith('.csv')) : [];
  return new Map(
    readEach(files.sort(), (file) => {
      const shipped = join(folder, 'queries', 'codes', file);
      const path = join(own, file);
      if (!existsSync(shipped)) throw describeUnknownList(path);
      const table = joinCodeTables(readCodeTable(shipped), readCodeTable(path), path);
      return [basename(file, '.csv'), table] as const;
    }),
  );
}

function describeUnknownList(file: string): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'bad-code-list',
      file,
      variant: 'unknown-list',
    },
  ]);
}

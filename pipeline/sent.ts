// The project's suppliers and a service's case systems → the contracts and code lists that its files are read by.
import type { CodeList } from './contracts/codes.js';
import type { Contract } from './contracts/contract.js';
import { suppliedCodes, suppliedContract, type Suppliers } from './contracts/supplier.js';
import type { Day } from './domain/period.js';
import { Stopped } from './domain/problem.js';
import type { System } from './domain/system.js';
import type { Project } from './project.js';
import type { Settings } from './settings.js';

/** What is declared of those who send extracts. */
export interface Sent {
  readonly suppliers: Suppliers;
  /** The case systems, in the order in which the service came to use them. */
  readonly systems: readonly System[];
  /** When the files were received. */
  readonly on: Day;
}

/** Who sends a service's extracts. Throws `Stopped` for a system of a supplier that nobody has declared. */
export function sentTo({ suppliers }: Project, { systems }: Settings, on: Day): Sent {
  const unknown = systems.filter(({ supplier }) => !suppliers.named.has(supplier));
  if (unknown.length === 0) return { suppliers, systems, on };
  const known = [...suppliers.named.keys()].join(', ');
  throw new Stopped(
    unknown.map(({ id, supplier }) => ({
      kind: 'declaration',
      code: 'unknown-supplier',
      what: `the system ${id} is of the supplier ${supplier}, of which nothing is declared`,
      fix: `Name one of ${known} in the settings, or add queries/suppliers/${supplier}.yaml.`,
    })),
  );
}

/** A contract and the code lists as a system's files have them. Partners' extracts and reference data come from none. */
export function supplied(
  contract: Contract,
  codes: ReadonlyMap<string, CodeList>,
  { suppliers: { named, labels }, on }: Sent,
  system: System | undefined,
): [Contract, ReadonlyMap<string, CodeList>] {
  const supplier = named.get(isFromSystem(contract) ? (system?.supplier ?? '') : '');
  const lists = [...codes].map(
    ([name, list]) => [name, suppliedCodes(list, labels, supplier?.name ?? '', on)] as const,
  );
  return [suppliedContract(contract, supplier, on), new Map(lists)];
}

function isFromSystem({ kind, kept }: Contract): boolean {
  return kind === 'case' && kept.every(({ type }) => type !== 'person');
}

// The project's suppliers and a service's case systems → who sends an extract, and what their files are read by.
import type { CodeList } from '../contracts/codes.js';
import type { Contract } from '../contracts/contract.js';
import {
  applySupplierLabels,
  applySupplierHeadings,
  type Suppliers,
} from '../contracts/supplier.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import {
  findCurrentSystem,
  isInUse,
  systemKey,
  findPseudonymPrefixes,
  type PseudonymPrefixes,
  type System,
} from '../domain/system.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import type { Intake } from '../config/project.js';
import type { Settings } from '../config/settings.js';

/** What is declared of those who send extracts. */
export interface Sent {
  readonly suppliers: Suppliers;
  /** The case systems, in the order in which the service came to use them. */
  readonly systems: readonly System[];
  /** When the files were received. */
  readonly on: Day;
}

/** One who sends an extract: a case system or, of what comes from none, whoever does. */
export interface Sender {
  readonly contract: Contract;
  readonly files: readonly ExtractFile[];
  /** Only where a service has several: which of them it is, and its mark in the store. */
  readonly system?: System;
  readonly mark?: string;
  /** Whether nothing says which system's its files are. */
  readonly isUnknown?: boolean;
  readonly codes: ReadonlyMap<string, CodeList>;
  /** What stands before the numbers of children in one of its files. */
  readonly marksIn: (file: ExtractFile) => PseudonymPrefixes;
}

/** Who sends a service's extracts. Throws `Stopped` for systems that are not declared as they must be. */
export function sentTo({ suppliers }: Intake, { systems }: Settings, on: Day): Sent {
  const ids = systems.map(({ id }) => id);
  const problems = systems.flatMap(({ id, supplier, children_of: of }, at) => [
    ...(suppliers.byName.has(supplier) ? [] : [unknownSupplier(id, supplier, suppliers)]),
    ...(ids.indexOf(id) === at ? [] : [badSystem(id, 'is declared twice')]),
    ...(of === undefined || ids.slice(0, at).includes(of)
      ? []
      : [badSystem(id, `has children of ${of}, which is no system before it`)]),
  ]);
  if (problems.length > 0) throw new ProblemError(problems);
  return { suppliers, systems, on };
}

/**
 * Those who sent an extract. Where a service has several case systems, each that sent files of it sends an extract of
 * its own; files of which it is not known which system's they are come from none.
 */
export function sendersOf(
  contract: Contract,
  files: readonly ExtractFile[],
  codes: ReadonlyMap<string, CodeList>,
  sent: Sent | undefined,
  isFromSystem: boolean,
): Sender[] {
  const own = files.filter(({ extract }) => extract === contract.extract);
  const { systems = [], on = '' } = sent ?? {};
  const of = (system: System | undefined, part: readonly ExtractFile[]): Sender => {
    const [read, lists] = sent
      ? supplied(contract, codes, sent, isFromSystem ? system : undefined)
      : [contract, codes];
    // Partners know children by the numbers of the system in use, unless a file is named after another.
    const known = system ?? (isFromSystem ? undefined : findCurrentSystem(systems, on));
    const marksIn = (file: ExtractFile): PseudonymPrefixes =>
      findPseudonymPrefixes(systems, file.system ?? known?.id);
    return { contract: read, files: part, codes: lists, marksIn };
  };
  if (!isFromSystem) return [of(undefined, own)];
  if (systems.length < 2) return [of(systems[0], own)];
  const parted = systems.flatMap((system) => {
    const part = own.filter((file) => file.system === system.id);
    const mark = systemKey(systems, system.id);
    const sender = { ...of(system, part), system, ...(mark === undefined ? {} : { mark }) };
    return part.length > 0 || mustSend(system, contract, on) ? [sender] : [];
  });
  const unknown = own.filter(({ system }) => system === undefined);
  const isOfNone = unknown.length > 0 || parted.length === 0;
  return isOfNone ? [...parted, { ...of(undefined, unknown), isUnknown: true }] : parted;
}

/** A spreadsheet kept beside a case system has what it has. */
function mustSend(system: System, { required }: Contract, on: Day): boolean {
  return required && system.children_of === undefined && isInUse(system, on);
}

/** A contract and the code lists as a system's files have them. */
function supplied(
  contract: Contract,
  codes: ReadonlyMap<string, CodeList>,
  { suppliers: { byName: named, labels }, on }: Sent,
  system: System | undefined,
): [Contract, ReadonlyMap<string, CodeList>] {
  const supplier = named.get(system?.supplier ?? '');
  const lists = [...codes].map(
    ([name, list]) => [name, applySupplierLabels(list, labels, supplier?.name ?? '', on)] as const,
  );
  return [applySupplierHeadings(contract, supplier, on), new Map(lists)];
}

function unknownSupplier(id: string, supplier: string, { byName: named }: Suppliers): Problem {
  return {
    kind: 'declaration',
    code: 'unknown-supplier',
    what: `the system ${id} is of the supplier ${supplier}, of which nothing is declared`,
    fix: `Name one of ${[...named.keys()].join(', ')} in the settings, or add queries/suppliers/${supplier}.yaml.`,
  };
}

function badSystem(id: string, why: string): Problem {
  return {
    kind: 'declaration',
    code: 'bad-system',
    what: `the system ${id} ${why}`,
    fix: 'List each case system once under systems in the settings, in the order in which the service came to use them.',
  };
}

// The project's suppliers and a service's case systems → the sources of an extract, and how to read their files.
import type { CodeList } from '../contracts/codes.js';
import type { Contract } from '../contracts/contract.js';
import { applySupplierHeadings, applySupplierLabels } from '../contracts/apply-supplier.js';
import type { Suppliers } from '../contracts/supplier.js';
import type { Day } from '../domain/period.js';
import { applySchemes, type CodeSchemes } from '../contracts/schemes.js';
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
import type { IngestDeclarations } from '../config/project.js';
import type { Settings } from '../config/settings.js';

/** Declarations of suppliers and case systems. */
export interface SourceDeclarations {
  readonly suppliers: Suppliers;
  /** The case systems, in the order in which the service began to use them. */
  readonly systems: readonly System[];
  /** By extract and column, the scheme of its codes. */
  readonly schemes?: CodeSchemes;
  /** When the files were received. */
  readonly on: Day;
}

/** One source of an extract: a case system, or anything else that sends it. */
export interface ExtractSource {
  readonly contract: Contract;
  readonly files: readonly ExtractFile[];
  /** Only if a service has several case systems: this one, and its mark in the store. */
  readonly system?: System;
  readonly mark?: string;
  /** Whether the system of its files is unknown. */
  readonly isUnknown?: boolean;
  readonly codes: ReadonlyMap<string, CodeList>;
  /** The prefixes of children's numbers in one of its files. */
  readonly findPrefixes: (file: ExtractFile) => PseudonymPrefixes;
}

/** Reads the declared sources. Throws `ProblemError` for a faulty declaration of systems. */
export function readSources(
  { suppliers }: IngestDeclarations,
  { systems, code_schemes: schemes }: Settings,
  on: Day,
): SourceDeclarations {
  const ids = systems.map(({ id }) => id);
  const problems = systems.flatMap(({ id, supplier, children_of: of }, at) => [
    ...(suppliers.byName.has(supplier) ? [] : [describeUnknownSupplier(id, supplier, suppliers)]),
    ...(ids.indexOf(id) === at ? [] : [describeBadSystem(id, 'twice')]),
    ...(of === undefined || ids.slice(0, at).includes(of)
      ? []
      : [describeBadSystem(id, 'children-of', of)]),
  ]);
  if (problems.length > 0) throw new ProblemError(problems);
  return { suppliers, systems, schemes, on };
}

/**
 * Lists the sources of an extract. If a service has several case systems, each one that sent files is a source; files
 * of an unknown system form a source marked `isUnknown`.
 */
export function listSources(
  contract: Contract,
  files: readonly ExtractFile[],
  codes: ReadonlyMap<string, CodeList>,
  declarations: SourceDeclarations | undefined,
  isFromSystem: boolean,
): ExtractSource[] {
  const own = files.filter(({ extract }) => extract === contract.extract);
  const { systems = [], on = '' } = declarations ?? {};
  const buildSource = (system: System | undefined, part: readonly ExtractFile[]): ExtractSource => {
    const [read, codeLists] = declarations
      ? applySupplier(contract, codes, declarations, isFromSystem ? system : undefined)
      : [contract, codes];
    // Partners know children by the numbers of the system in use, unless a file is named after another.
    const known = system ?? (isFromSystem ? undefined : findCurrentSystem(systems, on));
    const findPrefixes = (file: ExtractFile): PseudonymPrefixes =>
      findPseudonymPrefixes(systems, file.system ?? known?.id);
    const lists = applySchemes(read, codeLists, declarations?.schemes);
    return { contract: read, files: part, codes: lists, findPrefixes };
  };
  if (!isFromSystem) return [buildSource(undefined, own)];
  if (systems.length < 2) return [buildSource(systems[0], own)];
  const known = systems.flatMap((system) => {
    const part = own.filter((file) => file.system === system.id);
    const mark = systemKey(systems, system.id);
    const source = {
      ...buildSource(system, part),
      system,
      ...(mark === undefined ? {} : { mark }),
    };
    return part.length > 0 || mustSend(system, contract, on) ? [source] : [];
  });
  const unknown = own.filter(({ system }) => system === undefined);
  const isOfNone = unknown.length > 0 || known.length === 0;
  return isOfNone ? [...known, { ...buildSource(undefined, unknown), isUnknown: true }] : known;
}

/** A spreadsheet that supplements a case system need not send every extract. */
function mustSend(system: System, { required }: Contract, on: Day): boolean {
  return required && system.children_of === undefined && isInUse(system, on);
}

/** The contract and code lists with the headings and labels of a system's supplier. */
function applySupplier(
  contract: Contract,
  codes: ReadonlyMap<string, CodeList>,
  { suppliers: { byName: named, labels }, on }: SourceDeclarations,
  system: System | undefined,
): [Contract, ReadonlyMap<string, CodeList>] {
  const supplier = named.get(system?.supplier ?? '');
  const lists = [...codes].map(
    ([name, list]) => [name, applySupplierLabels(list, labels, supplier?.name ?? '', on)] as const,
  );
  return [applySupplierHeadings(contract, supplier, on), new Map(lists)];
}

function describeUnknownSupplier(
  id: string,
  supplier: string,
  { byName: named }: Suppliers,
): Problem {
  return {
    kind: 'declaration',
    code: 'unknown-supplier',
    facts: { id, supplier, known: [...named.keys()] },
  };
}

function describeBadSystem(id: string, variant: 'twice' | 'children-of', other = ''): Problem {
  return { kind: 'declaration', code: 'bad-system', variant, facts: { id, other } };
}

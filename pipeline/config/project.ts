// The project's own folders → everything declared in them, read once: contracts, codes, measures, editions.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCodeLists, type CodeList } from '../contracts/codes.js';
import {
  buildContract,
  contractSchema,
  sortByReferences,
  type Contract,
} from '../contracts/contract.js';
import { addSchemes } from '../contracts/schemes.js';
import { readSuppliers, type Suppliers } from '../contracts/supplier.js';
import { addOwnDeclarations, locateReport, type OwnDeclarations } from './own-declarations.js';
import { editionSchema, type Edition } from '../disclosure/edition.js';
import { compareText } from '../domain/compare-text.js';
import { ProblemError } from '../domain/problem.js';
import { readDeclarations, readDeclaration } from '../domain/declared.js';
import type { ReleaseNames } from '../deliveries/release-names.js';
import { resolveFormerNames, type NameHistory } from '../domain/former-names.js';
import { BREAKDOWNS } from '../measures/declaration.js';
import type { Measure } from '../measures/count.js';
import { dateByDefault, readCountingRules, type CountingRule } from '../measures/counting-rules.js';
import { attachRules } from '../measures/redefine.js';
import { readMeasureFolders } from '../measures/folders.js';
import { collectDraftTexts } from '../measures/unfinished.js';
import { readFaults, type Fault } from '../data-quality/fault.js';
import { confidenceSchema, type Confidence } from '../data-quality/grade.js';

/** What a service decides about its extracts, where it has a folder of its own. */
type OptionalOwn = { readonly [Key in keyof OwnDeclarations]?: OwnDeclarations[Key] | undefined };

/** What the project declares about extracts: all that ingestion needs. */
export interface IngestDeclarations extends OptionalOwn {
  /** The folder that holds queries, templates and reports. */
  readonly folder: string;
  readonly contracts: readonly Contract[];
  readonly codes: ReadonlyMap<string, CodeList>;
  /** What the suppliers of case systems call things. */
  readonly suppliers: Suppliers;
}

/** What the project declares, apart from any one service. */
export interface Project extends IngestDeclarations {
  readonly version: string;
  /** Published measures, by section and order of appearance in their declarations. */
  readonly measures: readonly Measure[];
  readonly editions: readonly Edition[];
  /** Every name that an edition or a measure has or had, and its name of today; and every breakdown. */
  readonly names: Omit<ReleaseNames, 'groups'>;
  /** Faults that records can have, and the rules by which they are trusted. */
  readonly faults: readonly Fault[];
  readonly confidence: Confidence;
  /** The counting rules that have options. */
  readonly rules: readonly CountingRule[];
}

/**
 * Reads only the declarations about extracts, in half the time. What lies in the service's own folder, if one is given,
 * adds to them and wins. Throws `Stopped` with what is wrong in either.
 */
export function readIngestDeclarations(
  folder = projectFolder(),
  serviceFolder: string | null = null,
): IngestDeclarations {
  const queries = join(folder, 'queries');
  const contracts = readContracts(join(queries, 'contracts'));
  const codes = addSchemes(readCodeLists(join(queries, 'codes')), join(queries, 'schemes'));
  const suppliers = readSuppliers(join(queries, 'suppliers'), codes, contracts);
  const shipped = { folder, contracts, codes, suppliers };
  return serviceFolder === null ? shipped : addOwnDeclarations(shipped, serviceFolder);
}

/**
 * Reads all that is declared, and of the service's own folder what it decides: a file there comes in place of the one of
 * the same name in `reports/`. Throws `Stopped` with what is wrong in the declarations.
 */
export function readProject(
  folder = projectFolder(),
  serviceFolder: string | null = null,
): Project {
  const queries = join(folder, 'queries');
  const measures = readEveryMeasure(folder);
  const editions = readEditions(folder, serviceFolder);
  return {
    ...readIngestDeclarations(folder, serviceFolder),
    version: readPackage(folder).version,
    measures: measures.filter(isPublished),
    editions,
    names: resolveNames(measures, editions),
    faults: readFaults(join(queries, 'faults')),
    rules: readRules(folder),
    confidence: readDeclaration(
      locateReport({ folder, serviceFolder }, 'confidence.yaml'),
      confidenceSchema,
    ),
  };
}

/** The project as a service of one nation has it: without the measures that are the other nation's. */
export function selectNation(project: Project, nation: 'England' | 'Wales'): Project {
  const measures = project.measures.filter(
    ({ declaration }) => (declaration.nation ?? nation) === nation,
  );
  return { ...project, measures };
}

/** The nearest folder above this file that has a package.json: the same for the sources and for what is built of them. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Where the bank holidays are that working days are counted by. */
export function bankHolidaysFile(folder: string): string {
  return join(folder, 'queries', 'reference', 'bank_holidays.csv');
}

/** Where the code lists are. */
export function codesFolder({ folder }: Pick<Project, 'folder'>): string {
  return join(folder, 'queries', 'codes');
}

/** Every contract, each after those it refers to. */
export function readContracts(folder: string): Contract[] {
  const declared = readDeclarations(folder, contractSchema);
  return sortByReferences(
    declared.map(({ name, declared: contract }) => buildContract(name, contract)),
  );
}

function isPublished({ declaration }: Measure): boolean {
  return declaration.status === 'published';
}

/** Throws `Stopped` for a former name that is claimed twice. */
function resolveNames(
  measures: readonly Measure[],
  editions: readonly Edition[],
): Project['names'] {
  const ids = measures.map(({ declaration: { id, formerly } }): NameHistory => {
    return { name: id, formerly: formerly ?? [] };
  });
  const named = editions.map(({ name, formerly }): NameHistory => ({
    name,
    formerly: formerly ?? [],
  }));
  return {
    measures: resolveFormerNames(ids, {
      thing: 'measure',
      file: (id) => `queries/measures/${id}/measure.yaml`,
    }),
    editions: resolveFormerNames(named, {
      thing: 'edition',
      file: (name) => `reports/editions/${name}.yaml`,
    }),
    breakdowns: new Set(BREAKDOWNS),
  };
}

/** Every measure that a folder declares, drafts and retired ones too, by section and order. */
export function readEveryMeasure(folder: string): Measure[] {
  const draft = readDeclaration(
    join(folder, 'templates', 'new_measure', 'measure.yaml'),
    z.unknown(),
  );
  const rules = readRules(folder);
  const measures = readMeasureFolders(locateMeasures(folder), collectDraftTexts(draft));
  requireKnownRules(measures, rules);
  const dated = rules.map(dateByDefault);
  return measures.map((measure) => attachRules(measure, dated)).sort(compareOrder);
}

/** Every counting rule that has options. */
export function readRules(folder: string): CountingRule[] {
  return readCountingRules(join(folder, 'queries', 'definitions'));
}

/** Throws `ProblemError` for a measure that names a rule or an option that is not declared. */
function requireKnownRules(measures: readonly Measure[], rules: readonly CountingRule[]): void {
  const problems = measures.flatMap(({ folder, declaration: { definitions = {} } }) =>
    Object.entries(definitions).flatMap(([name, options]) => {
      const known = rules.find((rule) => rule.name === name)?.options;
      const missing = known
        ? Object.keys(options).filter((option) => !Object.hasOwn(known, option))
        : [name];
      return missing.map((key) => ({
        kind: 'declaration' as const,
        code: 'bad-declaration',
        file: `queries/measures/${folder}/measure.yaml`,
        variant: 'definition',
        facts: { rule: name, key },
      }));
    }),
  );
  if (problems.length > 0) throw new ProblemError(problems);
}

/** Where the measures are. */
export function locateMeasures(folder: string): string {
  return join(folder, 'queries', 'measures');
}

/** Orders measures as a pack does: by section, then by place in it. */
export function compareOrder(one: Measure, other: Measure): number {
  const [a, b] = [one.declaration, other.declaration];
  return compareText(a.section, b.section) || a.order - b.order || compareText(a.id, b.id);
}

/** By name: those of the service's own folder, and of the program's those that it has none of. */
function readEditions(folder: string, serviceFolder: string | null): Edition[] {
  const folders = [join(folder, 'reports'), ...(serviceFolder === null ? [] : [serviceFolder])];
  const declared = folders
    .map((each) => join(each, 'editions'))
    .filter((each) => existsSync(each))
    .flatMap((each) => readDeclarations(each, editionSchema));
  return [...new Map(declared.map((each) => [each.name, each])).values()]
    .map(({ name, declared: edition }) => ({ ...edition, name }))
    .sort((one, other) => compareText(one.name, other.name));
}

function readPackage(folder: string): { version: string } {
  const declared: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return declared as { version: string };
}

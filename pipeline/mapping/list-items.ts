// Unknown headings and labels → the decisions that are wanted, each with what it may mean and what may be shown of it.
import { NOT_YET_MAPPED } from '../domain/reference.js';
import { normaliseLabel, type CodeList } from '../contracts/codes.js';
import type { ContractColumn } from '../contracts/contract.js';
import { normaliseHeading } from '../contracts/headings.js';
import {
  collectListWords,
  maySeeLabel,
  mayWriteLabel,
  type KnownWords,
} from '../contracts/label-safety.js';
import { mappingSubject, type MappingDecision } from '../contracts/mapping-file.js';
import { findNearestNames, type KnownName } from '../contracts/nearest-names.js';
import { findSchemes } from '../contracts/schemes.js';
import type { IngestDeclarations } from '../config/project.js';
import type { FoundUnknowns } from './find-unknowns.js';
import type { FoundHeading, FoundLabel, LabelPlace } from './tallies.js';

/** One heading or label that somebody is to decide about. */
export interface MappingItem {
  /** Six characters that are the same in every run for the same heading or label. */
  readonly id: string;
  readonly subject: Pick<MappingDecision, 'kind' | 'extract' | 'list' | 'supplier' | 'found'>;
  /** Its text; null if it must not be shown. */
  readonly shown: string | null;
  /** Whether its text may be written down as a label. If not, the cells are to be put right where they come from. */
  readonly writable: boolean;
  /** Whether no pack can be built until it is decided, or the cells are put right. */
  readonly stops: boolean;
  readonly rows: number;
  readonly children: number;
  readonly places: readonly LabelPlace[];
  /** What it may mean, the most like it first; at most three. */
  readonly nearest: readonly string[];
  /** Everything that it can mean. */
  readonly choices: readonly KnownName[];
}

/** Marks the texts that identify an item, by the service's key, so that the mark of a text not shown gives nothing away. */
export type ItemMarker = (texts: readonly string[]) => string;

/** The items, those that stop a pack first. Headings that no column seems to lack are left out. */
export function listItems(
  { headings, labels, names }: FoundUnknowns,
  { codes, contracts }: Pick<IngestDeclarations, 'codes' | 'contracts'>,
  mark: ItemMarker,
): MappingItem[] {
  const words: KnownWords = { ofLists: collectListWords(codes, contracts), ofNames: names };
  const items = [
    ...headings.map((heading) => describeHeading(heading, mark)).filter(isWanted),
    ...labels.map((label) => describeLabel(label, words, mark)),
  ];
  return [...items.filter(({ stops }) => stops), ...items.filter(({ stops }) => !stops)];
}

/** The mark of a heading or label. */
export function markSubject(subject: MappingItem['subject'], mark: ItemMarker): string {
  return mark([mappingSubject(subject)]).slice(0, 6);
}

function isWanted({ stops, nearest }: MappingItem): boolean {
  return stops || nearest.length > 0;
}

function describeHeading(
  { contract, text, located, missing, files, line, rows, children }: FoundHeading,
  mark: ItemMarker,
): MappingItem {
  const choices = contract.columns.filter(({ name }) => !located.includes(name)).map(nameColumn);
  const { extract } = contract;
  const subject = { kind: 'heading', extract, list: '', supplier: '', found: text } as const;
  return {
    ...{ subject, id: markSubject(subject, mark), shown: text, writable: true },
    ...{ stops: missing.length > 0, rows, children, choices },
    places: files.map((file) => {
      return { extract, column: missing.join(', '), heading: text, file, lines: [line], rows };
    }),
    nearest: findNearestNames(normaliseHeading(text), choices),
  };
}

function nameColumn({ name, headings }: ContractColumn): KnownName {
  return { name, spellings: headings.map(normaliseHeading) };
}

function describeLabel(
  { list, supplier, text, decides, rows, children, places }: FoundLabel,
  words: KnownWords,
  mark: ItemMarker,
): MappingItem {
  const choices = listLabels(list);
  const subject = {
    ...({ kind: 'label', extract: '', list: list.name, supplier } as const),
    found: text.replace(/\s+/g, ' '),
  };
  const inSchemes = findSchemes(list, text).flatMap(
    (name) => list.schemes?.get(name)?.get(normaliseLabel(text)) ?? [],
  );
  return {
    ...{ subject, id: markSubject(subject, mark), rows, children, places, choices },
    shown: maySeeLabel(text, children, words) ? subject.found : null,
    writable: mayWriteLabel(text, children, words),
    stops: decides || inSchemes.length > 0,
    nearest:
      inSchemes.length > 0 ? [...new Set(inSchemes)] : findNearestNames(subject.found, choices),
  };
}

/** The labels of a list with their spellings. */
export function listLabels(list: CodeList): KnownName[] {
  const known = new Map<string, string[]>();
  for (const [spelling, label] of list.labels)
    if (label !== NOT_YET_MAPPED) known.set(label, [...(known.get(label) ?? []), spelling]);
  return [...known].map(([name, spellings]) => ({ name, spellings }));
}

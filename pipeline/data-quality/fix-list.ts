// Faults found in the records → a list for practitioners to correct, those that affect a published figure first.
import type { Contract } from '../contracts/contract.js';
import type { Language } from '../domain/language.js';
import type { Declaration } from '../measures/declaration.js';
import { affectsMeasure, type Fault } from './fault.js';
import type { FaultRecords } from './find-faults.js';

/** One record to correct. For the information officer and the practitioner, never for a pack. */
interface Fix extends Readonly<Record<string, string>> {
  readonly what: string;
  readonly mend: string;
  readonly extract: string;
  /**
   * What to correct, by the heading that the case system last sent, or the headings it may send if it has sent none;
   * empty if the whole record is meant.
   */
  readonly heading: string;
  /** What `record` identifies. */
  readonly record_of: string;
  readonly record: string;
  /** Titles of the affected measures with a published figure; empty if there are none. */
  readonly moves_published: string;
  /** Number of other measures affected. */
  readonly moves_others: string;
}

/** The columns of the list, in order. */
export const FIX_COLUMNS: readonly string[] = [
  'what',
  'record_of',
  'record',
  'mend',
  'extract',
  'heading',
  'moves_published',
  'moves_others',
];

/** What the list needs in addition to the faults. */
export interface FixListContext {
  readonly measures: readonly Declaration[];
  readonly contracts: readonly Contract[];
  /** Measures with a figure published for anyone. */
  readonly published: ReadonlySet<string>;
  readonly language: Language;
  /** By extract, the latest heading of each column. */
  readonly headings: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * Lists every faulty record that has a number: faults that affect a published figure first, then those that affect most
 * measures.
 */
export function buildFixList(found: readonly FaultRecords[], context: FixListContext): Fix[] {
  return found
    .map((faultRecords) => ({
      faultRecords,
      affected: context.measures.filter((one) => affectsMeasure(faultRecords.fault, one)),
    }))
    .sort((one, other) => weighFault(other.affected, context) - weighFault(one.affected, context))
    .flatMap(({ faultRecords, affected }) =>
      faultRecords.records
        .filter((record) => record !== null)
        .map((record) => buildFix(faultRecords.fault, record, affected, context)),
    );
}

/** Any published figure outweighs all other measures. */
function weighFault(
  affected: readonly Declaration[],
  { measures, published }: FixListContext,
): number {
  const isPublished = affected.some(({ id }) => published.has(id));
  return affected.length + (isPublished ? measures.length : 0);
}

function buildFix(
  { what, mend, extract, column, found_by }: Fault,
  record: string,
  affected: readonly Declaration[],
  { contracts, published, language, headings }: FixListContext,
): Fix {
  const contract = contracts.find((each) => each.extract === extract);
  const publishedMeasures = affected.filter(({ id }) => published.has(id));
  const fixedColumn = contract?.columns.find(({ name }) => name === column);
  const sentHeading = headings.get(extract)?.[fixedColumn?.name ?? ''];
  return {
    what: what[language],
    mend: mend[language],
    extract,
    heading:
      sentHeading ?? (fixedColumn ? [fixedColumn.name, ...fixedColumn.headings].join(' / ') : ''),
    record_of: found_by,
    record,
    moves_published: publishedMeasures.map(({ title }) => title[language]).join('; '),
    moves_others: String(affected.length - publishedMeasures.length),
  };
}

// What is known of the records, and which extracts each measure counts from → a grade of confidence for each measure.
import { join } from 'node:path';
import type { Project } from '../config/project.js';
import { countRows } from '../deliveries/row-counts.js';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import type { Declaration } from '../measures/declaration.js';
import type { RecordFacts } from './record-facts.js';
import { affectsHeadline, affectsMeasure } from '../data-quality/fault.js';
import {
  gradeRecords,
  type Confidence,
  type RecordQuality,
  type Grade,
} from '../data-quality/grade.js';
import { isSmallCount } from '../disclosure/threshold.js';
import { LINKS } from '../warehouse/identified.js';
import { readLineage } from '../warehouse/lineage.js';
import { gradeLinks, type LinkGrade } from './linked-shares.js';

/** A measure's grade, and the extracts it counts from. */
export interface MeasureGrade extends Grade {
  readonly extracts: ReadonlySet<string>;
}

/** The grades of measures by their ids, by the number below which an edition hides counts. */
export type MeasureGrades = ReadonlyMap<number, ReadonlyMap<string, MeasureGrade>>;

/**
 * Grades every measure, for editions that hide counts below each of these numbers. What 1 to `hideBelow` − 1 records lack
 * is graded as if as many as that lacked it: that no reason is given beside a hidden share would otherwise tell how few
 * they are.
 */
export function gradeMeasures(
  { folder, measures, confidence }: Project,
  facts: RecordFacts,
  answerRanges: readonly LinkSensitivity[],
  thresholds: readonly number[],
): MeasureGrades {
  const lineage = readLineage(join(folder, 'queries'));
  const behind = measures.map(({ declaration, sql }) => ({ declaration, extracts: lineage(sql) }));
  const gradeAll = (hideBelow: number): ReadonlyMap<string, MeasureGrade> => {
    const share: ShareRecords = (count, whole) =>
      whole === 0 ? 0 : (isSmallCount(count, hideBelow) ? hideBelow - 1 : count) / whole;
    return new Map(
      behind.map(({ declaration, extracts }) => {
        const records = assessRecords(declaration, extracts, {
          facts,
          answerRanges,
          confidence,
          share,
        });
        return [declaration.id, { ...gradeRecords(records, confidence), extracts }];
      }),
    );
  };
  return new Map(thresholds.map((hideBelow) => [hideBelow, gradeAll(hideBelow)]));
}

/** What records are assessed by. */
interface Assessment {
  readonly facts: RecordFacts;
  readonly answerRanges: readonly LinkSensitivity[];
  readonly confidence: Confidence;
  readonly share: ShareRecords;
}

/** The quality of the records behind a measure. */
function assessRecords(
  declaration: Declaration,
  extracts: ReadonlySet<string>,
  { facts, answerRanges, confidence, share }: Assessment,
): RecordQuality {
  const faults = facts.faults
    .filter(({ fault }) => affectsMeasure(fault, declaration))
    .map((found) => ({
      fault: found.fault.id,
      share: share(found.records.length, found.checked),
      whole: affectsHeadline(found.fault, declaration),
    }));
  return {
    ...assessExtracts(extracts, facts, share),
    faults,
    linked: assessLinks(declaration, extracts, facts, confidence),
    unrecorded: assessBlanks(declaration, answerRanges, share),
  };
}

/** How many of how many records, as a share. */
type ShareRecords = (count: number, whole: number) => number;

/** Which partners' extracts lack links that a measure rests on. */
function assessLinks(
  { unlinked }: Declaration,
  extracts: ReadonlySet<string>,
  { linked }: RecordFacts,
  { links }: Confidence,
): RecordQuality['linked'] {
  const rests = extracts.has(LINKS) && unlinked !== 'counted';
  const select = (grade: LinkGrade): string[] =>
    linked
      .filter((each) => rests && extracts.has(each.extract) && gradeLinks(each, links) === grade)
      .map(({ extract }) => extract);
  return { few: select('too few'), partly: select('partly') };
}

/** What blanks could add or take away, as a share of the larger end of the range; null if none is declared. */
function assessBlanks(
  { id, unrecorded }: Declaration,
  answerRanges: readonly LinkSensitivity[],
  share: ShareRecords,
): RecordQuality['unrecorded'] {
  const range = answerRanges.find(({ without }) => without.measure === id);
  const [counted, filled] = [range?.without.numerator ?? null, range?.with.numerator ?? null];
  if (unrecorded === undefined || counted === null || filled === null) return null;
  const moved = share(Math.abs(filled - counted), Math.max(counted, filled));
  return { extract: unrecorded.extract, share: moved };
}

function assessExtracts(
  extracts: ReadonlySet<string>,
  { freshness, known, noArea }: RecordFacts,
  share: ShareRecords,
): Pick<RecordQuality, 'late' | 'setAside' | 'noArea'> {
  const late = freshness.filter(({ extract, state }) => state === 'late' && extracts.has(extract));
  const setAside = [...known]
    .filter(([extract]) => extracts.has(extract))
    .map(([extract, deliveries]) => ({ extract, ...countRows(deliveries) }))
    .filter(({ received }) => received > 0)
    .map((counts) => ({ extract: counts.extract, share: share(counts.setAside, counts.received) }));
  return {
    late: late.map(({ extract }) => extract),
    setAside,
    noArea: noArea
      .filter(({ extract }) => extracts.has(extract))
      .map(({ extract, unplaced, whole }) => ({ extract, share: share(unplaced, whole) })),
  };
}

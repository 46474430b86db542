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
import { calculateFaultShare } from '../data-quality/find-faults.js';
import { LINKS } from '../warehouse/identified.js';
import { readLineage } from '../warehouse/lineage.js';
import { gradeLinks, type LinkGrade } from './linked-shares.js';

/** A measure's grade, and the extracts it counts from. */
export interface MeasureGrade extends Grade {
  readonly extracts: ReadonlySet<string>;
}

/** The grade of every measure, by its id. */
export function gradeMeasures(
  { folder, measures, confidence }: Project,
  facts: RecordFacts,
  answerRanges: readonly LinkSensitivity[],
): Map<string, MeasureGrade> {
  const lineage = readLineage(join(folder, 'queries'));
  const grades = new Map<string, MeasureGrade>();
  for (const { declaration, sql } of measures) {
    const extracts = lineage(sql);
    const faults = facts.faults
      .filter(({ fault }) => affectsMeasure(fault, declaration))
      .map((found) => ({
        fault: found.fault.id,
        share: calculateFaultShare(found),
        whole: affectsHeadline(found.fault, declaration),
      }));
    const linked = assessLinks(declaration, extracts, facts, confidence);
    const unrecorded = assessBlanks(declaration, answerRanges);
    const behind = { ...assessExtracts(extracts, facts), faults, linked, unrecorded };
    grades.set(declaration.id, { ...gradeRecords(behind, confidence), extracts });
  }
  return grades;
}

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
): RecordQuality['unrecorded'] {
  const range = answerRanges.find(({ without }) => without.measure === id);
  const [counted, filled] = [range?.without.numerator ?? null, range?.with.numerator ?? null];
  if (unrecorded === undefined || counted === null || filled === null) return null;
  const larger = Math.max(counted, filled);
  const share = larger === 0 ? 0 : Math.abs(filled - counted) / larger;
  return { extract: unrecorded.extract, share };
}

function assessExtracts(
  extracts: ReadonlySet<string>,
  { freshness, known, noArea }: RecordFacts,
): Pick<RecordQuality, 'late' | 'setAside' | 'noArea'> {
  const late = freshness.filter(({ extract, state }) => state === 'late' && extracts.has(extract));
  const setAside = [...known]
    .filter(([extract]) => extracts.has(extract))
    .map(([extract, deliveries]) => ({ extract, ...countRows(deliveries) }))
    .filter(({ received }) => received > 0)
    .map((counts) => ({ extract: counts.extract, share: counts.setAside / counts.received }));
  return {
    late: late.map(({ extract }) => extract),
    setAside,
    noArea: noArea.filter(({ extract }) => extracts.has(extract)),
  };
}

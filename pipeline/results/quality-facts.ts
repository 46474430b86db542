// Deliveries, faults and the warehouse's own checks → what is known of the data, for every edition's data-quality page.
import { join } from 'node:path';
import type { Words } from '../domain/language.js';
import type { Day } from '../domain/period.js';
import { countRows, type RowCounts } from '../deliveries/row-counts.js';
import type { MeasureGrade } from './measure-grades.js';
import type { RecordFacts } from './record-facts.js';
import { readExtents, createLookup } from '../warehouse/lookups.js';
import type { ExtractReceipt, UnshownFigures } from '../pack/input.js';
import type { ReceiptReach } from './extract-reach.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import type { Connection } from '../warehouse/connection.js';
import type { UnshownFigure } from '../statistics/place-published.js';
import { groupUnshownFigures } from './unshown-figures.js';
import { readQueries } from '../warehouse/queries.js';

/** What is known of the data, before it is put into words for an edition. */
export interface QualityFacts {
  readonly extracts: readonly ExtractReceipt[];
  readonly checks: readonly CheckFact[];
  readonly coversFrom: Day | null;
  /** Published figures that are shown nowhere. */
  readonly unshown: readonly UnshownFigures[];
}

/** What one check or fault found: its words, what it is about, how many, and out of how many. */
interface CheckFact {
  readonly what: Words | string;
  readonly about: string | null;
  readonly count: number;
  readonly whole: number | null;
}

/** Runs every check of queries/checks and adds the faults, the receipts and the freshness of each extract. */
export async function collectQualityFacts(
  connection: Connection,
  project: Project,
  settings: Settings,
  { known, freshness, faults }: RecordFacts,
  grades: ReadonlyMap<string, MeasureGrade>,
  findReach: (extract: string) => ReceiptReach,
  unshown: readonly UnshownFigure[],
): Promise<QualityFacts> {
  const dates = await readExtents(createLookup(connection, project.folder));
  const extracts = project.contracts.map(({ extract, title }) => ({
    title,
    ...addAcceptedShare(countRows(known.get(extract) ?? [])),
    from: dates.get(extract)?.from ?? null,
    to: dates.get(extract)?.to ?? null,
    ...findReach(extract),
    owed: freshness.find((each) => each.extract === extract) ?? null,
    touches: project.measures
      .filter(({ declaration }) => grades.get(declaration.id)?.extracts.has(extract))
      .map(({ declaration }) => declaration.title),
  }));
  const faultChecks = faults
    .filter(({ records }) => records.length > 0)
    .map(({ fault, records, checked: whole }) => ({
      what: fault.what,
      about: null,
      count: records.length,
      whole,
    }));
  const checks = [...faultChecks, ...(await runChecks(connection, project))];
  return {
    ...{ extracts, checks, coversFrom: settings.covers_from ?? null },
    unshown: groupUnshownFigures(unshown, project.measures),
  };
}

function addAcceptedShare(counts: RowCounts): RowCounts & Pick<ExtractReceipt, 'share'> {
  return { ...counts, share: counts.received === 0 ? null : counts.accepted / counts.received };
}

async function runChecks(connection: Connection, { folder }: Project): Promise<CheckFact[]> {
  const facts: CheckFact[] = [];
  for (const { name, sql } of readQueries(join(folder, 'queries', 'checks')))
    for (const [about, count, whole] of await connection.query(
      `select about, found, whole from (${sql}\n)`,
    ))
      facts.push({
        what: `quality.found.${name}`,
        about: about as string | null,
        count: Number(count),
        whole: whole as number | null,
      });
  return facts;
}

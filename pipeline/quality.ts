// Deliveries and the warehouse's own checks → the data-quality page of one edition in one language.
import { join } from 'node:path';
import { isSmallCount } from './disclosure/rule.js';

import type { Day } from './domain/period.js';
import { extents, lookupOn } from './lookups.js';
import type { DataQuality, ExtractReceipt } from './pack/input.js';
import type { Project } from './project.js';
import type { Settings } from './settings.js';
import type { Received } from './receive.js';
import type { Connection } from './warehouse/connection.js';
import { readQueries } from './warehouse/queries.js';

/** What is known of the data, before it is put into words for an edition. */
export interface QualityFacts {
  readonly extracts: readonly ExtractReceipt[];
  readonly checks: readonly CheckFact[];
  readonly coversFrom: Day | null;
}

/** What one check found: its name in queries/checks, what it is about, how many, and out of how many. */
export interface CheckFact {
  readonly check: string;
  readonly about: string | null;
  readonly count: number;
  readonly whole: number | null;
}

/** Runs every check of queries/checks and puts beside them what the deliveries known held when they came. */
export async function qualityFacts(
  connection: Connection,
  project: Project,
  settings: Settings,
  known: Received['known'],
): Promise<QualityFacts> {
  const dates = await extents(lookupOn(connection, project.folder));
  const checks: CheckFact[] = [];
  for (const { name, sql } of readQueries(join(project.folder, 'queries', 'checks')))
    for (const [about, count, whole] of await connection.ask(
      `select about, found, whole from (${sql}\n)`,
    ))
      checks.push({
        check: name,
        about: about as string | null,
        count: Number(count),
        whole: whole as number | null,
      });
  const extracts = project.contracts.map(({ extract, title }) => {
    const deliveries = known.get(extract) ?? [];
    return {
      title,
      files: deliveries.flatMap(({ files }) => files.map(({ name }) => name)),
      received: sum(deliveries.map(({ received }) => received)),
      accepted: sum(deliveries.map(({ accepted }) => accepted)),
      setAside: sum(deliveries.map(({ set_aside }) => set_aside)),
      from: dates.get(extract)?.from ?? null,
      to: dates.get(extract)?.to ?? null,
    };
  });
  return { extracts, checks, coversFrom: settings.covers_from ?? null };
}

/** The page as one edition may see it: a small count, and its share, are hidden like any other. */
export function qualityIn(
  facts: QualityFacts,
  hideBelow: number,
  say: (key: string, values: Readonly<Record<string, string>>) => string,
): DataQuality {
  const checks = facts.checks.flatMap(({ check, about, count, whole }) => {
    const hidden = isSmallCount(count, hideBelow) || isSmallCount((whole ?? 0) - count, hideBelow);
    // That a line about one label is there at all would say that a few children have it.
    if (hidden && about !== null) return [];
    const what = say(`quality.found.${check}`, { about: about ?? '' });
    return [{ what, count: hidden ? null : count, share: hidden || !whole ? null : count / whole }];
  });
  const extracts = facts.extracts.map((receipt) => receiptIn(receipt, hideBelow));
  return { extracts, checks, notes: [], coversFrom: facts.coversFrom };
}

/** An extract of a few rows may be of a few children: how many came, and when, is hidden with them. */
function receiptIn(receipt: ExtractReceipt, hideBelow: number): ExtractReceipt {
  const { received, accepted, setAside } = receipt;
  const few = [received, accepted, setAside].some((count) => isSmallCount(count, hideBelow));
  if (!few) return receipt;
  return { ...receipt, received: null, accepted: null, setAside: null, from: null, to: null };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

// Files that may not be used → the error that says so, with what they have lost since they were last received.
import { listDeliveries } from '../deliveries/ledger.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { compareExtracts, type DiffContext } from './delivery-diff.js';
import { findLossTolerance } from '../load/same-children.js';
import type { IngestResult } from './ingest.js';
import { countLosses, putCauseFirst } from './lost-records.js';

/**
 * The problems of files that may not be used, after what those files have lost. Usable extracts are compared with the
 * store by their keys, the others by their numbers of rows; extracts that a person has `confirmed` have lost nothing.
 */
export async function explainStop(
  context: DiffContext,
  { receipts, parquets }: IngestResult,
  confirmed: readonly string[],
  problems: readonly Problem[],
): Promise<ProblemError> {
  const compared = await compareExtracts(context, receipts, parquets, confirmed);
  const others = receipts.filter(
    ({ blocked, contract: { extract } }) => blocked && !confirmed.includes(extract),
  );
  const counted = countLosses(others, listDeliveries(context.lines), context.day, (contract) =>
    findLossTolerance(contract, context.settings),
  );
  const losses = [...compared.problems, ...counted];
  return new ProblemError(putCauseFirst(problems, losses, receipts));
}

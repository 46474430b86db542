// Summaries of every measure, and actions that moved nothing → the figures that have a page in the pack to read.
import type { StalledActionLine } from '../commentary/memory-view.js';
import { summarisePage, type BriefingInput } from './briefing.js';
import { listChanges, rankChanges } from './changes.js';
import type { FindingReason, ReadingRules } from './forms.js';
import type { MeasureSummary } from './reading.js';
import type { FindingChoice } from './short-pack.js';

/**
 * Chooses by the declared reasons in their order, within a reason as changes are ranked, each measure once. What groups fare
 * differently is on a page of its own, so it is no reason here.
 */
export function chooseFindings(
  { measures, stalled, rules }: BriefingInput,
  { most, reasons }: ReadingRules['findings'],
): FindingChoice[] {
  const summaries = measures.map(summarisePage);
  const partners = new Map(
    measures.map(({ declaration: { id }, asked }) => [id, rules.answers[id] ?? asked]),
  );
  const ranked = rankChanges(summaries, rules.changes).flatMap((change) => change.measures);
  const order = [...new Set([...ranked, ...summaries.map(({ id }) => id)])];
  const sorted = [...summaries].sort((one, two) => order.indexOf(one.id) - order.indexOf(two.id));
  const chosen = new Map<string, FindingChoice>();
  for (const reason of reasons)
    for (const found of listFindings(reason, sorted, stalled)) {
      const asked = found.asked ?? partners.get(found.measure);
      if (!asked || chosen.has(found.measure) || chosen.size === most) continue;
      chosen.set(found.measure, { ...found, reason, asked });
    }
  return [...chosen.values()];
}

type Candidate = Omit<FindingChoice, 'reason' | 'asked'> & Partial<Pick<FindingChoice, 'asked'>>;

function listFindings(
  reason: FindingReason,
  summaries: readonly MeasureSummary[],
  stalled: readonly StalledActionLine[],
): Candidate[] {
  if (reason !== 'unmoved')
    return summaries.flatMap((summary) =>
      listChanges(summary)
        .filter(({ kind }) => kind === reason)
        .map(({ groups }) => ({ measure: summary.id, groups })),
    );
  return stalled.flatMap(({ id: action, owner: asked, unmoved }) =>
    unmoved.slice(0, 1).map(({ measure, group }) => ({
      ...{ measure, asked, action },
      groups: group === null ? [] : [group],
    })),
  );
}

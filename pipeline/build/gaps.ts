// A counted pack → what it goes without, for the officer.
import type { PackRequest } from '../config/pack-request.js';
import type { Problem } from '../domain/problem.js';
import { describeCoverageGap } from '../results/coverage.js';
import { describeShortReach } from '../results/extract-reach.js';
import { describeFewLinked } from '../results/linked-shares.js';
import { noteUnshownFigures } from '../results/unshown-figures.js';
import type { PackFacts } from './count-pack.js';

/** What the officer should know of what is missing: days, links, and published figures that stand nowhere. */
export function describeGaps(
  { results, records }: PackFacts,
  { project, quarter }: PackRequest,
): Problem[] {
  return [
    ...describeCoverageGap(results.covers, quarter),
    ...describeShortReach(results.reaches, quarter),
    ...describeFewLinked(records.linked, project.confidence.links),
    ...noteUnshownFigures(results.unshown),
  ];
}

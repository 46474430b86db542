// Measures that take a blank answer for a no → the newest headline of each, and what it would be if every blank were a yes.
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import type { Value } from '../domain/value.js';
import type { Measure } from '../measures/count.js';
import { isPool } from '../measures/windows.js';
import type { OpenWarehouse } from '../load/warehouse.js';
import { recountValues } from './link-sensitivity.js';

/**
 * The two ends between which a figure lies, whatever the blanks are: the same query is counted with each blank of the
 * declared column a no, as the pack counts it, and a yes. Not an interval: chance comes on top. `links` is 0.
 * Source: Manski (1989), Journal of Human Resources 24: 343-360, worst-case bounds.
 */
export async function measureAnswerRanges(
  warehouse: Pick<OpenWarehouse, 'openAnswered'>,
  measures: readonly Measure[],
  values: readonly Value[],
): Promise<LinkSensitivity[]> {
  const asking = measures.filter(({ declaration }) => declaration.unrecorded !== undefined);
  if (asking.length === 0) return [];
  const answered = await warehouse.openAnswered();
  try {
    const ranges: LinkSensitivity[] = [];
    for (const measure of asking) {
      const { unrecorded } = measure.declaration;
      const newest = findNewestHeadline(values, measure);
      if (!newest || unrecorded === undefined) continue;
      const counted = await answered.fillBlanks(unrecorded, () =>
        recountValues(answered, measure, [newest]),
      );
      ranges.push(...counted.map((each) => ({ ...each, links: 0 })));
    }
    return ranges;
  } finally {
    answered.close();
  }
}

function findNewestHeadline(values: readonly Value[], { declaration }: Measure): Value | undefined {
  return values
    .filter(
      ({ measure, origin, status, breakdown, window }) =>
        measure === declaration.id &&
        origin === 'own' &&
        status === 'known' &&
        breakdown === 'total' &&
        !isPool(declaration, window),
    )
    .sort((one, other) => (one.window.ends < other.window.ends ? -1 : 1))
    .at(-1);
}

// Values of a pack → what an edition gives of them once its audit, with all its releases before, finds nothing exposed.
import { expect } from 'vitest';
import { loadSolver } from '../../pipeline/disclosure/audit/solver.js';
import { disclose, type DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { cellKey, collectReleasedCells } from '../../pipeline/disclosure/released.js';
import type { Value } from '../../pipeline/domain/value.js';
import { auditUntilSafe } from '../../pipeline/editions/audit-edition.js';
import { THRESHOLD } from './table.js';

const openModel = await loadSolver();

/** What was counted for each pack made here. */
const COUNTED = new WeakMap<readonly DisclosedCell[], readonly Value[]>();

/** `earlier` are packs made here too, oldest first. */
export function discloseAudited(
  values: readonly Value[],
  relations: ReadonlyMap<string, DisclosureRelations>,
  hideBelow = THRESHOLD,
  earlier: readonly (readonly DisclosedCell[])[] = [],
): DisclosedCell[] {
  if (hideBelow === 0) return disclose(values, relations, 0);
  const released = earlier.map(collectReleasedCells);
  const { figures, audit } = auditUntilSafe(
    (withheld) => ({
      disclosed: disclose(values, relations, hideBelow, released, withheld),
      quarters: [],
    }),
    {
      ...{ results: { values, quarters: [] }, relations, openModel },
      edition: { name: 'public', title: TITLE, marking: null, hide_below: hideBelow },
      audited: earlier.map((cells) => {
        const counted = (COUNTED.get(cells) ?? []).filter(({ origin }) => origin === 'own');
        return {
          counted: new Map(counted.map((value) => [cellKey(value), { ...value, status: 'shown' }])),
          printed: collectReleasedCells(cells),
        };
      }),
    },
  );
  expect(audit.exposures).toEqual([]);
  const cells = [...figures.disclosed];
  COUNTED.set(cells, values);
  return cells;
}

const TITLE = { en: 'Public edition', cy: 'Argraffiad cyhoeddus' };

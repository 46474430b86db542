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

/** What an edition gives, where its audit finds nothing exposed. `earlier` are packs made here too, oldest first. */
export function discloseAudited(...asked: Parameters<typeof discloseOrRefuse>): DisclosedCell[] {
  const { cells, exposures } = discloseOrRefuse(...asked);
  expect(exposures).toEqual([]);
  return cells;
}

/** What an edition would give, and what that would expose: where there is anything, the release is refused. */
export function discloseOrRefuse(
  values: readonly Value[],
  relations: ReadonlyMap<string, DisclosureRelations>,
  hideBelow = THRESHOLD,
  earlier: readonly (readonly DisclosedCell[])[] = [],
): { cells: DisclosedCell[]; exposures: readonly unknown[] } {
  if (hideBelow === 0) return { cells: disclose(values, relations, 0), exposures: [] };
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
  const cells = [...figures.disclosed];
  COUNTED.set(cells, values);
  return { cells, exposures: audit.exposures };
}

const TITLE = { en: 'Public edition', cy: 'Argraffiad cyhoeddus' };

// The figures of the sample services → every relation that readers are taken to know holds, and none is left undeclared.
import { beforeAll, describe, expect, it } from 'vitest';
import { describeReleases } from '../../../pipeline/disclosure/audit/release-system.js';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { resolvePlace } from '../../../pipeline/disclosure/audit/counts.js';
import { relateMeasures } from '../../../pipeline/editions/disclose-edition.js';
import type { FigureRow } from '../../../pipeline/publish/figures-table.js';
import { openDemonstration, openService } from '../../demonstration.js';
import { theProject } from '../../project.js';
import { mineEqualCounts } from './mine.js';
import COINCIDENCES from './coincidences.json' with { type: 'json' };

const relations = relateMeasures(theProject());
let packs: RegisteredFigure[][];

beforeAll(async () => {
  const demonstration = await openDemonstration();
  const english = await openService('english', '2024-07-31');
  packs = [
    await demonstration.rows('2022-23 Q2', 0),
    await demonstration.rows('2022-23 Q4', 0),
    await english.rows('2023-24 Q4', 0),
  ].map((rows) => rows.filter(({ area_kind }) => area_kind === 'service').map(readRow));
}, 240_000);

function readRow(row: FigureRow): RegisteredFigure {
  const readCount = (count: string | number | null): number | null =>
    typeof count === 'number' ? count : null;
  return {
    measure: String(row.measure),
    starts: String(row.window_start),
    ends: String(row.window_end),
    breakdown: String(row.breakdown),
    group: String(row.group),
    numerator: readCount(row.numerator),
    denominator: readCount(row.denominator),
    printed: null,
  };
}

describe('what readers are taken to know of counts', () => {
  it('holds in the figures of the sample services', () => {
    for (const pack of packs) {
      const { broken, protect } = describeReleases([pack], relations, 5);
      expect(broken).toEqual([]);
      expect(protect.length).toBeGreaterThan(500);
    }
  });

  it('names measures and counts that there are, in no circle', () => {
    for (const [measure, { sameAs, within = [], coveredBy = [] }] of relations) {
      const named = [sameAs?.numerator, sameAs?.denominator, ...within, ...coveredBy];
      for (const each of named) if (each) expect([...relations.keys()]).toContain(each.measure);
      for (const count of ['numerator', 'denominator'] as const) {
        const place = { measure, count, starts: '', ends: '', breakdown: 'total', group: 'all' };
        expect(() => resolvePlace(place, relations)).not.toThrow();
      }
    }
  });

  it('leaves no two counts that are always equal undeclared', () => {
    const found = mineEqualCounts(packs, relations);
    const undeclared = found.filter((pair) => !(pair in COINCIDENCES));
    expect(undeclared).toEqual([]);
  });

  it('excuses no coincidence that is none', () => {
    const found = mineEqualCounts(packs, relations);
    expect(Object.keys(COINCIDENCES).filter((pair) => !found.includes(pair))).toEqual([]);
  });
});

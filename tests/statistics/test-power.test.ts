// The size and power that the documents print of each test, enumerated again; and no test is wrong more often than it says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  tabulateFixedRates,
  tabulateFunnels,
  tabulateQuarters,
  tabulateRates,
  tabulateShares,
} from '../../bench/power-tables.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { binomialDensity } from '../../pipeline/statistics/density.js';
import { fisherP } from '../../pipeline/statistics/fisher.js';
import { familyFunnel } from '../../pipeline/statistics/funnel-family.js';
import { exactShareLimits } from '../../pipeline/statistics/funnel-exact.js';

const PAGE = readFileSync(join(projectFolder(), 'docs/tests.md'), 'utf8');

describe('the page of tests', () => {
  it.each([
    ['shares', tabulateShares],
    ['rates', tabulateRates],
    ['fixed rates', tabulateFixedRates],
    ['quarters', tabulateQuarters],
    ['funnels', tabulateFunnels],
  ])('has the table of %s as it is enumerated', (_, tabulate) => {
    const lines = tabulate();
    expect(lines.length).toBeGreaterThan(6);
    expect(PAGE).toContain(lines.join('\n'));
  });
});

/** The chance of each count of `whole` children, each with the same chance. */
function listChances(whole: number, share: number): number[] {
  return Array.from({ length: whole + 1 }, (_, k) => binomialDensity(k, whole, share, 1 - share));
}

describe('Fisher’s test', () => {
  it('calls equal shares different in at most 5% of tables, of every group up to 12 against 5, 12, 30 and 60', () => {
    let most = 0;
    for (const whole of [5, 12, 30, 60])
      for (let size = 1; size <= 12; size++)
        for (const share of [0.02, 0.1, 0.3, 0.5, 0.8]) {
          let found = 0;
          for (const [a, ours] of listChances(size, share).entries())
            for (const [b, theirs] of listChances(whole, share).entries()) {
              const p = fisherP({ part: a, whole: size }, { part: b, whole }).twoSided;
              if (p < 0.05) found += ours * theirs;
            }
          most = Math.max(most, found);
        }
    expect(most).toBeLessThanOrEqual(0.05);
    expect(most).toBeGreaterThan(0.02);
  });
});

describe('the exact limits of a funnel', () => {
  it.each([0.95, 0.998])(
    'are passed by chance no more often than %f allows, on either side',
    (level) => {
      const wrong: unknown[] = [];
      for (const size of [1, 2, 5, 10, 25, 60, 150, 400])
        for (const target of [0.002, 0.01, 0.05, 0.2, 0.5, 0.9]) {
          const { lower, upper } = exactShareLimits(size, target, level);
          const chances = listChances(size, target);
          const sum = (isBeyond: (share: number) => boolean): number =>
            chances.reduce((all, each, k) => (isBeyond(k / size) ? all + each : all), 0);
          const tail = (1 - level) / 2 + 1e-12;
          const isWhole = lower >= 0 && lower <= target && upper >= target && upper <= 1;
          if (
            !isWhole ||
            sum((share) => share < lower) > tail ||
            sum((share) => share > upper) > tail
          )
            wrong.push([size, target, lower, upper]);
        }
      expect(wrong).toEqual([]);
    },
  );

  it('place an area with none of three expected within them, and one with twenty beyond', () => {
    const place = (part: number): unknown => {
      const others = Array.from({ length: 8 }, (_, at) => ({ part: 2 + (at % 3), size: 15_000 }));
      const family = familyFunnel([{ part, size: 15_000 }, ...others]);
      return family?.positions[0];
    };
    expect(place(0)).toEqual({ reach: 'within', towards: 'low' });
    expect(place(20)).toEqual({ reach: 'beyond 99.8%', towards: 'high' });
  });

  it('are no wider than that', () => {
    const { lower, upper } = exactShareLimits(100, 0.3, 0.95);
    // Of 100 at 30%: P(21 or fewer) is 2.9%, P(20 or fewer) 1.6%; P(39 or more) is 3.4%, P(40 or more) 2.1%.
    expect([Math.ceil(lower * 100), Math.floor(upper * 100)]).toEqual([21, 39]);
  });
});

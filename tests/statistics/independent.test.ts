// Counts of which one child can have several: no interval and no verdict on them, whatever the measure is called.
import { describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import { chooseUnit, rateScale, type Declaration } from '../../pipeline/measures/declaration.js';
import { buildValues } from '../../pipeline/statistics/values.js';
import type { Value } from '../../pipeline/domain/value.js';
import { theProject } from '../project.js';

const ONCE = ['children', 'victims', 'posts'];
const DECLARATIONS = theProject().measures.map(({ declaration }) => declaration);

/** The headline of a year in which `now` were counted, after a year of `before`. */
function count(declaration: Declaration, now: number, before: number): Value | undefined {
  const windows = ['2023-03-31', '2024-03-31'].map((ends) => ({
    ...windowEnding(ends, 12),
    status: 'known' as const,
  }));
  return buildValues({
    declaration,
    unit: chooseUnit(declaration),
    per: rateScale(declaration),
    serviceName: 'Testshire',
    windows,
    counts: windows.map(({ id }, at) => ({
      windowId: id,
      breakdown: 'total',
      group: 'all',
      numerator: at === 1 ? now : before,
      denominator: declaration.kind === 'count' ? null : 150,
    })),
    denominatorSource: () => null,
  }).at(-1);
}

describe('counts of which one child can have several', () => {
  // The case `hard`: one child with twelve orders on one day, after two children with one each.
  it('make no claim of twelve orders of one child after two of two children', () => {
    const declare = (id: string): Declaration => {
      const found = DECLARATIONS.find((each) => each.id === id);
      if (!found) throw new RangeError(id);
      return found;
    };
    const sentences = count(declare('custodial_sentences'), 12, 2);
    expect(sentences).toMatchObject({ numerator: 12, lower: null, upper: null, verdict: null });
    const children = count(declare('children_sentenced_to_custody'), 1, 2);
    expect(children).toMatchObject({ numerator: 1, verdict: 'too few to tell' });
    expect(children?.lower).toBeGreaterThan(0);
  });

  it.each(
    DECLARATIONS.filter(({ kind }) => kind !== 'relative_rate').map((each) => [each.id, each]),
  )(
    '%s has an interval and a verdict only if each counted thing is a person’s or post’s own',
    (_, declaration) => {
      const value = count(declaration, 90, 20);
      const independent = ONCE.includes(declaration.counts) && declaration.kind !== 'mean';
      const tested = independent && declaration.detail !== true;
      expect([value?.lower !== null, value?.verdict !== null]).toEqual([independent, tested]);
    },
  );

  it('draws the days between such events for none', () => {
    const charted = DECLARATIONS.filter(({ spc }) => spc !== undefined);
    expect(charted.map(({ counts }) => counts)).toEqual(charted.map(() => 'children'));
  });
});

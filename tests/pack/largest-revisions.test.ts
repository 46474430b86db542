// A pack that revises many figures: what the pack to read names, and what it leaves to the annex.
import { describe, expect, it } from 'vitest';
import { keepLargest } from '../../pipeline/pack/largest-revisions.js';
import type { FigureCounts, RevisedMeasure } from '../../pipeline/pack/input.js';
import { findQuarter } from '../../pipeline/domain/period.js';

const counts = (numerator: number | null, denominator: number | null = null): FigureCounts => ({
  ...{ numerator, denominator },
});

function revise(id: string, then: FigureCounts | null, now: FigureCounts | null): RevisedMeasure {
  return {
    title: { en: id, cy: id },
    figure: { window: { ends: '2023-03-31' }, then, now },
    ...{ others: 0, because: [], decided: null },
  };
}

function keep(measures: readonly RevisedMeasure[]): { titles: string[]; left: readonly number[] } {
  const pack = { quarter: findQuarter('2023-03-31'), asAt: '2023-05-02', isSameQuarter: true };
  const { revisions, left } = keepLargest({
    packs: [{ ...pack, measures }],
    ...{ standsBelow: null, hidden: [] },
  });
  return { titles: revisions.packs[0]?.measures.map(({ title }) => title.en) ?? [], left };
}

describe('what the pack to read names of revised figures', () => {
  it('names all of a few, and leaves none to the annex', () => {
    expect(
      keep([revise('a', counts(100), counts(101)), revise('b', counts(9), counts(8))]),
    ).toEqual({ titles: ['a', 'b'], left: [0] });
  });

  it('leaves those that changed least to the annex, and counts them', () => {
    const large = Array.from({ length: 8 }, (_, at) =>
      revise(`large ${at}`, counts(10), counts(20)),
    );
    const small = [
      revise('small 1', counts(100), counts(101)),
      revise('small 2', counts(50), counts(50)),
    ];
    expect(keep([...small, ...large])).toEqual({
      titles: large.map(({ title }) => title.en),
      left: [2],
    });
  });

  it('compares shares by share, and takes a figure that was not given for the largest change', () => {
    const steady = Array.from({ length: 8 }, (_, at) =>
      revise(`${at}`, counts(10, 100), counts(20, 150)),
    );
    const { titles, left } = keep([
      revise('same share', counts(10, 100), counts(20, 200)),
      ...steady,
      revise('new', null, counts(1)),
    ]);
    expect(titles).toContain('new');
    expect(titles).not.toContain('same share');
    expect(left).toEqual([2]);
  });

  it('orders a figure that is hidden now after any that is shown', () => {
    const shown = Array.from({ length: 8 }, (_, at) => revise(`${at}`, counts(100), counts(101)));
    expect(keep([revise('hidden', counts(30), counts(null)), ...shown]).titles).not.toContain(
      'hidden',
    );
  });
});

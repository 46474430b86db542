// Published figures of a measure → values beside ours, each with what can be said of the difference.
import type { PublishedFigure } from '../domain/published.js';
import type { Value, Verdict } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';
import { compareProportions, compareRates, compareWithFixed } from './compare.js';
import { estimate } from './estimate.js';

/**
 * The published figures a measure declares as comparators, as values. The verdict says how *our* figure of the same
 * window and group stands to theirs: by the exact test where they published their counts, against a fixed rate where
 * they published the value alone. There is none where we have no such window, where the units differ, and where theirs
 * is a figure of our own service: the same children cannot be tested against themselves.
 */
export function comparatorsOf(
  declaration: Declaration,
  per: number,
  ours: readonly Value[],
  published: readonly PublishedFigure[],
): Value[] {
  return published
    .filter(
      ({ measure, areaKind }) => measure === declaration.id && declares(declaration, areaKind),
    )
    .map((theirs) => {
      const own = ours.find((value) => matches(value, theirs));
      const verdict =
        own && testable(own, theirs) ? verdictOf(declaration, per, own, theirs) : null;
      return valueOf(declaration, per, theirs, verdict);
    });
}

function declares(declaration: Declaration, areaKind: string): boolean {
  return declaration.comparators.some((comparator) => comparator === areaKind);
}

function matches(value: Value, theirs: PublishedFigure): boolean {
  const { window, breakdown, group } = value;
  return (
    window.starts === theirs.window.starts &&
    window.ends === theirs.window.ends &&
    breakdown === breakdownOf(theirs) &&
    group === theirs.group
  );
}

function breakdownOf({ group }: PublishedFigure): string {
  return group === 'all' ? 'total' : 'ethnicity';
}

function testable(own: Value, theirs: PublishedFigure): boolean {
  return own.status === 'known' && own.unit === theirs.unit && theirs.areaKind !== 'service';
}

function verdictOf(
  { kind }: Declaration,
  per: number,
  own: Value,
  theirs: PublishedFigure,
): Verdict | null {
  if (own.numerator === null || own.denominator === null) return null;
  const [events, base] = [own.numerator, own.denominator];
  if (theirs.numerator === null || theirs.denominator === null)
    return kind === 'rate' ? compareWithFixed(events, base, theirs.value / per).verdict : null;
  if (kind === 'proportion')
    return compareProportions(
      { part: events, whole: base },
      { part: theirs.numerator, whole: theirs.denominator },
    ).verdict;
  if (kind !== 'rate') return null;
  return compareRates({ events, base }, { events: theirs.numerator, base: theirs.denominator })
    .verdict;
}

function valueOf(
  declaration: Declaration,
  per: number,
  theirs: PublishedFigure,
  verdict: Verdict | null,
): Value {
  const { areaKind, areaName, window, group, numerator, denominator, value, source } = theirs;
  const kind = declaration.kind === 'relative_rate' ? 'rate' : declaration.kind;
  const { lower, upper } = estimate(kind, numerator, denominator, per);
  return {
    measure: declaration.id,
    window,
    areaKind,
    areaName,
    origin: 'published',
    breakdown: breakdownOf(theirs),
    group,
    unit: theirs.unit as Value['unit'],
    source,
    numerator,
    denominator,
    value,
    lower,
    upper,
    verdict,
    status: 'known',
  };
}

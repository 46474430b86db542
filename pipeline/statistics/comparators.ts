// Published figures of a measure → comparator values, each with a verdict on its difference from ours.
import type { Estimate, Value, Verdict } from '../domain/value.js';
import { countsIndependently, type Declaration } from '../measures/declaration.js';
import { compareProportions, compareRates, compareWithFixed } from './compare.js';
import { estimate } from './estimate.js';
import type { PlacedFigure } from './place-published.js';
import { relativeRate } from './relative-rate.js';
import { isPopulationEnough } from './missing.js';

/**
 * The published figures that stand beside a measure's own, as values. The verdict compares *our* figure of the
 * same window and group with theirs: by the exact test if they published counts, or against a fixed rate if they
 * published the value only. There is no verdict if we have no such window or only a part of the figure, if the units differ, or if theirs is a
 * figure of our own service: the same children cannot be tested against themselves.
 */
export function buildComparators(
  declaration: Declaration,
  per: number,
  ours: readonly Value[],
  published: readonly PlacedFigure[],
): Value[] {
  return published.map((theirs) => {
    const own = ours.find((value) => isSameFigure(value, theirs));
    const verdict =
      own && isTestable(own, theirs) ? testDifference(declaration, per, own, theirs) : null;
    return buildPublishedValue(
      declaration,
      theirs,
      estimatePublished(declaration, per, theirs, published),
      verdict,
    );
  });
}

function isSameFigure(value: Value, theirs: PlacedFigure): boolean {
  const { window, breakdown, group } = value;
  return (
    window.starts === theirs.window.starts &&
    window.ends === theirs.window.ends &&
    breakdown === theirs.breakdown &&
    group === theirs.group
  );
}

function isTestable(own: Value, theirs: PlacedFigure): boolean {
  const isWhole = own.status === 'known' && own.note === undefined;
  return isWhole && own.unit === theirs.unit && theirs.areaKind !== 'service';
}

function testDifference(
  declaration: Declaration,
  per: number,
  own: Value,
  theirs: PlacedFigure,
): Verdict | null {
  const { kind } = declaration;
  if (!countsIndependently(declaration)) return null;
  if (own.numerator === null || own.denominator === null) return null;
  const [events, base] = [own.numerator, own.denominator];
  if (theirs.numerator === null || theirs.denominator === null)
    return kind === 'rate' && theirs.value !== null
      ? compareWithFixed(events, base, theirs.value / per).verdict
      : null;
  if (kind === 'proportion')
    return compareProportions(
      { part: events, whole: base },
      { part: theirs.numerator, whole: theirs.denominator },
    ).verdict;
  if (kind !== 'rate') return null;
  return compareRates({ events, base }, { events: theirs.numerator, base: theirs.denominator })
    .verdict;
}

/** The interval from published counts; for a relative rate, against the reference group in the same publication. */
function estimatePublished(
  declaration: Declaration,
  per: number,
  theirs: PlacedFigure,
  published: readonly PlacedFigure[],
): Estimate {
  const { numerator, denominator } = theirs;
  const { kind, base } = declaration;
  if (!countsIndependently(declaration)) return NO_ESTIMATE;
  if (kind !== 'relative_rate') return estimate(kind, numerator, denominator, per);
  const reference = published.find(
    (other) => other.group === REFERENCE_GROUP && isSameSeries(other, theirs),
  );
  if (!reference || reference === theirs || numerator === null || denominator === null)
    return NO_ESTIMATE;
  if (reference.numerator === null || reference.denominator === null) return NO_ESTIMATE;
  return relativeRate(
    { events: numerator, base: denominator },
    { events: reference.numerator, base: reference.denominator },
    base ?? 'population',
  );
}

/** Whether the denominators are people who live in an area. */
function isOfPopulation({ kind, base }: Declaration): boolean {
  return kind === 'rate' || (kind === 'relative_rate' && base !== 'children');
}

const NO_ESTIMATE = { value: null, lower: null, upper: null };
const REFERENCE_GROUP = 'White';

function isSameSeries(one: PlacedFigure, other: PlacedFigure): boolean {
  return (
    one.measure === other.measure &&
    one.source === other.source &&
    one.areaKind === other.areaKind &&
    one.areaName === other.areaName &&
    one.window.starts === other.window.starts &&
    one.window.ends === other.window.ends
  );
}

function buildPublishedValue(
  declaration: Declaration,
  theirs: PlacedFigure,
  { lower, upper }: Estimate,
  verdict: Verdict | null,
): Value {
  const {
    areaKind,
    areaName,
    window,
    breakdown,
    group,
    numerator,
    denominator,
    value,
    source,
    marks,
  } = theirs;
  const isTooFew =
    isOfPopulation(declaration) && denominator !== null && !isPopulationEnough(denominator);
  return {
    measure: declaration.id,
    window,
    areaKind,
    areaName,
    origin: 'published',
    breakdown,
    group,
    unit: theirs.unit as Value['unit'],
    source,
    numerator,
    denominator,
    verdict,
    ...(isTooFew ? NO_ESTIMATE : { value, lower, upper }),
    status: marks.value === null ? 'known' : 'suppressed',
    ...(marks.value === null && marks.numerator === null ? {} : { marks }),
  };
}

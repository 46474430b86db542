// A claim and the facts of a measure → whether the facts bear it, and if not, why.
import type { Claim, Way } from './claims.js';
import { changesOf, FEW, isSmall, verdictOf, type Facts, type Pair } from './facts.js';
import type { Finding } from './finding.js';
import { judgeNumber } from './judge-number.js';

/** Without a test, a change of less than a quarter is not sharp. */
const SHARP = 0.25;
/** A doubling may be a tenth short, or a quarter over. */
const [SHORT, OVER] = [0.9, 1.25];
/** Null where the facts bear the claim of at least one of the pairs spoken of. `hideBelow` is the edition's. */
export function judge(claim: Claim, facts: Facts, hideBelow: number): Finding | null {
  if (claim.kind === 'number') return judgeNumber(claim, facts, hideBelow);
  if (claim.kind === 'unit')
    return claim.per === facts.quotable.unit
      ? null
      : { code: 'wrong-unit', why: `is not given ${claim.per} but ${unitSaid(facts)}` };
  if (claim.kind === 'part' && !claim.changed) return judgeShare(claim.share, facts);
  const findings = facts.pairs.map((pair) => judgeChange(claim, pair));
  return findings.includes(null) ? null : (findings[0] ?? null);
}

function unitSaid({ quotable: { unit } }: Facts): string {
  return unit.startsWith('per ') ? unit : `as a ${unit}`;
}

type ChangeClaim = Exclude<Claim, { kind: 'number' | 'unit' }>;

function judgeChange(claim: ChangeClaim, pair: Pair): Finding | null {
  if (!pair.now || !pair.before)
    return { code: 'no-comparison', why: 'has no figure for both years that can be seen' };
  switch (claim.kind) {
    case 'direction':
      return judgeDirection(claim.way, claim.denied, pair);
    case 'sharp':
      return isSharp(pair) ? null : { code: 'overstated', why: wordFor(pair) };
    case 'sure':
      return judgeSure(claim.denied, pair);
    case 'times':
      return judgeTimes(claim.factor, pair);
    case 'part':
      return judgePart(claim.share, pair);
  }
}

function judgeDirection(way: Way, denied: boolean, pair: Pair): Finding | null {
  const changes = changesOf(pair);
  const moved = verdictOf(pair) === 'higher' || verdictOf(pair) === 'lower';
  const is: Record<Way, boolean> = {
    up: changes.some(({ from, to }) => to > from),
    down: changes.some(({ from, to }) => to < from),
    same: changes.some(({ from, to }) => to === from),
    steady: !moved,
  };
  if (is[way] !== denied) return null;
  return { code: 'wrong-direction', why: is.up ? 'rose' : is.down ? 'fell' : 'did not move' };
}

function isSharp(pair: Pair): boolean {
  const verdict = verdictOf(pair);
  if (verdict !== null) return verdict === 'higher' || verdict === 'lower';
  return changesOf(pair).some(({ from, to }) => Math.abs(to - from) >= SHARP * from);
}

function judgeSure(denied: boolean, pair: Pair): Finding | null {
  const verdict = verdictOf(pair);
  const clear = verdict === 'higher' || verdict === 'lower';
  return clear !== denied ? null : { code: 'wrong-certainty', why: wordFor(pair) };
}

function wordFor(pair: Pair): string {
  return `changed by an amount that is: ${verdictOf(pair) ?? 'not tested'}`;
}

/** A third may be a tenth of itself more or less: 30 to 36.7 per cent. */
const NEAR = 0.1;

function isNear(share: number, known: number): boolean {
  return Math.abs(known - share) <= NEAR * share;
}

/** A part of what is counted: of the children of a proportion, or of a total that a group makes up. */
function judgeShare(share: number, { quotable, pairs, shares }: Facts): Finding | null {
  if (pairs.some(isSmall)) return FEW_EVENTS;
  const own = quotable.unit === 'proportion' ? pairs.flatMap(({ now }) => now?.value ?? []) : [];
  if (own.length === 0 && shares.length === 0) return null;
  const known = [...own, ...shares.map((each) => each / 100)];
  return known.some((each) => isNear(share, each))
    ? null
    : { code: 'wrong-value', why: 'has no such share' };
}

/** A part by which a figure changed. */
function judgePart(share: number, pair: Pair): Finding | null {
  if (isSmall(pair)) return FEW_EVENTS;
  const fits = changesOf(pair).some(({ from, to }) => isNear(share, Math.abs(to - from) / from));
  return fits ? null : NOT_THAT_MUCH;
}

const FEW_EVENTS: Finding = {
  code: 'few-children',
  why: `counts fewer than ${FEW}, too few for a multiple or a part`,
};
const NOT_THAT_MUCH: Finding = { code: 'wrong-value', why: 'did not change by that much' };

function judgeTimes(factor: number, pair: Pair): Finding | null {
  if (isSmall(pair)) return FEW_EVENTS;
  const fits = changesOf(pair).some(({ from, to }) => {
    const times = factor > 1 ? to / from / factor : from / to / (1 / factor);
    return times >= SHORT && times <= OVER;
  });
  return fits ? null : NOT_THAT_MUCH;
}

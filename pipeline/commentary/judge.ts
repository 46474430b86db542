// A claim and the facts of a measure → whether the facts support it, and if not, why.
import type { Claim, Direction } from './claims.js';
import {
  compareYears,
  MIN_EVENTS,
  hasFewEvents,
  readVerdict,
  type MeasureFacts,
  type YearPair,
} from './facts.js';
import type { ClaimFinding } from './finding.js';
import type { Phrase } from '../domain/problem.js';
import { checkNumber } from './judge-number.js';

/** Without a test, a change of less than a quarter is not sharp. */
const SHARP_CHANGE = 0.25;
/** A doubling may be 10% short or 25% over. */
const [MIN_MULTIPLE, MAX_MULTIPLE] = [0.9, 1.25];
/** Null where the facts bear the claim of at least one of the pairs spoken of. `hideBelow` is the edition's. */
export function checkClaim(
  claim: Claim,
  facts: MeasureFacts,
  hideBelow: number,
): ClaimFinding | null {
  if (claim.kind === 'number') return checkNumber(claim, facts, hideBelow);
  if (claim.kind === 'unit')
    return claim.per === facts.quotable.unit
      ? null
      : {
          code: 'wrong-unit',
          why: { phrase: 'why-unit', facts: { written: claim.per, unit: facts.quotable.unit } },
        };
  if (claim.kind === 'part' && !claim.changed) return checkShare(claim.share, facts);
  const findings = facts.pairs.map((pair) => checkChange(claim, pair));
  return findings.includes(null) ? null : (findings[0] ?? null);
}

type ChangeClaim = Exclude<Claim, { kind: 'number' | 'unit' }>;

function checkChange(claim: ChangeClaim, pair: YearPair): ClaimFinding | null {
  if (!pair.now || !pair.before)
    return { code: 'no-comparison', why: { phrase: 'why-no-comparison' } };
  switch (claim.kind) {
    case 'direction':
      return checkDirection(claim.direction, claim.isNegated, pair);
    case 'sharp':
      return isSharpChange(pair) ? null : { code: 'overstated', why: describeVerdict(pair) };
    case 'sure':
      return checkCertainty(claim.isNegated, pair);
    case 'times':
      return checkMultiple(claim.factor, pair);
    case 'part':
      return checkPartialChange(claim.share, pair);
  }
}

function checkDirection(
  direction: Direction,
  isNegated: boolean,
  pair: YearPair,
): ClaimFinding | null {
  const changes = compareYears(pair);
  const moved = readVerdict(pair) === 'higher' || readVerdict(pair) === 'lower';
  const holds: Record<Direction, boolean> = {
    up: changes.some(({ from, to }) => to > from),
    down: changes.some(({ from, to }) => to < from),
    same: changes.some(({ from, to }) => to === from),
    steady: !moved,
  };
  if (holds[direction] !== isNegated) return null;
  const moves = holds.up ? 'rose' : holds.down ? 'fell' : 'stayed';
  return { code: 'wrong-direction', why: { phrase: `why-${moves}` } };
}

function isSharpChange(pair: YearPair): boolean {
  const verdict = readVerdict(pair);
  if (verdict !== null) return verdict === 'higher' || verdict === 'lower';
  return compareYears(pair).some(({ from, to }) => Math.abs(to - from) >= SHARP_CHANGE * from);
}

function checkCertainty(isNegated: boolean, pair: YearPair): ClaimFinding | null {
  const verdict = readVerdict(pair);
  const clear = verdict === 'higher' || verdict === 'lower';
  return clear !== isNegated ? null : { code: 'wrong-certainty', why: describeVerdict(pair) };
}

function describeVerdict(pair: YearPair): Phrase {
  return { phrase: `why-verdict-${readVerdict(pair)?.replaceAll(' ', '-') ?? 'untested'}` };
}

/** A fraction may differ by a tenth of itself: a third is 30 to 36.7 per cent. */
const SHARE_TOLERANCE = 0.1;

function isNear(share: number, known: number): boolean {
  return Math.abs(known - share) <= SHARE_TOLERANCE * share;
}

/** A part of what is counted: of the children of a proportion, or of a total that a group makes up. */
function checkShare(share: number, { quotable, pairs, shares }: MeasureFacts): ClaimFinding | null {
  if (pairs.some(hasFewEvents)) return TOO_FEW_EVENTS;
  const own = quotable.unit === 'proportion' ? pairs.flatMap(({ now }) => now?.value ?? []) : [];
  if (own.length === 0 && shares.length === 0) return null;
  const known = [...own, ...shares.map((each) => each / 100)];
  return known.some((each) => isNear(share, each))
    ? null
    : { code: 'wrong-value', why: { phrase: 'why-no-share' } };
}

/** A part by which a figure changed. */
function checkPartialChange(share: number, pair: YearPair): ClaimFinding | null {
  if (hasFewEvents(pair)) return TOO_FEW_EVENTS;
  const matches = compareYears(pair).some(({ from, to }) =>
    isNear(share, Math.abs(to - from) / from),
  );
  return matches ? null : DIFFERENT_CHANGE;
}

const TOO_FEW_EVENTS: ClaimFinding = {
  code: 'few-children',
  why: { phrase: 'why-few-events', facts: { least: String(MIN_EVENTS) } },
};
const DIFFERENT_CHANGE: ClaimFinding = {
  code: 'wrong-value',
  why: { phrase: 'why-other-change' },
};

function checkMultiple(factor: number, pair: YearPair): ClaimFinding | null {
  if (hasFewEvents(pair)) return TOO_FEW_EVENTS;
  const matches = compareYears(pair).some(({ from, to }) => {
    const times = factor > 1 ? to / from / factor : from / to / (1 / factor);
    return times >= MIN_MULTIPLE && times <= MAX_MULTIPLE;
  });
  return matches ? null : DIFFERENT_CHANGE;
}

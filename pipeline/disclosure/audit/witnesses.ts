// Numbers that are possible although they are not the true ones → the sums to protect that they prove to be safe.
import { meetsStandard, type SafetyStandard } from './standard.js';
import type { Assignment, LinearForm } from './system.js';

/** How far each unknown is from what it truly is. */
type Moves = ReadonlyMap<string, number>;

/**
 * Whole numbers that agree with all that readers know, each kept as the few unknowns that are not what they truly are. A
 * reader cannot tell any of them from the truth, so that every value that a sum takes by one of them is possible.
 */
export class Witnesses {
  readonly #truth: Assignment;
  readonly #standard: SafetyStandard;
  readonly #sums: readonly LinearForm[];
  /** By sum, how many witnesses show each value; its true value needs none. */
  readonly #possible: readonly Map<number, number>[];
  /** By unknown, the places of the sums that it stands in. */
  readonly #bySum = new Map<string, number[]>();
  readonly #witnesses = new Set<Moves>();

  constructor(
    protect: readonly { readonly form: LinearForm }[],
    { truth, standard }: { readonly truth: Assignment; readonly standard: SafetyStandard },
  ) {
    this.#truth = truth;
    this.#standard = standard;
    this.#sums = protect.map(({ form }) => form);
    this.#possible = this.#sums.map((form) => new Map([[this.#evaluate(form, NO_MOVES), 1]]));
    for (const [at, form] of this.#sums.entries())
      for (const { unknown } of form) {
        const own = this.#bySum.get(unknown);
        if (own) own.push(at);
        else this.#bySum.set(unknown, [at]);
      }
  }

  /** Whether the sum at a place is known to meet the standard. */
  isSafe(at: number): boolean {
    return meetsStandard(new Set(this.#possible[at]?.keys()), this.#standard);
  }

  /** What each unknown may be that is not what it truly is. Numbers that are not whole prove nothing, and are not kept. */
  add(counts: ReadonlyMap<string, number>): void {
    const moves = new Map(
      [...counts].map(([unknown, count]) => [unknown, count - this.#readTruth(unknown)]),
    );
    if (![...moves.values()].every(Number.isInteger)) return;
    for (const part of divideMoves(moves)) this.#keep(part);
  }

  /** Every witness, as numbers for all unknowns, where it says something of one of these. */
  listAlternatives(unknowns: Pick<ReadonlySet<string>, 'has'>): Assignment[] {
    return [...this.#witnesses]
      .filter((moves) => [...moves.keys()].some((unknown) => unknowns.has(unknown)))
      .map((moves) => ({
        get: (unknown) => {
          const is = this.#truth.get(unknown);
          return is === undefined ? undefined : is + (moves.get(unknown) ?? 0);
        },
      }));
  }

  /** Drops every witness by which one of these unknowns is not what it truly is: they are known. */
  forget(unknowns: ReadonlySet<string>): void {
    for (const moves of [...this.#witnesses])
      if ([...moves.keys()].some((unknown) => unknowns.has(unknown))) {
        this.#witnesses.delete(moves);
        this.#tally(moves, -1);
      }
  }

  #keep(moves: Moves): void {
    this.#witnesses.add(moves);
    this.#tally(moves, 1);
  }

  #tally(moves: Moves, by: number): void {
    const touched = new Set([...moves.keys()].flatMap((unknown) => this.#bySum.get(unknown) ?? []));
    for (const at of touched) {
      const possible = this.#possible[at];
      const value = this.#evaluate(this.#sums[at] as LinearForm, moves);
      const times = (possible?.get(value) ?? 0) + by;
      if (times > 0) possible?.set(value, times);
      else possible?.delete(value);
    }
  }

  #evaluate(form: LinearForm, moves: Moves): number {
    return form.reduce(
      (sum, { unknown, times }) =>
        sum + times * (this.#readTruth(unknown) + (moves.get(unknown) ?? 0)),
      0,
    );
  }

  #readTruth(unknown: string): number {
    const count = this.#truth.get(unknown);
    if (count === undefined) throw new RangeError(`no true count of ${unknown}`);
    return count;
  }
}

const NO_MOVES: Moves = new Map();

/** All that is known is sums between two ends, so that whatever is possible, whole numbers on the way there are too. */
function divideMoves(moves: Moves): Moves[] {
  const steps = [...moves.values()].map(Math.abs).reduce(findCommonDivisor, 0);
  return Array.from({ length: steps }, (_, at) => {
    const scale = (at + 1) / steps;
    return new Map([...moves].map(([unknown, move]) => [unknown, Math.round(move * scale)]));
  });
}

function findCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : findCommonDivisor(other, one % other);
}

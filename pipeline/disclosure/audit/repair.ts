// A sum that must be able to move → other whole numbers by which it does, found by hand rather than by a solver.
import type { Slack, SlackIndex } from './slack.js';
import type { Assignment } from './system.js';

/** The unknowns that may be what they are not, as far as readers know. */
export interface FreeUnknowns {
  readonly slacks: SlackIndex;
  readonly truth: Assignment;
  readonly isFree: (unknown: string) => boolean;
}

/** How often a search tries to move an unknown before it is given up: most that succeed need ten. */
const MOST_TRIALS = 60;

/**
 * What each unknown is by which a sum moves as far as it must and every relation holds, where a few moves show it: a
 * relation that does not hold is mended by one of its unknowns, and so on. Null proves nothing. Whatever is found is
 * exact, for it is all whole numbers.
 */
export function findMoved(target: Slack, free: FreeUnknowns): ReadonlyMap<string, number> | null {
  const moves = new Moves(target, free);
  return moves.mend() ? moves.listCounts() : null;
}

class Moves {
  readonly #free: FreeUnknowns;
  readonly #target: Slack;
  readonly #moves = new Map<string, number>();
  /** How far each sum that is touched has moved; the target is touched from the first. */
  readonly #sums: Map<Slack, number>;
  #trials = 0;

  constructor(target: Slack, free: FreeUnknowns) {
    this.#free = free;
    this.#target = target;
    this.#sums = new Map([[target, 0]]);
  }

  listCounts(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#moves].map(([unknown, by]) => [unknown, this.#readTruth(unknown) + by]),
    );
  }

  /** Mends what does not hold; false, with nothing moved, where that was not found to be possible. */
  mend(): boolean {
    const broken = this.#findBroken();
    if (!broken) return true;
    const { slack, excess } = broken;
    return slack.form.some(({ unknown, times }) => this.#tryMove(unknown, -excess / times));
  }

  #tryMove(unknown: string, by: number): boolean {
    if (!this.#canMove(unknown, by)) return false;
    this.#trials += 1;
    this.#moves.set(unknown, by);
    this.#shift(unknown, by);
    if (this.mend()) return true;
    this.#moves.delete(unknown);
    this.#shift(unknown, -by);
    return false;
  }

  /** Each unknown is moved once, so that no search goes round. */
  #canMove(unknown: string, by: number): boolean {
    if (this.#trials >= MOST_TRIALS || this.#moves.has(unknown)) return false;
    return Number.isInteger(by) && this.#free.isFree(unknown) && this.#readTruth(unknown) + by >= 0;
  }

  #shift(unknown: string, by: number): void {
    for (const slack of [this.#target, ...(this.#free.slacks.get(unknown) ?? [])]) {
      const times = slack.form.find((term) => term.unknown === unknown)?.times ?? 0;
      this.#sums.set(slack, (this.#sums.get(slack) ?? 0) + times * by);
    }
  }

  /** A relation that does not hold, and by how much its sum is too large, or too small where that is negative. */
  #findBroken(): { readonly slack: Slack; readonly excess: number } | null {
    for (const [slack, sum] of this.#sums) {
      if (sum > slack.rise) return { slack, excess: sum - slack.rise };
      if (sum < slack.fall) return { slack, excess: sum - slack.fall };
    }
    return null;
  }

  #readTruth(unknown: string): number {
    const count = this.#free.truth.get(unknown);
    if (count === undefined) throw new RangeError(`no true count of ${unknown}`);
    return count;
  }
}

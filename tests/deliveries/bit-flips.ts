// Bits of the deliveries that a pack rests on → flipped one at a time: how many are found, and how many would be counted.
import { readFileSync, writeFileSync } from 'node:fs';
import { readLedger, selectPackDeliveries } from '../../pipeline/deliveries/ledger.js';
import { parquetPath } from '../../pipeline/deliveries/store.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { openWarehouse } from '../../pipeline/load/warehouse.js';
import type { Project } from '../../pipeline/config/project.js';
import type { Settings } from '../../pipeline/config/settings.js';

/** A copy of the bytes with one bit flipped. */
export function flipBit(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % bytes.length;
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << (bit % 8)), at);
  return changed;
}

/** What came of the flips. */
export interface FlipCounts {
  /** Refused, with the extract of the changed file named. */
  readonly refused: number;
  /** A warehouse was built all the same. */
  readonly built: number;
  /** Anything else: another error, or another extract named. */
  readonly other: number;
}

/**
 * Flips `count` bits, one at a time, each in a delivery and at a place that follow from `seed`, and puts each back. Every
 * delivery comes in turn, so that no extract is left out where there are more flips than extracts.
 */
export async function flipDeliveries(
  project: Project,
  settings: Settings,
  { asAt, count, seed }: { readonly asAt: string; readonly count: number; readonly seed: number },
): Promise<FlipCounts> {
  const known = selectPackDeliveries(readLedger(settings.deliveries), asAt);
  const entries = [...known.values()].flat();
  const random = createRandom(seed);
  const counts = { refused: 0, built: 0, other: 0 };
  for (let flip = 0; flip < count; flip += 1) {
    const entry = entries[flip % entries.length];
    if (!entry) throw new RangeError('the store has no deliveries');
    const path = parquetPath(settings.deliveries, entry.delivery);
    const whole = readFileSync(path);
    writeFileSync(path, flipBit(whole, Math.floor(random() * whole.length * 8)));
    try {
      (await openWarehouse(project, settings, { known }, asAt)).close();
      counts.built += 1;
    } catch (error) {
      const found = error instanceof ProblemError ? error.problems : [];
      const isNamed = found.length === 1 && found[0]?.file === entry.extract;
      if (isNamed && found[0]?.code === 'damaged-delivery') counts.refused += 1;
      else counts.other += 1;
    } finally {
      writeFileSync(path, whole);
    }
  }
  return counts;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

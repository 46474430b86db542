// This computer's disk → whether it will do.
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';
import type { Probe } from './probe.js';

const GIGABYTE = 1e9;
/** A pack, the packaged browser and a warehouse use part of it; the rest is for the system. */
const MIN_FREE_BYTES = GIGABYTE;
/** A delivery is written next to the last one, and the warehouse built next to the old one. */
const COPIES = 3;

/**
 * Checks that the disk of each folder has free space for three times the content of the folders of `data`, and for at
 * least 1 GB. Each disk is reported once.
 */
export function checkDiskSpace(
  folders: readonly string[],
  data: readonly string[],
  probe: Pick<Probe, 'disk' | 'free' | 'size'>,
): CheckOutcome {
  const used = data.reduce((sum, folder) => sum + probe.size(folder), 0);
  const needed = Math.max(MIN_FREE_BYTES, COPIES * used);
  const disks = new Map(folders.map((folder) => [probe.disk(folder), folder]));
  const spaces = [...disks.values()].map((folder) => ({ folder, free: probe.free(folder) }));
  const least = Math.min(...spaces.map(({ free }) => free));
  return {
    summary: `${formatGigabytes(least)} free, ${formatGigabytes(needed)} needed`,
    problems: spaces
      .filter(({ free }) => free < needed)
      .map(({ folder, free }) => describeLowSpace(folder, free, needed)),
  };
}

function formatGigabytes(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}

function describeLowSpace(folder: string, free: number, needed: number): Problem {
  return {
    kind: 'computer',
    code: 'little-room',
    file: folder,
    facts: { free: formatGigabytes(free), needed: formatGigabytes(needed) },
  };
}

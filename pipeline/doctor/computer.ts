// This computer's disk → whether it will do.
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';
import type { Probe } from './probe.js';

const GIGABYTE = 1e9;
/** A pack, the browser that comes with the packages, and a warehouse take a part of it; the rest is for the system. */
const MIN_FREE_BYTES = GIGABYTE;
/** A delivery is written beside the last, and the warehouse built beside the old one. */
const COPIES = 3;

/**
 * Whether the disk of each folder has room for three times what the folders of `data` hold, and for 1 GB at least. One
 * disk is told of once.
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
    what: `its disk has ${formatGigabytes(free)} free, and taking in and building may need ${formatGigabytes(needed)}`,
    fix: 'Make room on the disk, or name folders on another in the settings.',
  };
}

// This computer's disk → whether it will do.
import type { Problem } from '../domain/problem.js';
import type { Look } from './finding.js';
import type { Probe } from './probe.js';

const GIGABYTE = 1e9;
/** A pack, the browser that comes with the packages, and a warehouse take a part of it; the rest is for the system. */
const LEAST_ROOM = GIGABYTE;
/** A delivery is written beside the last, and the warehouse built beside the old one. */
const COPIES = 3;

/**
 * Whether the disk of each folder has room for three times what the folders of `data` hold, and for 1 GB at least. One
 * disk is told of once.
 */
export function roomLook(
  folders: readonly string[],
  data: readonly string[],
  probe: Pick<Probe, 'disk' | 'free' | 'size'>,
): Look {
  const held = data.reduce((sum, folder) => sum + probe.size(folder), 0);
  const needed = Math.max(LEAST_ROOM, COPIES * held);
  const disks = new Map(folders.map((folder) => [probe.disk(folder), folder]));
  const rooms = [...disks.values()].map((folder) => ({ folder, free: probe.free(folder) }));
  const least = Math.min(...rooms.map(({ free }) => free));
  return {
    says: `${gigabytes(least)} free, ${gigabytes(needed)} needed`,
    problems: rooms
      .filter(({ free }) => free < needed)
      .map(({ folder, free }) => littleRoom(folder, free, needed)),
  };
}

function gigabytes(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}

function littleRoom(folder: string, free: number, needed: number): Problem {
  return {
    kind: 'computer',
    code: 'little-room',
    file: folder,
    what: `its disk has ${gigabytes(free)} free, and taking in and building may need ${gigabytes(needed)}`,
    fix: 'Make room on the disk, or name folders on another in the settings.',
  };
}

// This computer's Node and disk → whether they will do.
import type { Problem } from '../domain/problem.js';
import type { Look } from './finding.js';
import type { Probe } from './probe.js';

const GIGABYTE = 1e9;
/** A pack, the browser that comes with the packages, and a warehouse take a part of it; the rest is for the system. */
const LEAST_ROOM = GIGABYTE;
/** A delivery is written beside the last, and the warehouse built beside the old one. */
const COPIES = 3;

/** Whether Node is as new as the package asks for, which is written `>=20`. */
export function nodeLook(version: string, asked: string): Look {
  const [major, least] = [version, asked].map((text) => Number(/\d+/.exec(text)?.[0]));
  if (major === undefined || least === undefined || !(major >= least))
    return { says: version, problems: [oldNode(version, asked)] };
  return { says: `${version}, of ${asked}`, problems: [] };
}

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

function oldNode(version: string, asked: string): Problem {
  return {
    kind: 'computer',
    code: 'old-node',
    what: `Boardpack runs on Node ${asked}, and this is ${version}`,
    fix: 'Install a newer Node from nodejs.org, then run npm ci again.',
  };
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

// The folders and files of a service → whether they are there, may be read, and may be written.
import type { Problem } from '../domain/problem.js';
import type { Look } from './finding.js';
import type { Probe } from './probe.js';

/** A folder or a file, by what the settings call it. */
export interface Place {
  readonly name: string;
  readonly path: string;
}

/** Whether a folder that extracts come in is there and may be read, and holds any. `files` counts those that are extracts. */
export function sourceLook(
  { name, path }: Place,
  files: (folder: string) => number,
  probe: Pick<Probe, 'kindOf' | 'read'>,
): Look {
  if (probe.kindOf(path) !== 'folder') return { says: path, problems: [noFolder(name, path)] };
  const code = probe.read(path);
  if (code !== null) return { says: path, problems: [unreadable(name, path, code)] };
  const count = files(path);
  return {
    says: `${count} files of extracts in ${path}`,
    problems: count === 0 ? [empty(name, path)] : [],
  };
}

/** Whether every place may be written: a folder that is not there yet, where it would be made; a file, if it is there. */
export function writableLook(
  folders: readonly Place[],
  files: readonly Place[],
  probe: Pick<Probe, 'kindOf' | 'nearest' | 'write'>,
): Look {
  const places = [
    ...folders.map((each) => ({ ...each, tried: probe.nearest(each.path) })),
    ...files
      .filter(({ path }) => probe.kindOf(path) !== null)
      .map((each) => ({ ...each, tried: each.path })),
  ];
  const problems = places.flatMap(({ name, path, tried }) => {
    const isInTheWay = folders.some((each) => each.path === path) && probe.kindOf(tried) === 'file';
    const code = isInTheWay ? 'ENOTDIR' : probe.write(tried);
    return code === null ? [] : [notWritable(name, path, code)];
  });
  return { says: places.map(({ name }) => name).join(', '), problems };
}

function noFolder(name: string, path: string): Problem {
  return {
    kind: 'declaration',
    code: 'no-folder',
    file: path,
    what: `the folder that the settings name as ${name} is not there`,
    fix: `Make it, connect the drive it is on, or name another as ${name} in the settings.`,
  };
}

function unreadable(name: string, path: string, code: string): Problem {
  return {
    kind: 'computer',
    code: 'unreadable-folder',
    file: path,
    what: `the folder of ${name} may not be read (${code})`,
    fix: 'Let the user that Boardpack runs as read it.',
  };
}

function empty(name: string, path: string): Problem {
  return {
    kind: 'data',
    code: 'no-extracts',
    file: path,
    what: `the folder of ${name} holds no file of an extract that Boardpack knows`,
    fix: 'Put the extracts there, named after what they hold: children.csv, outcomes.xlsx. queries/contracts lists the names.',
  };
}

function notWritable(name: string, path: string, code: string): Problem {
  return {
    kind: 'computer',
    code: 'not-writable',
    file: path,
    what: `Boardpack may not write there (${name}, ${code})`,
    fix: 'Let the user that Boardpack runs as write there, or name another place in the settings.',
  };
}

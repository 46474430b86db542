// The folders and files of a service → whether they exist and can be read and written.
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';
import type { Probe } from './probe.js';

/** A folder or a file, by its name in the settings. */
interface NamedPath {
  readonly name: string;
  readonly path: string;
}

/**
 * Checks that a folder of extracts exists, can be read and contains extracts. `countFiles` counts its extract files.
 */
export function checkSourceFolder(
  { name, path }: NamedPath,
  countFiles: (folder: string) => number,
  probe: Pick<Probe, 'readKind' | 'read'>,
): CheckOutcome {
  if (probe.readKind(path) !== 'folder')
    return { summary: path, problems: [describeMissingFolder(name, path)] };
  const code = probe.read(path);
  if (code !== null)
    return { summary: path, problems: [describeUnreadableFolder(name, path, code)] };
  const count = countFiles(path);
  return {
    summary: `${count} files of extracts in ${path}`,
    problems: count === 0 ? [describeEmptyFolder(name, path)] : [],
  };
}

/**
 * Checks that every path can be written: a folder that does not exist yet at the place where it would be created; a
 * file if it exists.
 */
export function checkWriteAccess(
  folders: readonly NamedPath[],
  files: readonly NamedPath[],
  probe: Pick<Probe, 'readKind' | 'nearest' | 'write'>,
): CheckOutcome {
  const places = [
    ...folders.map((each) => ({ ...each, probed: probe.nearest(each.path) })),
    ...files
      .filter(({ path }) => probe.readKind(path) !== null)
      .map((each) => ({ ...each, probed: each.path })),
  ];
  const problems = places.flatMap(({ name, path, probed }) => {
    const isInTheWay =
      folders.some((each) => each.path === path) && probe.readKind(probed) === 'file';
    const code = isInTheWay ? 'ENOTDIR' : probe.write(probed);
    return code === null ? [] : [describeUnwritablePath(name, path, code)];
  });
  return { summary: places.map(({ name }) => name).join(', '), problems };
}

function describeMissingFolder(name: string, path: string): Problem {
  return {
    kind: 'declaration',
    code: 'no-folder',
    file: path,
    facts: { name },
  };
}

function describeUnreadableFolder(name: string, path: string, code: string): Problem {
  return {
    kind: 'computer',
    code: 'unreadable-folder',
    file: path,
    variant: 'named',
    facts: { name, reason: code },
  };
}

function describeEmptyFolder(name: string, path: string): Problem {
  return {
    kind: 'data',
    code: 'no-extracts',
    file: path,
    facts: { name },
  };
}

function describeUnwritablePath(name: string, path: string, code: string): Problem {
  return {
    kind: 'computer',
    code: 'not-writable',
    file: path,
    facts: { name, reason: code },
  };
}

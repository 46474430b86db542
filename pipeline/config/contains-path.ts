// A folder and a path → whether the one holds the other.
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a file or folder is in a folder, at any depth, or is that folder. */
export function containsPath(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

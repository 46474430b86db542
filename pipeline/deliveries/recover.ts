// A finished file beside its place → in its place, on the disk, whatever happens next.
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Moves a file into its place unless one of that name is there, which then has the same content. A power cut afterwards
 * loses neither its bytes nor its name.
 */
export function moveDurably(from: string, to: string): void {
  if (existsSync(to)) return;
  flushToDisk(from, 'r+');
  renameSync(from, to);
  // Windows keeps names safe by itself, and opens no folder.
  if (process.platform !== 'win32') flushToDisk(dirname(to), 'r');
}

function flushToDisk(path: string, mode: 'r' | 'r+'): void {
  const opened = openSync(path, mode);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

// A finished file → moved into its place, safe against a power cut.
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { restrictToOwner } from './owner-only.js';

/**
 * Moves a file into its place, for its owner alone, unless a file of that name exists, which then has the same content. A
 * later power cut loses neither its content nor its name.
 */
export function moveDurably(from: string, to: string): void {
  if (existsSync(to)) return;
  restrictToOwner(from);
  flushToDisk(from, 'r+');
  renameSync(from, to);
  // Windows makes renames durable by itself, and cannot open a folder.
  if (process.platform !== 'win32') flushToDisk(dirname(to), 'r');
}

/** Waits until a file's content, or a folder's names, are on the disk. */
export function flushToDisk(path: string, mode: 'r' | 'r+'): void {
  const opened = openSync(path, mode);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

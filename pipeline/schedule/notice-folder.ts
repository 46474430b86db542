// A message → a complete text file in a folder.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel } from './outbox.js';

/** Writes each notice into the folder, named by its time and job. A repeated attempt writes the same file again. */
export function createFolderChannel(folder: string): Channel {
  return ({ subject, text }, { notice }) => {
    try {
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${notice.replace(/[^\w.-]+/g, '-')}.txt`);
      writeFileSync(`${path}.new`, `${subject}\n\n${text}`);
      renameSync(`${path}.new`, path);
      return Promise.resolve(null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN';
      return Promise.resolve(code);
    }
  };
}

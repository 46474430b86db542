// Finished files → the folder of their quarter, put there all at once.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of one edition by name. */
export type EditionFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * Writes every edition into a folder of its own beside the quarter's, and moves each into place only when all are
 * whole. Until then, and if anything fails, the last good pack is untouched.
 */
export function shelve(quarterFolder: string, editions: ReadonlyMap<string, EditionFiles>): void {
  mkdirSync(quarterFolder, { recursive: true });
  const beside = mkdtempSync(join(dirname(quarterFolder), '.building-'));
  try {
    for (const [edition, files] of editions) {
      mkdirSync(join(beside, edition));
      for (const [name, content] of files) writeFileSync(join(beside, edition, name), content);
    }
    for (const edition of editions.keys())
      putInPlace(
        join(beside, edition),
        join(quarterFolder, edition),
        join(beside, `${edition}.old`),
      );
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function putInPlace(fresh: string, place: string, old: string): void {
  try {
    renameSync(place, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(fresh, place);
}

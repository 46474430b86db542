// When a copy of the key was last proved to open the store ↔ a small file of the store, without the key.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../domain/period.js';

const checkSchema = z.strictObject({ checked_on: z.iso.date(), key_mark: z.string() });

/** The day of the last proof, and the mark of the key that it was of. */
export type KeyCopyCheck = z.infer<typeof checkSchema>;

function checkFile(store: string): string {
  return join(store, 'key-copy.json');
}

/** Reads the last proof; null if there was none. */
export function readKeyCopyCheck(store: string): KeyCopyCheck | null {
  const file = checkFile(store);
  return existsSync(file) ? checkSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Records a proof. */
export function recordKeyCopyCheck(store: string, on: Day, mark: string): void {
  const text = `${JSON.stringify({ checked_on: on, key_mark: mark })}\n`;
  writeFileSync(checkFile(store), text, { mode: 0o600 });
}

// Accepted rows → one text file that the database can read without guessing, on the way to becoming a delivery.
import { closeSync, openSync, writeFileSync } from 'node:fs';

/** A file being filled row by row. */
export interface Spool {
  readonly path: string;
  write(row: readonly (string | null)[]): void;
  /** Ends it; may be called again. */
  close(): void;
}

const FLUSH_AT = 1 << 20;
const NEEDS_QUOTES = /["\t\r\n]/;

/**
 * Opens a spool: tab-separated, UTF-8, no heading; nothing between tabs is null, and every text that could be misread
 * is in quotes. An empty text never arrives here (the contract calls it *not recorded*).
 */
export function openSpool(path: string): Spool {
  const file = openSync(path, 'wx', 0o600);
  let waiting = '';
  let closed = false;
  const flush = (): void => {
    // Not writeSync, which may write a part and say so only in its return value.
    writeFileSync(file, waiting);
    waiting = '';
  };
  return {
    path,
    write(row) {
      for (let at = 0; at < row.length; at += 1) {
        if (at > 0) waiting += '\t';
        const cell = row[at] ?? null;
        if (cell !== null) waiting += NEEDS_QUOTES.test(cell) ? quoted(cell) : cell;
      }
      waiting += '\n';
      if (waiting.length >= FLUSH_AT) flush();
    },
    close() {
      if (closed) return;
      closed = true;
      flush();
      closeSync(file);
    },
  };
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

// Checked rows → one text file that the database can read without guessing, on the way to becoming a delivery.
import { closeSync, openSync, writeFileSync } from 'node:fs';

/** A file being filled row by row. */
export interface Spool {
  readonly path: string;
  /** Takes a row, and the number of its line. The row may change afterwards. */
  write(row: readonly (string | null)[], line: number): void;
  /** Ends it; may be called again. */
  close(): void;
}

/** In characters. */
const FLUSH_AT = 1 << 18;
const NEEDS_QUOTES = /["\t\r\n]/;

/**
 * Opens a spool: tab-separated, UTF-8, no heading, the line's number last; nothing between tabs is null, and every
 * text that could be misread is in quotes. An empty text never arrives here (the contract calls it *not recorded*).
 */
export function openSpool(path: string): Spool {
  const file = openSync(path, 'wx', 0o600);
  let waiting: string[] = [];
  let length = 0;
  const texts: string[] = [];
  const flush = (): void => {
    // Not writeSync, which may write a part and say so only in its return value.
    writeFileSync(file, waiting.join(''));
    waiting = [];
    length = 0;
  };
  return {
    path,
    write(row, line) {
      for (let at = 0; at < row.length; at += 1) texts[at] = cellText(row[at] ?? null);
      texts[row.length] = `${line}\n`;
      const text = texts.join('\t');
      waiting.push(text);
      length += text.length;
      if (length >= FLUSH_AT) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function cellText(cell: string | null): string {
  if (cell === null) return '';
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

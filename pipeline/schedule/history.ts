// Events → a file that is only added to, each line on the disk before the next step is taken; read back after any crash.
import {
  closeSync,
  existsSync,
  fsyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { eventSchema, type HistoryEvent } from './events.js';

/** What the file holds. A line that cannot be read is named by its number, and the others still count. */
export interface HistoryContent {
  readonly events: readonly HistoryEvent[];
  readonly damaged: readonly number[];
}

/** The history of a service's runs. */
export interface RunHistory {
  readonly file: string;
  read(): HistoryContent;
  /** Adds one line; it is on the disk when this returns. */
  append(event: HistoryEvent): void;
}

/** Opens the history in a folder, which need not be there yet. */
export function openHistory(folder: string): RunHistory {
  const file = join(folder, 'runs.jsonl');
  let cached: { readonly size: number; readonly content: HistoryContent } | null = null;
  return {
    file,
    read() {
      const size = existsSync(file) ? statSync(file).size : 0;
      if (cached?.size !== size) cached = { size, content: size === 0 ? EMPTY : readContent(file) };
      return cached.content;
    },
    append(event) {
      mkdirSync(folder, { recursive: true });
      addLine(file, JSON.stringify(event));
    },
  };
}

const EMPTY: HistoryContent = { events: [], damaged: [] };

function readContent(file: string): HistoryContent {
  const events: HistoryEvent[] = [];
  const damaged: number[] = [];
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const event = parseEvent(line);
    if (event) events.push(event);
    else damaged.push(at + 1);
  }
  return { events, damaged };
}

function parseEvent(line: string): HistoryEvent | null {
  try {
    return eventSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** A line torn by a crash has no end; what is added after it begins on a line of its own. */
function addLine(file: string, line: string): void {
  const opened = openSync(file, 'a+', 0o600);
  try {
    writeFileSync(opened, `${endsWithLineBreak(opened) ? '' : '\n'}${line}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function endsWithLineBreak(opened: number): boolean {
  const { size } = fstatSync(opened);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(opened, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}

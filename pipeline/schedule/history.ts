// Events → a file that is only appended to, each line on disk before the next step; readable after any crash.
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

/** Content of the file. Lines that cannot be read are listed by number, and the others still count. */
export interface HistoryContent {
  readonly events: readonly HistoryEvent[];
  readonly damaged: readonly number[];
}

/** The history of a service's runs. */
export interface RunHistory {
  readonly file: string;
  read(): HistoryContent;
  /** Appends one line, which is on disk when this returns. */
  append(event: HistoryEvent): void;
}

/** Opens the history in a folder, which need not exist yet. */
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

/** A line cut off by a crash has no line break, so the next one starts on a new line. */
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

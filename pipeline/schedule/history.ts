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
import { eventSchema, type Event } from './events.js';

/** What the file holds. A line that cannot be read is named by its number, and the others still count. */
export interface Told {
  readonly events: readonly Event[];
  readonly damaged: readonly number[];
}

/** The history of a service's runs. */
export interface History {
  readonly file: string;
  read(): Told;
  /** Adds one line; it is on the disk when this returns. */
  append(event: Event): void;
}

/** Opens the history in a folder, which need not be there yet. */
export function openHistory(folder: string): History {
  const file = join(folder, 'runs.jsonl');
  let seen: { readonly size: number; readonly told: Told } | null = null;
  return {
    file,
    read() {
      const size = existsSync(file) ? statSync(file).size : 0;
      if (seen?.size !== size) seen = { size, told: size === 0 ? NOTHING : told(file) };
      return seen.told;
    },
    append(event) {
      mkdirSync(folder, { recursive: true });
      addLine(file, JSON.stringify(event));
    },
  };
}

const NOTHING: Told = { events: [], damaged: [] };

function told(file: string): Told {
  const events: Event[] = [];
  const damaged: number[] = [];
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const event = eventIn(line);
    if (event) events.push(event);
    else damaged.push(at + 1);
  }
  return { events, damaged };
}

function eventIn(line: string): Event | null {
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
    writeFileSync(opened, `${endsWhole(opened) ? '' : '\n'}${line}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function endsWhole(opened: number): boolean {
  const { size } = fstatSync(opened);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(opened, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}

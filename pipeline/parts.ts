// A large file → its parts, each read and checked in a thread of its own.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { spoolsAt, type RowRules, type RowSpools } from './checked-rows.js';
import type { Checked } from './contracts/check.js';
import { cutBytes, type CutFile } from './extracts/cut.js';
import type { TextBytes } from './extracts/decode.js';
import type { Tally } from './extracts/intake.js';
import { threadModule } from './extracts/thread-module.js';
import { readPart, type PartResult, type PartTask } from './part.js';

/** When files are cut, and into how many parts. */
export interface Cutting {
  /** In bytes: starting threads takes longer than reading a smaller file. */
  readonly over: number;
  readonly parts: number;
}

/** Files over 16 MB are cut into a part for each core, four at most; on one core none is. */
export function usualCutting(): Cutting {
  const cores = Math.min(4, availableParallelism());
  return { over: cores > 1 ? 16_000_000 : Number.POSITIVE_INFINITY, parts: cores };
}

/** In MB: room for the rows of some pieces, so that most are gone before anything is collected. */
const YOUNG = 64;

/** What came of one part, its lines numbered from 1. */
export interface Part {
  readonly tally: Tally;
  readonly checked: Checked;
  readonly spools: RowSpools;
}

/**
 * Reads the parts of a file, `path` being what the names of their spools begin with. Null, and what was written is of
 * no use, when a record does not begin where one of the parts does, or when the file is refused: whoever reads it in
 * one finds out which.
 */
export async function readParts(
  rules: RowRules,
  cut: CutFile,
  path: string,
  parts: number,
): Promise<Part[] | null> {
  const bodies = cutBytes(cut.body, parts);
  if (bodies.length === 1) return null;
  const tasks = bodies.map((body, at) => taskOf(rules, cut, `${path}-${at}`, body, at));
  const results = await readAll(
    tasks.map((task, at) => ({ ...task, isLast: at === tasks.length - 1 })),
  );
  const read = results.flatMap((result, at) =>
    result ? [{ ...result, spools: spoolsAt(`${path}-${at}`) }] : [],
  );
  return read.length === tasks.length ? read : null;
}

/** Reads the first part in this thread, which would else only wait, and each of the others in its own. */
async function readAll([first, ...others]: readonly PartTask[]): Promise<PartResult[]> {
  const threads = others.map(startPart);
  try {
    const told = threads.map(heard);
    const result = first ? readPart(first) : null;
    return result ? [result, ...(await Promise.all(told))] : [null];
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function taskOf(
  rules: RowRules,
  cut: CutFile,
  path: string,
  { bytes, letters }: TextBytes,
  at: number,
): Omit<PartTask, 'isLast'> {
  const { file, heading, delimiter } = cut;
  const skip = at === 0 ? cut.skip : 0;
  // A copy, so that it can be given away: the thread then shares no memory with this one.
  const own = new Uint8Array(bytes);
  return { rules, file, path, heading: heading.cells, bytes: own, letters, delimiter, skip };
}

function startPart(task: PartTask): Worker {
  const transferList = [task.bytes.buffer as ArrayBuffer];
  return new Worker(threadModule(import.meta.url, 'part-worker'), {
    workerData: task,
    transferList,
    // The thread's module registers what reading TypeScript needs; given twice, it would only take longer.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
}

/** A thread's one message; null, as if it had told that, when it fails: for want of memory, say. */
function heard(thread: Worker): Promise<PartResult> {
  return new Promise((resolve) => {
    thread.on('message', resolve);
    thread.on('error', () => {
      resolve(null);
    });
    thread.on('exit', () => {
      resolve(null);
    });
  });
}

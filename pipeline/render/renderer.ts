// Draws and prints in a thread of its own: what that takes is loaded and read while extracts are read and counted.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Stopped, type Problem } from '../domain/problem.js';
import { threadModule } from '../domain/thread-module.js';
import type { Asked, Order, Printed, Shown } from './render-pack.js';

/** What the thread is told: to find a browser, what was counted, what to print; or that no more comes. */
export type Told = { readonly tells: 'begin' | 'nothing' } | Shown | Order;

/** What the thread says, once and last. */
export type Said =
  | { readonly tells: 'printed'; readonly printed: Printed }
  | { readonly tells: 'stopped'; readonly problems: readonly Problem[] }
  | { readonly tells: 'nothing' };

/** Either side says it when it has no more to say. */
export const NOTHING = { tells: 'nothing' } as const;

/** A printer that is ready before there is anything to print. */
export interface Press {
  /** Finds a browser, which may have to be unpacked, and starts it. */
  begin(): void;
  /**
   * Discloses what was counted and holds what the service writes to it, while more is found; what is wrong is told to
   * whoever prints.
   */
  show(shown: Shown): void;
  /** Prints one order, whole or not at all: then `Stopped` says why. It has begun and was shown what was counted. */
  print(order: Order): Promise<Printed>;
  /** Lets go of the browser, whether or not anything was printed. */
  close(): Promise<void>;
}

/** Starts a thread that reads all that a pack is printed with. What is wrong there is told to whoever prints, and not before. */
export function openPress(asked: Asked): Press {
  const thread = new Worker(threadModule(import.meta.url, 'render-worker'), {
    workerData: asked,
  });
  const ended = once(thread, 'exit');
  const said = Promise.race([heardFrom(thread), ended.then(() => NOTHING)]);
  for (const promise of [ended, said]) promise.catch(() => undefined);
  let hasBegun = false;
  const tell = (told: Told): void => {
    thread.postMessage(told);
  };
  return {
    begin() {
      hasBegun = true;
      tell({ tells: 'begin' });
    },
    show: tell,
    async print(order) {
      tell(order);
      const answer = await said;
      if (answer.tells === 'stopped') throw new Stopped(answer.problems);
      if (answer.tells === 'nothing') throw new Error('nothing was printed');
      return answer.printed;
    },
    async close() {
      if (hasBegun) tell(NOTHING);
      else await thread.terminate();
      await ended.catch(() => undefined);
    },
  };
}

async function heardFrom(thread: Worker): Promise<Said> {
  const [said] = (await once(thread, 'message')) as [Said];
  return said;
}

// The thread that draws: it reads all that a pack is printed with at once, finds a browser when told to, and prints one order.
import { on } from 'node:events';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openHouse } from './document.js';
import { Stopped } from '../domain/problem.js';
import { NOTHING, type Said, type Told } from './renderer.js';
import { makeReady, printOrder, type Asked } from './render-pack.js';
import { chooseBrowser } from '../print/choose-browser.js';
import { openPrintThread } from '../print/print-in-worker.js';

async function printFor(port: MessagePort, asked: Asked): Promise<Said> {
  const { project, settings, quarter } = asked;
  const house = openHouse(project, settings, quarter);
  const told = toldOn(port);
  await told.next();
  const printer = openPrintThread(join(project.folder, 'templates', 'fonts'), chooseBrowser());
  try {
    const { value: shown } = await told.next();
    if (!('results' in shown)) return NOTHING;
    const ready = makeReady({ ...asked, ...house }, shown);
    const { value: order } = await told.next();
    if (!('found' in order)) return NOTHING;
    return { tells: 'printed', printed: await printOrder(printer.print, ready, order) };
  } finally {
    await told.return(NOTHING);
    await printer.close().catch(() => undefined);
  }
}

/** Each thing the thread is told, in order; nothing told while it does something else is missed. */
async function* toldOn(port: MessagePort): AsyncGenerator<Told, Told> {
  for await (const [told] of on(port, 'message') as AsyncIterable<[Told]>) yield told;
  return NOTHING;
}

async function answerOn(port: MessagePort): Promise<void> {
  try {
    port.postMessage(await printFor(port, workerData as Asked));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    port.postMessage({ tells: 'stopped', problems: error.problems } satisfies Said);
  }
}

if (parentPort) await answerOn(parentPort);

// HTML documents → finished, checked PDFs, printed by one browser.
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { Stopped } from '../domain/problem.js';
import type { Day } from '../domain/period.js';
import type { Language } from '../domain/language.js';
import { withBrowser, type Start } from './browser.js';
import { finishHere, unprinted, type Finish, type Finished } from './finished.js';
import { FOLIO_STYLE } from './folios.js';

/** A document to print. `name` stands in problems; `dated` is the day the file says it was made. */
export interface PrintJob {
  readonly name: string;
  readonly html: string;
  readonly language: Language;
  readonly title: string;
  readonly dated: Day;
}

const PRINT_LIMIT_MS = 60_000;

/** How many documents the browser prints at once: one a processor of the least computer this is for. */
const AT_ONCE = 2;

/** Documents that may still be being written: one is printed while the next is drawn. */
export type Jobs = Iterable<PrintJob> | AsyncIterable<PrintJob>;

/** One document, finished, by its place among the jobs. */
export interface Printed extends Finished {
  readonly at: number;
}

/** Prints and finishes documents, and hands each over as soon as it is done, in whatever order. */
export type Print = (jobs: Jobs, hand: Hand) => Promise<void>;
type Hand = (printed: Printed) => unknown;

/** Prints with one browser, told what to do by this thread, which also finishes what comes of it, if nobody else does. */
export function printHere(
  fontFolder: string,
  chosen?: Promise<Start>,
  finish: Finish = finishHere,
): Print {
  return (jobs, hand) =>
    withBrowser(fontFolder, (browser) => printWith(browser, jobs, finish, hand), chosen);
}

async function printWith(browser: Browser, jobs: Jobs, finish: Finish, hand: Hand): Promise<void> {
  const printed: Promise<Uint8Array | null>[] = [];
  const finished: Promise<void>[] = [];
  for await (const job of jobs) {
    const at = printed.length;
    const turn = Promise.resolve(printed.at(-AT_ONCE));
    const pdf = turn.then(() => printOne(browser, job)).catch(() => null);
    printed.push(pdf);
    finished.push(
      pdf.then(async (each) => {
        hand({ at, ...(await finish(each, job)) });
      }),
    );
  }
  await Promise.all(finished);
}

/** A document and the PDF that was printed of it. */
export interface PrintedDocument {
  readonly job: PrintJob;
  readonly pdf: Uint8Array;
}

/**
 * Prints each document as a tagged PDF, and gives them in the order they came. One document gives the same bytes
 * whenever and beside whatever it is printed by one browser. Throws `Stopped` when one was not printed, or is blank,
 * untagged, without its fonts or its title.
 */
export async function printPdfs(jobs: Jobs, print: Print): Promise<PrintedDocument[]> {
  const known: PrintJob[] = [];
  const printed = new Map<number, Finished>();
  async function* noted(): AsyncGenerator<PrintJob> {
    for await (const job of jobs) {
      known.push(job);
      yield job;
    }
  }
  await print(noted(), ({ at, ...one }) => printed.set(at, one));
  const documents = known.map((job, at) => ({ job, ...(printed.get(at) ?? unprinted(job)) }));
  const problems = documents.flatMap((one) => one.problems);
  if (problems.length > 0) throw new Stopped(problems);
  return documents.map(({ job, file }) => ({ job, pdf: file }));
}

async function printOne(browser: Browser, { html }: PrintJob): Promise<Uint8Array> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await lockDown(page);
    await page.setContent(forPrint(html), { waitUntil: 'load', timeout: PRINT_LIMIT_MS });
    await page.evaluate(LOAD_FONTS);
    return await printPage(page);
  } finally {
    await context.close();
  }
}

/** No page is laid out for a screen, which nobody looks at and which takes a quarter of the time. */
function forPrint(html: string): string {
  const style = `@media screen{body{display:none}}${FOLIO_STYLE}`;
  return html.replace('</head>', `<style>${style}</style></head>`);
}

/** A font is read when something is first laid out in it, and a page printed before that is in another. */
const LOAD_FONTS = 'Promise.all(Array.from(document.fonts, (font) => font.load())).then(() => 0)';

/** No script of a document runs and nothing is fetched: whatever a document asks for beyond itself is refused. */
async function lockDown(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const inside = /^(?:data:|about:blank$)/.test(request.url());
    void (inside ? request.continue() : request.abort()).catch(() => undefined);
  });
}

function printPage(page: Page): Promise<Uint8Array> {
  return page.pdf({
    tagged: true,
    outline: true,
    preferCSSPageSize: true,
    printBackground: true,
    timeout: PRINT_LIMIT_MS,
  });
}

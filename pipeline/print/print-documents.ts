// HTML documents → finished, checked PDFs, printed by one browser.
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { ProblemError } from '../domain/problem.js';
import { useBrowser } from './browser.js';
import { finishDocument, type FinishedDocument } from './finish.js';
import { PAGE_NUMBER_STYLE } from './page-number-space.js';
import type { PrintJob, PrintedDocument } from './print-job.js';

const PRINT_LIMIT_MS = 60_000;

/** How many documents the browser prints at once: one a processor of the least computer this is for. */
const CONCURRENCY = 2;

/**
 * Prints each document as a tagged PDF in the fonts of a folder, finished and checked, and gives them in the order they
 * came. They may still be being written: one is printed while the next is drawn. One document gives the same bytes
 * whenever and beside whatever it is printed by one browser. Throws `Stopped` when one was not printed, or is blank,
 * untagged, without its fonts or its title.
 */
export async function printDocuments(
  jobs: Iterable<PrintJob> | AsyncIterable<PrintJob>,
  fontFolder: string,
): Promise<PrintedDocument[]> {
  const documents = await useBrowser(fontFolder, (browser) => printAll(browser, jobs));
  const problems = documents.flatMap((each) => each.problems);
  if (problems.length > 0) throw new ProblemError(problems);
  return documents.map(({ job, file }) => ({ job, pdf: file }));
}

async function printAll(
  browser: Browser,
  jobs: Iterable<PrintJob> | AsyncIterable<PrintJob>,
): Promise<(FinishedDocument & { readonly job: PrintJob })[]> {
  const printed: Promise<Uint8Array | null>[] = [];
  const finished: Promise<FinishedDocument & { readonly job: PrintJob }>[] = [];
  for await (const job of jobs) {
    const turn = Promise.resolve(printed.at(-CONCURRENCY));
    const pdf = turn.then(() => printOne(browser, job)).catch(() => null);
    printed.push(pdf);
    finished.push(pdf.then(async (each) => ({ job, ...(await finishDocument(each, job)) })));
  }
  return Promise.all(finished);
}

async function printOne(browser: Browser, { html }: PrintJob): Promise<Uint8Array> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await lockDown(page);
    await page.setContent(addPrintStyle(html), { waitUntil: 'load', timeout: PRINT_LIMIT_MS });
    await page.evaluate(LOAD_FONTS);
    return await printPage(page);
  } finally {
    await context.close();
  }
}

/** No page is laid out for a screen, which nobody looks at and which takes a quarter of the time. */
function addPrintStyle(html: string): string {
  const style = `@media screen{body{display:none}}${PAGE_NUMBER_STYLE}`;
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

// HTML documents → PDFs, printed by one browser that this thread tells what to do.
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { withBrowser } from './browser.js';
import type { Start } from './choose-browser.js';
import type { Finish } from './print-job.js';
import { FOLIO_STYLE } from './page-number-space.js';
import type { Hand, Jobs, Print, PrintJob } from './pdf.js';

const PRINT_LIMIT_MS = 60_000;

/** How many documents the browser prints at once: one a processor of the least computer this is for. */
const AT_ONCE = 2;

/** Prints with one browser, told what to do by this thread; what comes of each document goes to whoever finishes it. */
export function printHere(fontFolder: string, finish: Finish, chosen?: Promise<Start>): Print {
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

// HTML documents → finished, checked PDFs, printed by one browser.
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { Stopped, type Problem } from '../domain/problem.js';
import type { Day } from '../domain/period.js';
import type { Language } from '../domain/language.js';
import { withBrowser, type Start } from './browser.js';
import { checkPdf } from './check.js';
import { bytesOf, finishPdf } from './finish.js';
import { folioStyle, readFolios } from './folios.js';

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

/**
 * Prints each document as a tagged PDF, and gives them in the order they came. Documents may still be being written:
 * one is printed while the next is drawn. One document gives the same bytes whenever and beside whatever it is printed
 * by one browser. Throws `Stopped` when a file is blank, untagged, without its fonts or its title.
 */
export async function printPdfs(
  jobs: Iterable<PrintJob> | AsyncIterable<PrintJob>,
  fontFolder: string,
  chosen?: Promise<Start>,
): Promise<Uint8Array[]> {
  const printWith = async (browser: Browser): Promise<Uint8Array[]> => {
    const printed: Promise<Uint8Array>[] = [];
    const files: Promise<Checked>[] = [];
    for await (const job of jobs) {
      const turn = printed.at(-AT_ONCE)?.catch(() => undefined);
      const print = Promise.resolve(turn).then(() => printOne(browser, job));
      printed.push(print);
      files.push(finishChecked(print, job));
    }
    const checked = await Promise.all(files);
    const problems = checked.flatMap((one) => one.problems);
    if (problems.length > 0) throw new Stopped(problems);
    return checked.map(({ file }) => file);
  };
  return withBrowser(fontFolder, printWith, chosen);
}

interface Checked {
  readonly file: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Never rejects: a document that could not be printed is one with a problem, so that none is left waiting. */
async function finishChecked(printed: Promise<Uint8Array>, job: PrintJob): Promise<Checked> {
  try {
    const document = await finishPdf(await printed, job);
    return { file: await bytesOf(document), problems: checkPdf(document, job) };
  } catch (error) {
    const problems = error instanceof Stopped ? error.problems : [notPrinted(job.name)];
    return { file: new Uint8Array(), problems };
  }
}

async function printOne(browser: Browser, { name, html }: PrintJob): Promise<Uint8Array> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await lockDown(page);
    await page.setContent(unseen(html), { waitUntil: 'load', timeout: PRINT_LIMIT_MS });
    await page.evaluate(LOAD_FONTS);
    return await printWithFolios(page);
  } catch {
    throw new Stopped([notPrinted(name)]);
  } finally {
    await context.close();
  }
}

/** No page is laid out for a screen, which nobody looks at: that takes a quarter of the time. */
function unseen(html: string): string {
  return html.replace('</head>', '<style>@media screen{body{display:none}}</style></head>');
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

/**
 * The contents can name pages only once the pages exist, so a document is printed twice: first without its tags, which
 * take half the time.
 */
async function printWithFolios(page: Page): Promise<Uint8Array> {
  const folios = await readFolios(await printPage(page, false));
  if (folios.size > 0) await page.addStyleTag({ content: folioStyle(folios) });
  return printPage(page, true);
}

function printPage(page: Page, tagged: boolean): Promise<Uint8Array> {
  return page.pdf({
    tagged,
    outline: tagged,
    preferCSSPageSize: true,
    printBackground: true,
    timeout: PRINT_LIMIT_MS,
  });
}

function notPrinted(name: string): Problem {
  return {
    kind: 'computer',
    code: 'not-printed',
    file: name,
    what: 'The browser could not print this document.',
    fix: 'Build it again. If it happens again, install another browser and name it in BOARDPACK_BROWSER.',
  };
}

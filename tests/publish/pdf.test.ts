// The real browser prints the sample pack; the files must be whole, readable aloud, and the same every time.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PDFDocument, PDFName } from 'pdf-lib';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { writePackHtml } from '../../pipeline/pack/pack.js';
import { checkPdf } from '../../pipeline/print/check.js';
import { finishDocument } from '../../pipeline/print/finish.js';
import { printDocuments } from '../../pipeline/print/print-documents.js';
import type { PrintJob, PrintedDocument } from '../../pipeline/print/print-job.js';
import { samplePack, templates } from '../pack/sample.js';
import { bookmarks, elements, linkWords, open, strays, textsOf } from './printed.js';

const fonts = join(import.meta.dirname, '../../templates/fonts');
const STANDARD = new Set(
  'Document Part Art Sect Div Caption P H1 H2 H3 H4 L LI Lbl LBody Table TR TH TD THead TBody Span Link Figure NonStruct Strong Em'.split(
    ' ',
  ),
);

function job(language: Language): PrintJob {
  const input = samplePack(language);
  const title = templates.words[language].pack['title'] as string;
  return {
    name: `pack.${language}.pdf`,
    html: writePackHtml(input, templates),
    language,
    title: title
      .replace('{service}', input.service[language])
      .replace('{quarter}', input.quarter.label),
    dated: input.asAt,
  };
}

function print(jobs: readonly PrintJob[]): Promise<PrintedDocument[]> {
  return printDocuments(jobs, fonts);
}

async function printed(jobs: readonly PrintJob[]): Promise<Uint8Array[]> {
  return (await print(jobs)).map(({ pdf }) => pdf);
}

let both: Promise<Uint8Array[]> | undefined;

/** Every language's document, from one browser. */
function first(): Promise<Uint8Array[]> {
  return (both ??= printed(LANGUAGES.map(job)));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(LANGUAGES)('the pack in %s', (language) => {
  let file: Uint8Array;
  let document: PDFDocument;

  beforeAll(async () => {
    file = (await first())[LANGUAGES.indexOf(language)] ?? new Uint8Array();
    document = await open(file);
  });

  it('is A4, of a length a board can read, and passes its own check', () => {
    expect(document.getPageCount()).toBeGreaterThan(10);
    expect(document.getPageCount()).toBeLessThanOrEqual(60);
    for (const page of document.getPages()) expect(page.getHeight()).toBeCloseTo(842, 0);
    expect(checkPdf(document, job(language))).toEqual([]);
  });

  it('gives the briefing one page and starts each chapter on a new one', () => {
    const say = templates.words[language].pack as Record<string, Record<string, string>>;
    const chapters = ['contents', 'briefing', 'method', 'quality', 'glossary'].map(
      (key) => say[key]?.['title'],
    );
    const sections = samplePack(language).sections.map(({ title }) => title[language]);
    const found = bookmarks(document).filter(({ title }) =>
      [...chapters, ...sections].includes(title),
    );
    const pages = found.map(({ page }) => page);
    expect(pages).toHaveLength(chapters.length + sections.length);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.slice(0, 3)).toEqual([2, 3, 4]);
  });

  it('writes after each entry of the contents the number of the page that it stands on', () => {
    const html = job(language).html;
    const contents = html.slice(html.indexOf('<nav class="contents'), html.indexOf('</nav>'));
    // The sample's measures stand on their pages by their names alone.
    const found = contents.matchAll(/<span>(?:Measure |Mesur )?(.*?)<\/span>/g);
    const entries = [...found].map(([, words]) => words ?? '');
    const pages = textsOf(document);
    const numbers = pages[1]?.filter((text) => /^\d+$/.test(text)).slice(-entries.length) ?? [];
    const joined = pages.map((texts) => texts.join('').normalize('NFKC').replace(/\s/g, ''));
    expect(entries.length).toBeGreaterThan(15);
    expect(numbers).toHaveLength(entries.length);
    const astray = entries.filter(
      (words, at) => !joined[Number(numbers[at]) - 1]?.includes(words.replace(/\s/g, '')),
    );
    expect(astray).toEqual([]);
    expect(numbers.map(Number)).toEqual(numbers.map(Number).toSorted((a, b) => a - b));
  });

  it('names every link, draws every figure with words for it, and leaves nothing unmarked', () => {
    const titles = bookmarks(document).map(({ title }) => title);
    expect(linkWords(document).filter((words) => !titles.includes(words))).toEqual([]);
    expect(linkWords(document).length).toBeGreaterThan(25);
    const found = elements(document);
    expect(found.filter(({ kind, alt }) => kind === 'Figure' && !alt)).toEqual([]);
    expect(found.filter(({ kind }) => kind === 'Figure').length).toBeGreaterThan(20);
    expect(found.map(({ kind }) => kind).filter((kind) => !STANDARD.has(kind))).toEqual([]);
    const inLists = found.filter(({ parent }) => parent === 'LI').map(({ kind }) => kind);
    expect(new Set(inLists)).toEqual(new Set(['Lbl', 'LBody']));
    expect(strays(document)).toEqual({ unmarked: 0, unknownLetters: 0 });
  });

  it('has as many headings, header cells, cells and words in another language as the HTML', () => {
    const body = job(language).html.replace(/^[\s\S]*?<body/, '<body');
    const count = (tag: string): number => body.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;
    const found = elements(document);
    const made = (kind: string): number => found.filter((element) => element.kind === kind).length;
    for (const tag of ['H2', 'H3', 'H4', 'TH', 'TD', 'Table'])
      expect([tag, made(tag)]).toEqual([tag, count(tag.toLowerCase())]);
    const other = language === 'cy' ? 'en' : 'cy';
    expect(count(`span[^>]* lang="${other}"`)).toBeGreaterThan(20);
    const marked = found.filter(({ language: spoken }) => spoken?.startsWith(other));
    expect(marked).toHaveLength(count(`span[^>]* lang="${other}"`));
  });
});

it('holds what PDF/A asks for: an sRGB profile for its colours, and an identifier that is not of its numbers', async () => {
  const [en, cy] = await Promise.all((await first()).map((file) => open(file)));
  const identify = (document?: PDFDocument): string => String(document?.context.trailerInfo.ID);
  expect(identify(en)).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/);
  expect(identify(cy)).not.toBe(identify(en));
  const other = job('en').html.replace('</body>', '<p>1 of 2</p></body>');
  const [changed] = await printed([{ ...job('en'), html: other }]);
  expect(identify(await open(changed ?? new Uint8Array()))).toBe(identify(en));
  expect(en?.catalog.has(PDFName.of('OutputIntents'))).toBe(true);
});

it('gives the same bytes in any order, beside any other document, from a new browser', async () => {
  const [en, cy] = (await first()).map(sha256);
  const again = await printed([job('cy'), job('en'), job('cy')]);
  expect(again.map(sha256)).toEqual([cy, en, cy]);
});

const PLAIN = '<html lang="en"><head><title>plain</title></head><body><h1>Here</h1></body></html>';

it('prints none where the contents of one cannot be given the numbers of their pages, and names that one', async () => {
  const html = PLAIN.replace('</h1>', '</h1><nav class="contents"><a href="#gone">Gone</a></nav>');
  const stop = await print([
    { ...job('en'), html: PLAIN, title: 'plain' },
    { ...job('cy'), html, title: 'plain' },
  ]).catch((error: unknown) => error);
  expect((stop as ProblemError).problems).toMatchObject([
    { code: 'not-printed', file: 'pack.cy.pdf' },
  ]);
});

it('fetches nothing and runs nothing that a document asks for', async () => {
  const html = `<html lang="en"><head><title>plain</title></head><body><h1>Here</h1>
    <img src="file:///etc/hostname"><iframe src="http://127.0.0.1:1/"></iframe>
    <script>document.title = 'changed'; document.body.innerHTML = ''</script></body></html>`;
  const [file] = await printed([{ ...job('en'), html, title: 'plain' }]);
  const document = await open(file ?? new Uint8Array());
  expect(bookmarks(document).map(({ title }) => title)).toEqual(['Here']);
});

it('says of what is no PDF, and of what the browser could not print, that it was not printed', async () => {
  for (const made of [null, new Uint8Array([1, 2, 3])]) {
    const { problems } = await finishDocument(made, job('cy'));
    expect(problems).toMatchObject([{ code: 'not-printed', file: 'pack.cy.pdf' }]);
  }
});

it('refuses a file without words, tags, fonts, language or title', async () => {
  const blank = await PDFDocument.create();
  blank.addPage();
  const problems = checkPdf(await open(await blank.save()), { name: 'blank.pdf', title: 'A pack' });
  expect(problems.map(({ code }) => code)).toEqual([
    'pdf-blank',
    'pdf-fonts',
    'pdf-untagged',
    'pdf-bookmarks',
    'pdf-language',
    'pdf-title',
  ]);
  expect(problems.every(({ kind }) => kind === 'computer')).toBe(true);
});

it('stops when the browser named is not there', async () => {
  process.env['BOARDPACK_BROWSER'] = join(fonts, 'no-such-browser');
  try {
    const stop = await print([job('en')]).catch((error: unknown) => error);
    expect(stop).toBeInstanceOf(ProblemError);
    expect((stop as ProblemError).problems).toMatchObject([
      { kind: 'computer', code: 'browser-not-found' },
    ]);
  } finally {
    delete process.env['BOARDPACK_BROWSER'];
  }
});

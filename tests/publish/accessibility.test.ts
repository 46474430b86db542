// Finished HTML in the real browser, on a phone and on a desk: what axe-core finds against it, and what a reader cannot reach.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { AxeResults } from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import { writePackHtml } from '../../pipeline/pack/pack.js';
import { useBrowser } from '../../pipeline/print/browser.js';
import { sharedPack } from '../end-to-end/shared.js';
import { samplePack, templates } from '../pack/sample.js';

const fonts = join(import.meta.dirname, '../../templates/fonts');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [375, 1280];

/** Runs in the page: how far it is wider than its window, and what scrolls sideways out of reach of the keyboard. */
const MEASURE_LAYOUT = `({
  beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  unreachable: [...document.querySelectorAll('main *')].filter(
    (part) =>
      part.scrollWidth > part.clientWidth + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) &&
      part.tabIndex < 0,
  ).length,
})`;

interface Seen {
  readonly broken: readonly string[];
  /** What axe could not decide by itself. */
  readonly undecided: readonly string[];
  /** Pixels that the page is wider than its window. */
  readonly beyond: number;
  /** Parts that scroll sideways and cannot be reached by keyboard. */
  readonly unreachable: number;
}

async function look(page: Page, html: string, width: number): Promise<Seen> {
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 800 });
  await page.setContent(html);
  await page.evaluate(axe);
  const run = `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} } })`;
  const found = (await page.evaluate(run)) as AxeResults;
  const list = (results: AxeResults['violations']): string[] =>
    results.map(({ id, nodes }) => `${id}: ${nodes.length}, such as ${nodes[0]?.html ?? ''}`);
  const layout = (await page.evaluate(MEASURE_LAYOUT)) as Pick<Seen, 'beyond' | 'unreachable'>;
  return {
    broken: list(found.violations),
    undecided: listUndecided(found.incomplete, width),
    ...layout,
  };
}

/**
 * What axe leaves to a person, and a person has looked at: text of a drawing, whose colours the figures' tests hold to their
 * ground; text that a phone shows only after scrolling, which is decided at the greater width; and the head of a group of
 * rows, which by HTML's rules stands over its rows and which axe looks for beside itself.
 */
function listUndecided(results: AxeResults['incomplete'], width: number): string[] {
  return results.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html, all }) => {
        if (id === 'color-contrast') return width > 700 && !/^<t(?:ext|span)[ >]/.test(html);
        const related = all.flatMap(({ relatedNodes }) => relatedNodes ?? []);
        return !(
          id === 'th-has-data-cells' &&
          related.every((node) => node.html.includes('scope="rowgroup"'))
        );
      })
      .map(({ html }) => `${id}: ${html}`),
  );
}

const seen = new Map<string, Seen>();

/** The long form of an invented pack, and the pack to read that the program built of the demonstration. */
const KINDS = ['long', 'board', 'public'] as const;

async function readHtml(kind: (typeof KINDS)[number], language: Language): Promise<string> {
  if (kind === 'long') return writePackHtml(samplePack(language), templates);
  const { out } = await sharedPack('demonstration');
  return readFileSync(join(out, '2022-23-q4', kind, `pack.${language}.html`), 'utf8');
}

beforeAll(() =>
  useBrowser(fonts, async (browser) => {
    for (const kind of KINDS)
      for (const language of LANGUAGES)
        for (const width of WIDTHS) {
          const page = await browser.newPage();
          const html = await readHtml(kind, language);
          seen.set(`${kind} ${language} ${width}`, await look(page, html, width));
          await page.close();
        }
  }),
);

const PACKS = KINDS.flatMap((kind) => LANGUAGES.map((language) => `${kind} ${language}`));

describe.each(PACKS)('the HTML of a pack, %s,', (language) => {
  it.each(WIDTHS)('breaks no rule at a width of %d pixels, and leaves none undecided', (width) => {
    const { broken, undecided } = seen.get(`${language} ${width}`) ?? {};
    expect({ broken, undecided }).toEqual({ broken: [], undecided: [] });
  });

  it.each(WIDTHS)('fits a width of %d pixels, and is reached whole by keyboard', (width) => {
    expect(seen.get(`${language} ${width}`)).toMatchObject({ beyond: 0, unreachable: 0 });
  });
});

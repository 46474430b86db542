// The finished PDFs of every edition and language, measured: how many pages, how large the type, how full, and what overlaps.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { findChapterEnds } from '../publish/chapter-ends.js';
import { findOverlaps, measureFill, readTextBoxes, shareSizes } from '../publish/page-layout.js';
import { bookmarks, open } from '../publish/printed.js';
import { sharedPack } from './shared.js';

const DOCUMENTS = ['board', 'public'].flatMap((edition) =>
  ['pack', 'annex'].flatMap((name) =>
    ['en', 'cy'].map((language) => [edition, name, language] as const),
  ),
);
/** In points. Chrome draws 8 points as 7.99. */
const SMALLEST = 7.95;
/** Points that two texts may share before one stands over the other. */
const TOUCHING = 1;
const FULL = 0.6;
/** Of an annex, beside the last page of a chapter: what a chart that cannot be broken leaves empty above it. */
const MOST_SHORT_PAGES = 5;

/** The last page of each finding, too. */
function findLastPages(document: PDFDocument): Set<number> {
  const begins = bookmarks(document).map(({ page }) => page - 1);
  return new Set([...begins, document.getPageCount()]);
}

let folder: string;
beforeAll(async () => {
  folder = join((await sharedPack('demonstration')).out, '2022-23-q4');
});

describe.each(DOCUMENTS)('%s, %s in %s', (edition, name, language) => {
  const read = () => open(readFileSync(join(folder, edition, `${name}.${language}.pdf`)));

  it('has no type under 8 points, and most of it larger', async () => {
    const boxes = readTextBoxes(await read());
    expect(boxes.length).toBeGreaterThan(100);
    expect(Math.min(...boxes.map(({ size }) => size))).toBeGreaterThanOrEqual(SMALLEST);
    const shares = shareSizes(boxes);
    expect(shares.get(8) ?? 0).toBeLessThan(0.2);
    if (name === 'pack')
      expect(
        [...shares].reduce((sum, [size, share]) => sum + (size >= 10 ? share : 0), 0),
      ).toBeGreaterThan(0.5);
  });

  it('has no text over another', async () => {
    const found = findOverlaps(readTextBoxes(await read()), TOUCHING);
    expect(found.map(([one]) => one)).toEqual([]);
  });

  it('leaves few pages half empty, but where a chapter ends', async () => {
    const document = await read();
    const ends = name === 'annex' ? findChapterEnds(document) : findLastPages(document);
    const fill = measureFill(readTextBoxes(document), document.getPageCount());
    const short = fill.flatMap((share, at) => (share < FULL && !ends.has(at + 1) ? [at + 1] : []));
    expect(short.length).toBeLessThanOrEqual(name === 'annex' ? MOST_SHORT_PAGES : 0);
  });
});

// Prints, for every PDF of the folders given, its pages, the pages left half empty, its smallest type and the share of letters
// by size, as a table in Markdown. `npm run layout -- FOLDER...`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChapterEnds } from './chapter-ends.js';
import { findOverlaps, measureFill, readTextBoxes, shareSizes } from './page-layout.js';
import { open } from './printed.js';

const FULL = 0.6;
const TOUCHING = 1;
const BANDS = [
  ['under 8 pt', 0, 8],
  ['8 pt', 8, 9],
  ['9 pt', 9, 10],
  ['10 pt and over', 10, Infinity],
] as const;

async function measureFile(path: string): Promise<string[]> {
  const document = await open(readFileSync(path));
  const boxes = readTextBoxes(document);
  const fill = measureFill(boxes, document.getPageCount());
  const ends = findChapterEnds(document);
  const short = fill.flatMap((share, at) =>
    share < FULL && !ends.has(at + 1) ? [`${at + 1} (${Math.round(100 * share)}%)`] : [],
  );
  const shares = [...shareSizes(boxes)];
  return [
    String(fill.length),
    short.join(', ') || 'none',
    Math.min(...boxes.map(({ size }) => size)).toFixed(1),
    ...BANDS.map(([, from, to]) => {
      const share = shares.reduce(
        (sum, [size, of]) => sum + (size >= from && size < to ? of : 0),
        0,
      );
      return `${(100 * share).toFixed(0)}%`;
    }),
    String(findOverlaps(boxes, TOUCHING).length),
  ];
}

const heads = [
  'file',
  'pages',
  'under 60% full, but a chapter’s last',
  'smallest',
  ...BANDS.map(([name]) => name),
  'overlaps',
];
const write = (cells: readonly string[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};
const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('name the folders of PDFs to measure');
write(heads);
write(heads.map(() => '---'));
for (const folder of folders)
  for (const file of readdirSync(folder)
    .filter((each) => each.endsWith('.pdf'))
    .toSorted())
    write([
      `${folder.split('/').at(-1) ?? ''}/${file}`,
      ...(await measureFile(join(folder, file))),
    ]);

// A finished PDF → where each of its texts stands and how large it is printed, in points, from the instructions that draw it.
import type { PDFDocument } from 'pdf-lib';
import { readContent } from '../../pipeline/print/content.js';

/** One text as drawn: its box, from the top of the page down, its size, and how many letters it has. */
export interface TextBox {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly letters: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const A4_HEIGHT = 841.92;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Shares of the size that letters take above and below their line. */
const ASCENT = 0.7;
const DESCENT = 0.18;
/** The width of a text's last letter, which no instruction gives, as a share of its size. */
const LAST_LETTER = 0.25;

/** Every text of every page that is upright, in the order drawn. */
export function readTextBoxes(document: PDFDocument): TextBox[] {
  return document.getPages().flatMap((page, at) => readPage(readContent(page), at + 1));
}

function readPage(content: string, page: number): TextBox[] {
  const boxes: TextBox[] = [];
  const stack: Matrix[] = [];
  let current = IDENTITY;
  let font = 0;
  let text: { matrix: Matrix; advance: number; letters: number } | null = null;
  for (const line of content.split('\n')) {
    const numbers = (line.match(/-?[\d.]+(?=\s)/g) ?? []).map(Number);
    if (line === 'q') stack.push(current);
    else if (line === 'Q') current = stack.pop() ?? IDENTITY;
    else if (line.endsWith(' cm'))
      current = multiply(numbers.slice(-6) as unknown as Matrix, current);
    else if (line.endsWith(' Tf')) font = numbers.at(-1) ?? 0;
    else if (line.endsWith(' Tm'))
      text = { matrix: numbers.slice(-6) as unknown as Matrix, advance: 0, letters: 0 };
    else if (line === 'ET') {
      if (text && text.letters > 0) boxes.push(...boxText(text, font, current, page));
      text = null;
    } else if (text && line.endsWith(' Tj')) {
      if (line.includes(' Td ')) text.advance += numbers[0] ?? 0;
      text.letters += 1;
    }
  }
  return boxes;
}

function boxText(
  { matrix, advance, letters }: { matrix: Matrix; advance: number; letters: number },
  font: number,
  current: Matrix,
  page: number,
): TextBox[] {
  const [a, b, , d, x, y] = multiply(matrix, current);
  if (Math.abs(b) > Math.abs(a) / 100) return [];
  const size = font * Math.abs(d);
  const base = A4_HEIGHT - y;
  return [
    {
      ...{ page, size, letters, left: x, right: x + advance * Math.abs(a) + size * LAST_LETTER },
      ...{ top: base - size * ASCENT, bottom: base + size * DESCENT },
    },
  ];
}

function multiply(one: Matrix, two: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = two;
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ];
}

/** Pairs of texts of a page whose boxes share more than `least` points both ways. */
export function findOverlaps(boxes: readonly TextBox[], least: number): [TextBox, TextBox][] {
  const pages = groupPages(boxes);
  return [...pages.values()].flatMap((all) =>
    all.flatMap((one, at) =>
      all.slice(at + 1).flatMap((two): [TextBox, TextBox][] => {
        const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
        const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
        return wide > least && high > least ? [[one, two]] : [];
      }),
    ),
  );
}

function groupPages(boxes: readonly TextBox[]): Map<number, TextBox[]> {
  const pages = new Map<number, TextBox[]>();
  for (const box of boxes) pages.set(box.page, [...(pages.get(box.page) ?? []), box]);
  return pages;
}

/** Where the text of a page begins and ends between its running lines, in points from the top. */
const BODY = { top: 40, bottom: 805 };

/** How far down each page its text reaches, as a share of the room between the running lines. */
export function measureFill(boxes: readonly TextBox[], pages: number): number[] {
  return Array.from({ length: pages }, (_, at) => {
    const body = boxes.filter(
      ({ page, top, bottom }) => page === at + 1 && top > BODY.top && bottom < BODY.bottom,
    );
    const lowest = Math.max(BODY.top, ...body.map(({ bottom }) => bottom));
    return (lowest - BODY.top) / (BODY.bottom - BODY.top);
  });
}

/** The share of all letters by size, to the nearest half point. */
export function shareSizes(boxes: readonly TextBox[]): Map<number, number> {
  const all = boxes.reduce((sum, { letters }) => sum + letters, 0);
  const shares = new Map<number, number>();
  for (const { size, letters } of boxes) {
    const nearest = Math.round(size * 2) / 2;
    shares.set(nearest, (shares.get(nearest) ?? 0) + letters / all);
  }
  return new Map([...shares].sort(([one], [two]) => one - two));
}

// A page of a PDF → its drawing instructions as text, and back.
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFRawStream, type PDFPage } from 'pdf-lib';

const FLATE = PDFName.of('FlateDecode');

/** The drawing instructions of a page as text, a letter a byte. Browsers deflate them or leave them as they are. */
export function readContent(page: PDFPage): string {
  const { context } = page.node;
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((stream) => (stream ? context.lookup(stream) : undefined))
    .map((stream) => (stream instanceof PDFRawStream ? decodeStream(stream) : ''))
    .join('\n');
}

/** Gives a page other drawing instructions. */
export function setContent(page: PDFPage, content: string): void {
  const { context } = page.node;
  const bytes = deflateSync(Buffer.from(content, 'latin1'));
  const stream = context.stream(new Uint8Array(bytes), { Filter: FLATE });
  page.node.set(PDFName.of('Contents'), context.register(stream));
}

function decodeStream({ dict, contents }: PDFRawStream): string {
  const isDeflated = dict.get(PDFName.of('Filter')) === FLATE;
  return Buffer.from(isDeflated ? inflateSync(contents) : contents).toString('latin1');
}

// The objects of a PDF → its bytes, with small objects pressed together by Node's own zlib: a tagged file has thousands.
import { deflateSync } from 'node:zlib';
import {
  PDFCrossRefStream,
  PDFHeader,
  PDFName,
  PDFNumber,
  PDFObjectStream,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFTrailer,
  PDFWriter,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';

type Indirect = [PDFRef, PDFObject];

/** How many objects are pressed together: all of them must be unpacked where one is read. */
const TOGETHER = 500;

/**
 * The bytes of a PDF 1.7 file with object streams (ISO 32000-1, 7.5.7 and 7.5.8). The library has a writer of such files
 * itself, which presses in JavaScript: that is a third of what finishing a pack takes.
 */
export function pressedBytes(context: PDFContext): Promise<Uint8Array> {
  return new PressingWriter(context).serializeToBuffer();
}

class PressingWriter extends PDFWriter {
  constructor(context: PDFContext) {
    super(context, Number.POSITIVE_INFINITY);
  }

  protected override computeBufferSize(): ReturnType<PDFWriter['computeBufferSize']> {
    const header = PDFHeader.forVersion(1, 7);
    const xref = PDFCrossRefStream.create(this.createTrailerDict(), false);
    const indirectObjects: Indirect[] = [];
    let size = header.sizeInBytes() + 2;
    const place = (one: Indirect): void => {
      xref.addUncompressedEntry(one[0], size);
      size += this.computeIndirectObjectSize(one);
      indirectObjects.push(one);
    };
    const small: Indirect[] = [];
    let next = this.context.largestObjectNumber + 1;
    for (const one of this.context.enumerateIndirectObjects()) {
      if (one[1] instanceof PDFStream || one[0].generationNumber > 0) place(one);
      else {
        const holder = PDFRef.of(next + Math.floor(small.length / TOGETHER));
        xref.addCompressedEntry(one[0], holder, small.length % TOGETHER);
        small.push(one);
      }
    }
    for (let from = 0; from < small.length; from += TOGETHER) {
      place([PDFRef.of(next), pressed(this.context, small.slice(from, from + TOGETHER))]);
      next += 1;
    }
    const trailer = PDFTrailer.forLastCrossRefSectionOffset(size);
    xref.addUncompressedEntry(PDFRef.of(next), size);
    const places: Indirect = [PDFRef.of(next), pressedPlaces(xref, next + 1)];
    size += this.computeIndirectObjectSize(places) + trailer.sizeInBytes();
    indirectObjects.push(places);
    return Promise.resolve({ size, header, indirectObjects, trailer });
  }
}

/** Where every object stands, of so many. */
function pressedPlaces(xref: PDFCrossRefStream, size: number): PDFObject {
  xref.updateDict();
  xref.dict.set(PDFName.of('Size'), PDFNumber.of(size));
  xref.dict.set(PDFName.of('Filter'), PDFName.FlateDecode);
  return PDFRawStream.of(xref.dict, new Uint8Array(deflateSync(xref.getUnencodedContents())));
}

function pressed(context: PDFContext, objects: Indirect[]): PDFObject {
  const loose = PDFObjectStream.withContextAndObjects(context, objects, false);
  const bytes = new Uint8Array(deflateSync(loose.getUnencodedContents()));
  const [type, first] = ['Type', 'First'].map((name) => loose.dict.get(PDFName.of(name)));
  const of = { Type: type ?? null, First: first ?? null, N: objects.length };
  return context.stream(bytes, { ...of, Filter: 'FlateDecode' });
}

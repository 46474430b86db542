// Objects pressed together: a reader finds every one of them again, and in a smaller file.
import { PDFDocument, PDFName, PDFRef, PDFStream, type PDFObject } from 'pdf-lib';
import { expect, it } from 'vitest';
import { pressedBytes } from '../../pipeline/print/compress-objects.js';

/** Pages, streams, and so many small objects that they are pressed in several lots. */
async function manyObjects(): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.setTitle('Many');
  for (const day of ['setCreationDate', 'setModificationDate'] as const)
    document[day](new Date('2023-05-15T00:00:00Z'));
  document.addPage([300, 200]).drawRectangle({ x: 10, y: 10, width: 20, height: 20 });
  const { context } = document;
  for (let number = 0; number < 1234; number += 1)
    context.register(context.obj({ Type: 'StructElem', S: 'TD', K: number }));
  context.assign(PDFRef.of(5000, 2), context.obj({ Of: 'another generation' }));
  await document.flush();
  return document;
}

function told(object: PDFObject): string {
  if (!(object instanceof PDFStream)) return object.toString();
  const contents = Buffer.from(object.getContents()).toString('hex');
  object.updateDict();
  return `${object.dict.toString()} ${contents}`;
}

it('holds every object under its own number, and nothing else', async () => {
  const document = await manyObjects();
  const own = document.context.enumerateIndirectObjects();
  const read = await PDFDocument.load(await pressedBytes(document.context), {
    updateMetadata: false,
  });
  for (const [reference, object] of own) {
    const found = read.context.lookup(reference);
    expect([reference.toString(), found && told(found)]).toEqual([
      reference.toString(),
      told(object),
    ]);
  }
  const added = read.context
    .enumerateIndirectObjects()
    .filter(([reference]) => !own.some(([each]) => each === reference))
    .map(([, object]) => object instanceof PDFStream && object.dict.get(PDFName.of('Type')));
  expect(added.map(String).filter((type) => type !== '/ObjStm' && type !== '/XRef')).toEqual([]);
  expect(read.getTitle()).toBe('Many');
  expect(read.getPageCount()).toBe(1);
});

it('is smaller than the same objects written out, and the same each time', async () => {
  const { context } = await manyObjects();
  const bytes = await pressedBytes(context);
  const plain = await (await manyObjects()).save({ useObjectStreams: false });
  expect(bytes.length).toBeLessThan(plain.length / 4);
  expect(await pressedBytes((await manyObjects()).context)).toEqual(bytes);
});

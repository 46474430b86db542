// A column's memory against reading each cell anew: the same bytes and the same faults, however often a text comes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CellCache,
  createUncachedWriter,
  type CellWriter,
} from '../../pipeline/contracts/cell-cache.js';
import { CellError, NotedCell, type CellReader } from '../../pipeline/contracts/parsed-cell.js';
import { LineBuffer } from '../../pipeline/contracts/row-encoding.js';

const ODD = new CellError('bad-id');
/** Refuses what begins with an x; keeps the rest twice over, notes what begins with an a, and keeps nothing of blanks. */
const read: CellReader = (text) => {
  if (text.startsWith('x')) return ODD;
  if (text.startsWith('a')) return new NotedCell(text.length > 1 ? `${text};` : null, 'date-form');
  return text.trim() === '' ? null : `${text}:${text}`;
};

function writtenBy(writer: CellWriter, texts: readonly string[]): string[] {
  return texts.map((text) => {
    const line = new LineBuffer();
    const fault = writer.write(text, line);
    const said = fault instanceof CellError ? fault.code : fault;
    return `${said ?? ''} ${line.bytes.toString('utf8', 0, line.length)}`;
  });
}

describe('a column of cells', () => {
  const text = fc.oneof(
    fc.constantFrom('', ' ', 'x', 'xx', 'a', 'aa', 'a"b', 'a\tb', 'ŵ', 'w\u0302', '\u0000', 'x\n'),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('long'.repeat(400), 'x'.repeat(2000)),
  );

  it('is written identically from the cache', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const twice = [...texts, ...texts];
        expect(writtenBy(new CellCache(read), twice)).toEqual(
          writtenBy(createUncachedWriter(read), twice),
        );
      }),
    );
  });

  it('is written identically with very many texts, some refused', () => {
    const texts = Array.from({ length: 40_000 }, (_, at) => `${at % 3 === 0 ? 'x' : 'C'}${at * 7}`);
    const twice = [...texts, ...texts.reverse()];
    expect(writtenBy(new CellCache(read), twice)).toEqual(
      writtenBy(createUncachedWriter(read), twice),
    );
  });

  it('parses each text once', () => {
    const asked: string[] = [];
    const memory = new CellCache((each) => {
      asked.push(each);
      return read(each);
    });
    writtenBy(memory, ['a', 'b', 'xa', 'a', 'xa', 'b', 'a']);
    expect(asked).toEqual(['a', 'b', 'xa']);
  });
});

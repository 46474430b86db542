import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { collectBytes } from './collect.js';
import { readProblem } from '../problems/words.js';

/** The records of a file with a heading of three columns. */
function read(text: string) {
  return collectBytes('outcomes.csv', text);
}

test.each([
  [',', 'child_id,dob,note\nC1,x;y,|\n', ['C1', 'x;y', '|']],
  [';', 'child_id;dob;note\nC1;a, b, c, d;\n', ['C1', 'a, b, c, d', '']],
  ['tab', 'child_id\tdob\tnote\nC1\ta,b\t\n', ['C1', 'a,b', '']],
  ['|', 'child_id|dob|note\nC1|a;b|c\n', ['C1', 'a;b', 'c']],
  ['sep=|', 'sep=|\nchild_id|dob|note\nC1|a,b|c\n', ['C1', 'a,b', 'c']],
])('the delimiter %s is found in the heading', async (_, text, cells) => {
  const { rows, problems } = await read(text);
  expect(problems).toEqual([]);
  expect(rows).toEqual([{ line: 2, cells }]);
});

test('line breaks of every kind end a record, in one file', async () => {
  const { rows, problems } = await read('child_id,dob\r\nC1,a\nC2,b\rC3,"c\r\nd"\r\n\r\nC4,e');
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { line: 2, cells: ['C1', 'a'] },
    { line: 3, cells: ['C2', 'b'] },
    { line: 4, cells: ['C3', 'c\nd'] },
    { line: 6, cells: ['C4', 'e'] },
  ]);
});

test('a heading with line breaks and no-break spaces is one line of words', async () => {
  const { heading, headingLine } = await read(
    'Run of 1 April\n\n"Child\n ID", child_id ,dob\n1,C1,a\n',
  );
  expect(heading).toEqual(['Child ID', 'child_id', 'dob']);
  expect(headingLine).toBe(3);
});

test('a heading further down than the twentieth row is not looked for', async () => {
  const above = (rows: number) => read(`${'note\n'.repeat(rows)}child_id,dob\nC1,a\n`);
  expect((await above(19)).headingLine).toBe(20);
  expect((await above(20)).codes).toEqual(['no-heading']);
});

test.each(['', '\n\r\n', '\ufeff', '\x1a'])('nothing but %j is an empty file', async (text) => {
  expect((await read(text)).codes).toEqual(['empty-file']);
});

const STRAY = 'child_id,upn,dob\nC1,A,x\nC2,"A,x\nC3,A,x\n';

test.each([
  ['never closes', STRAY],
  ['closes rows later, leaving the right number of cells', `${STRAY}C4,A",x\nC5,A,x\n`],
  [
    'closes on the next row, leaving the right number of cells',
    'child_id,upn,dob\nC1,A,x\nC2,"A,x\nC3,A",x\n',
  ],
  ['closes rows later, leaving too few cells', `${STRAY}C4,A,x"\nC5,A,x\n`],
  ['is followed by text', 'child_id,upn,dob\nC1,A,x\nC2,"A"B,x\nC3,A,x\n'],
  ['meets another stray one', `${STRAY}C4,"A,x\nC5,A,x\n`],
])('a quotation mark that %s refuses the file, at its own row', async (_, text) => {
  const reading = await read(text);
  expect(reading.codes).toEqual(['unclosed-quote']);
  expect(reading.problems[0]?.line).toBe(3);
  expect(reading.refused).toBe(true);
});

test('a quotation mark that closes a million characters later refuses the file', async () => {
  const reading = await read(`child_id\n"C1\n${'C2\n'.repeat(400_000)}C3"\nC4\n`);
  expect(reading.codes).toEqual(['unclosed-quote']);
  expect(reading.problems[0]?.line).toBe(2);
});

test('a heading with an open quotation mark is refused', async () => {
  expect((await read('child_id,"dob\nC1,x\n')).codes).toEqual(['unclosed-quote']);
});

test.each([
  ['in a cell', 'child_id,upn,dob\nC1,A,x\nC2,A'],
  ['inside quotes', 'child_id,upn,dob\nC1,A,x\nC2,A,"01/0'],
])('a file that stops %s is cut short', async (_, text) => {
  const reading = await read(text);
  expect(reading.codes).toEqual(['cut-short']);
  expect(reading.problems[0]?.line).toBe(3);
});

test('a last row without a line break is a row', async () => {
  expect((await read('child_id,upn,dob\nC1,A,x')).rows).toHaveLength(1);
  expect((await read('child_id,upn,dob\nC1,A,"x"')).rows).toHaveLength(1);
});

test('ragged rows are counted and the first hundred named', async () => {
  const reading = await read(`child_id,dob\n${'C1,a,b\nC2,a\n'.repeat(150)}`);
  expect([reading.received, reading.rows.length, reading.ragged]).toEqual([300, 150, 150]);
  expect(reading.refused).toBe(false);
  expect(reading.problems).toHaveLength(101);
  expect(reading.problems[1]).toMatchObject({ code: 'ragged-row', line: 4 });
  expect(readProblem(reading.problems[100])?.what).toMatch(/^50 rows more/);
});

test('no problem quotes a cell', async () => {
  const texts = [
    'child_id,dob\nSECRET,SECRET,SECRET\n',
    'child_id,dob\nSECRET,"SECRET\nSECRET,x\n',
    'child_id,dob\nSECRET',
    'SECRET,SECRET\nSECRET,1\n',
  ];
  const readings = await Promise.all(texts.map(read));
  expect(readings.every(({ problems }) => problems.length > 0)).toBe(true);
  expect(JSON.stringify(readings.map(({ problems }) => problems))).not.toContain('SECRET');
});

const CELL = fc.string({
  unit: fc.constantFrom('a', '0', ' ', 'ŷ', '–', '"', ',', ';'),
  maxLength: 12,
});

test('what a spreadsheet writes is what is read, whatever the delimiter and the quotes', async () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('C1', '007'), CELL, CELL), { maxLength: 40 });
  const layout = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(rows, layout, async (cells, written) => {
      const text = Papa.unparse([['child_id', 'upn', 'dob'], ...cells], written);
      const reading = await read(`${text}${written.newline}`);
      expect(reading.rows.map((row) => row.cells)).toEqual(cells);
      expect(reading.rows.map((row) => row.line)).toEqual(cells.map((_, index) => index + 2));
    }),
    { numRuns: 200 },
  );
});

test('rows and their numbers survive the joints between pieces', async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => {
    const note = index % 7 === 0 ? `a "quoted"\nnote ${index}` : `note ${index}`;
    return [`C${index}`, note, 'Tŷ'];
  });
  const text = Papa.unparse([['child_id', 'upn', 'dob'], ...rows], { newline: '\r\n' });
  const reading = await read(text);
  expect(text.length).toBeGreaterThan(500_000);
  expect(reading.rows.map((row) => row.cells)).toEqual(rows);
  expect(reading.rows.at(-1)?.line).toBe(30_001);
});

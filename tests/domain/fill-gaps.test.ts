// Sentences with gaps, and the Welsh words that change before a vowel.
import { expect, test } from 'vitest';
import { fillGaps } from '../../pipeline/domain/fill-gaps.js';

const fill = (sentence: string, value: string) => fillGaps(sentence, () => value);

// What is spoken first, by the decimal way of counting in Welsh: un, dau … wyth, naw, deg, un deg un … cant, mil.
test.each([
  ['1', 'ag 1'],
  ['1.5', 'ag 1.5'],
  ['2', 'â 2'],
  ['8', 'ag 8'],
  ['8%', 'ag 8%'],
  ['10', 'â 10'],
  ['11', 'ag 11'],
  ['18 o 40', 'ag 18 o 40'],
  ['20', 'â 20'],
  ['80%', 'ag 80%'],
  ['86%', 'ag 86%'],
  ['100%', 'â 100%'],
  ['110', 'â 110'],
  ['180', 'â 180'],
  ['800', 'ag 800'],
  ['1,000', 'â 1,000'],
  ['8,200', 'ag 8,200'],
  ['11,000', 'ag 11,000'],
  ['1,100', 'â 1,100'],
  ['0', 'â 0'],
])('o gymharu â, before %s: %s', (value, expected) => {
  expect(fill('â/ag {{before}}', value)).toBe(expected);
});

test.each([
  ['Addysg', 'gydag Addysg'],
  ['Anghenion', 'gydag Anghenion'],
  ['Iechyd', 'gydag Iechyd'],
  ['Ymddygiad', 'gydag Ymddygiad'],
  ['ŵyn', 'gydag ŵyn'],
  ['“Iechyd”', 'gydag “Iechyd”'],
  ['Tai', 'gyda Tai'],
  ['Llety', 'gyda Llety'],
])('gyda, before %s: %s', (value, expected) => {
  expect(fill('gyda/gydag {second}', value)).toBe(expected);
});

test('a slash in the value, and one that no gap follows, stay as they are', () => {
  expect(fill('gan/a {{group}} c/d', 'Teithiwr/Sipsi neu/a')).toBe('gan Teithiwr/Sipsi neu/a c/d');
});

test('a value that is missing is refused by the reader that has none', () => {
  const refuse = () => {
    throw new RangeError('no value for n');
  };
  expect(() => fillGaps('{{n}}', refuse)).toThrow('no value for n');
});

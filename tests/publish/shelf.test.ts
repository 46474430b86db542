// What a process that died while it put files in place has left → the next one ends it, or removes it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completePublication } from '../../pipeline/publish/atomic-publish.js';
import { emptyFolder, listing } from '../deliveries/folder.js';

/** A shelf with a pack on it, and a later one beside, which says of which quarter it is whole; null: nothing. */
function shelfWith(whole: string | null): string {
  const shelf = emptyFolder();
  for (const [folder, text] of [
    ['2022-23-q4/public', 'last'],
    ['.building-a/public', 'later'],
  ] as const) {
    mkdirSync(join(shelf, folder), { recursive: true });
    writeFileSync(join(shelf, folder, 'pack.en.html'), text);
  }
  if (whole !== null) writeFileSync(join(shelf, '.building-a', 'whole'), whole);
  completePublication(shelf);
  return shelf;
}

const LEFT = ['2022-23-q4', '2022-23-q4/public', '2022-23-q4/public/pack.en.html'];

test('a pack that was whole is put in place, and the one before, which no manifest dates, under it', () => {
  const shelf = shelfWith('2022-23-q4');
  const earlier = '2022-23-q4/public/earlier';
  const kept = [earlier, `${earlier}/undated`, `${earlier}/undated/pack.en.html`];
  expect(listing(shelf)).toEqual([...LEFT.slice(0, 2), ...kept, ...LEFT.slice(2)]);
  expect(readFileSync(join(shelf, LEFT[2] ?? ''), 'utf8')).toBe('later');
  expect(readFileSync(join(shelf, kept[2] ?? ''), 'utf8')).toBe('last');
});

test.each([[null], [''], ['2022-23'], ['2022-23-q'], ['..']])(
  'one that says %j is removed, and the last one stays where it is',
  (whole) => {
    const shelf = shelfWith(whole);
    expect(listing(shelf)).toEqual(LEFT);
    expect(readFileSync(join(shelf, LEFT[2] ?? ''), 'utf8')).toBe('last');
  },
);

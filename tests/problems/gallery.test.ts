// The gallery: current, whole, and with nothing in it that could be a child's.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GALLERY_FILE, listExamples, writeGallery } from './gallery.js';
import { readProblem } from './words.js';

it('is as `npm run gallery` makes it, with every code', () => {
  const page = readFileSync(GALLERY_FILE, 'utf8');
  expect(page).toBe(writeGallery());
  for (const { code } of listExamples()) expect(page).toContain(`## ${code}\n`);
});

it('says each thing in whole sentences, of which each part is not long', () => {
  for (const example of listExamples()) {
    const { what, fix } = readProblem(example);
    for (const text of [what, fix]) {
      expect(text).not.toMatch(/\{\{?\w+\}|undefined|\[object/);
      expect([example.code, text.length < 420]).toEqual([example.code, true]);
    }
  }
});

it('shows no date of birth, postcode or identifier of a child', () => {
  const page = readFileSync(GALLERY_FILE, 'utf8');
  expect(page).not.toMatch(/\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b/);
  expect(page).not.toMatch(/\b(born|aned|ganed|birth|geni)\b[^.]*\b\d{1,2} \p{L}+ (19|20)\d\d/iu);
  expect(page).not.toMatch(/\b(C|CH|YJ)\d{3,}\b/);
});

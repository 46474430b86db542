// The catalogue of measures says what the declarations say now.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogueOf, cataloguePath } from '../../pipeline/commands/catalogue.js';
import { projectFolder, readEveryMeasure } from '../../pipeline/project.js';

const FOLDER = projectFolder();
const WRITTEN = catalogueOf(FOLDER);

it('is up to date: when this fails, run `npm run catalogue`', () => {
  expect(readFileSync(cataloguePath(FOLDER), 'utf8')).toBe(WRITTEN);
});

it.each(readEveryMeasure(FOLDER).map(({ declaration }) => declaration))(
  '$id is in it in both languages, doubts included',
  ({ id, title, definition, source }) => {
    for (const language of ['en', 'cy'] as const) {
      expect(WRITTEN).toContain(`### ${title[language]} (\`${id}\`)`);
      expect(WRITTEN).toContain(definition[language]);
      if (source.unconfirmed) expect(WRITTEN).toContain(source.unconfirmed[language]);
    }
  },
);

// The catalogue of measures says what the declarations say now.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCatalogue, cataloguePath } from '../../pipeline/commands/catalogue.js';
import {
  locateMeasures,
  projectFolder,
  readEveryMeasure,
  readRules,
} from '../../pipeline/config/project.js';

const FOLDER = projectFolder();
const WRITTEN = buildCatalogue(FOLDER);

it('the catalogue is up to date (if this fails, run `npm run catalogue`)', () => {
  expect(readFileSync(cataloguePath(FOLDER), 'utf8')).toBe(WRITTEN);
});

it.each(readEveryMeasure(FOLDER).map((measure) => [measure.declaration.id, measure] as const))(
  '%s is in it in both languages, with a link to its folder, doubts included',
  (id, { folder, declaration: { title, definition, source } }) => {
    expect(existsSync(join(locateMeasures(FOLDER), folder, 'measure.yaml'))).toBe(true);
    expect(WRITTEN.split(`[\`${id}\`](${folder}/)`)).toHaveLength(3);
    for (const language of ['en', 'cy'] as const) {
      expect(WRITTEN).toContain(`### ${title[language]} (\`${id}\`)`);
      expect(WRITTEN).toContain(definition[language]);
      if (source.unconfirmed) expect(WRITTEN).toContain(source.unconfirmed[language]);
    }
  },
);

it.each(readRules(FOLDER).map((rule) => [rule.name, rule] as const))(
  'every option of %s stands beside each measure that it can count, in both languages',
  (name, { options }) => {
    const measures = readEveryMeasure(FOLDER).filter(
      ({ declaration: { definitions = {} } }) => name in definitions,
    );
    expect(measures.length).toBeGreaterThan(0);
    for (const { declaration } of measures)
      for (const language of ['en', 'cy'] as const) {
        const [, entry = ''] = WRITTEN.split(
          `### ${declaration.title[language]} (\`${declaration.id}\`)`,
        );
        const [own = ''] = entry.split('<a id=');
        for (const [use, { title }] of Object.entries(options))
          expect(own).toContain(`${title[language]} (\`${use}\`)`);
      }
  },
);

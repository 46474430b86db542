// Measures of detail → the edition that hides nothing, and no file of one that hides.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { read, utils } from '@e965/xlsx';
import { theProject } from '../project.js';
import { sharedPack } from './shared.js';

const DETAIL = theProject()
  .measures.map(({ declaration }) => declaration)
  .filter(({ detail }) => detail === true);
let out: string;
beforeAll(async () => {
  out = join((await sharedPack('demonstration')).out, '2022-23-q4');
}, 120_000);

it.each(DETAIL.map((each) => [each.id, each] as const))(
  'gives %s to the board alone',
  (_, { id, title }) => {
    for (const [edition, isGiven] of [
      ['board', true],
      ['public', false],
    ] as const) {
      const texts = readTexts(join(out, edition));
      expect(texts.some(([, text]) => text.includes(`\n${id},`))).toBe(isGiven);
      const names = [id, title.en, title.cy];
      const found = texts.flatMap(([file, text]) =>
        names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`),
      );
      expect(found.length > 0).toBe(isGiven);
    }
  },
);

/** Every file of an edition as text, a workbook as the rows of its sheets, by name. */
function readTexts(edition: string): [string, string][] {
  return readdirSync(edition).map((name): [string, string] => {
    const bytes = readFileSync(join(edition, name));
    return [name, name.endsWith('.xlsx') ? readSheets(bytes) : bytes.toString('utf8')];
  });
}

function readSheets(bytes: Buffer): string {
  const { Sheets } = read(bytes);
  return Object.values(Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join('\n');
}

// A file that cannot be read, or is not left alone while it is: a problem of this computer, and nothing is taken of it.
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileReport } from '../../pipeline/extracts/extract-file.js';
import { readExtract } from '../../pipeline/extracts/read.js';
import { emptyFolder } from '../deliveries/folder.js';

/** Reads a file of some blocks; something happens to it as its first row comes. */
async function readWhile(happens: (path: string) => void, size = 20_000): Promise<FileReport> {
  const path = join(emptyFolder(), 'outcomes.csv');
  writeFileSync(path, `child_id,dob\n${'C1,a\n'.repeat(size)}`);
  let isFirst = true;
  return readExtract({ extract: 'outcomes', path, name: 'outcomes.csv' }, () => true, {
    handleHeading: () => undefined,
    handleRow: () => {
      if (isFirst) happens(path);
      isFirst = false;
    },
  });
}

test('a file that is left alone is whole', async () => {
  expect(await readWhile(() => undefined)).toMatchObject({ received: 20_000, refused: false });
});

const CHANGES: readonly (readonly [string, (path: string) => void])[] = [
  [
    'grows',
    (path) => {
      appendFileSync(path, 'C2,b\n');
    },
  ],
  [
    'is written anew',
    (path) => {
      writeFileSync(path, 'child_id,dob\nC1,a\n');
    },
  ],
  ['is taken away', rmSync],
];

test.each(CHANGES)('one that %s while it is read is refused', async (_, happens) => {
  const { refused, problems } = await readWhile(happens);
  expect(refused).toBe(true);
  expect(problems).toMatchObject([{ kind: 'computer', code: 'locked-file', file: 'outcomes.csv' }]);
});

test('one that is not there is refused, with nothing of it', async () => {
  const file = { extract: 'outcomes', path: join(emptyFolder(), 'a.csv'), name: 'a.csv' };
  const sink = { handleHeading: () => undefined, handleRow: () => undefined };
  expect(await readExtract(file, () => true, sink)).toMatchObject({
    ...{ bytes: 0, received: 0, refused: true },
    problems: [{ kind: 'computer', code: 'locked-file' }],
  });
});

// What the doctor says of published packs, and of those that a later one took the place of.
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkReleases } from '../../pipeline/doctor/releases.js';
import { emptyFolder } from '../deliveries/folder.js';

const QUARTER = '2022-23-q4';

/** A release of two files with a manifest that gives their hashes. */
function publish(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(
    ['figures.csv', 'pack.en.html'].map((name) => {
      writeFileSync(join(folder, name), name);
      return [name, createHash('sha256').update(name).digest('hex')];
    }),
  );
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ asAt: '2023-05-15', files }));
  return folder;
}

it('finds every release as it was published', () => {
  const output = emptyFolder();
  publish(join(output, QUARTER, 'board'));
  publish(join(output, QUARTER, 'board', 'earlier', '2023-05-01'));
  expect(checkReleases(output)).toEqual({ summary: '2 releases', problems: [] });
});

it('names the release, and the files of it that were altered or are gone, an earlier one too', () => {
  const output = emptyFolder();
  const board = publish(join(output, QUARTER, 'board'));
  const earlier = publish(join(output, QUARTER, 'public', 'earlier', '2023-05-01'));
  appendFileSync(join(board, 'figures.csv'), ' ');
  rmSync(join(earlier, 'pack.en.html'));
  expect(checkReleases(output).problems).toMatchObject([
    { code: 'altered-release', file: join(QUARTER, 'board'), facts: { names: ['figures.csv'] } },
    {
      file: join(QUARTER, 'public', 'earlier', '2023-05-01'),
      facts: { names: ['pack.en.html'] },
    },
  ]);
});

it('has nothing to say where no pack was ever made', () => {
  expect(checkReleases(join(emptyFolder(), 'none'))).toEqual({
    summary: '0 releases',
    problems: [],
  });
});

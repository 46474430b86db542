// docs/chair-page.md beside the demonstration's page for the chair: what it claims now stands there, and what it claimed does not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { readPage } from '../kinds/printed.js';
import { sharedPack } from './shared.js';

const BEGINS = '# For the chair';
const ENDS = '# Disproportionality: what to act on';

const CLAIMS = readFileSync(join(projectFolder(), 'docs/chair-page.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| before'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, before = '', now = '', why = '']) => ({ before, now, why }));

async function readChairPage(): Promise<string> {
  const { out } = await sharedPack('demonstration');
  const folder = join(out, '2022-23-q4');
  const printed = { stopped: false, said: '', prefix: '', folder, ends: '2023-03-31' } as const;
  const page = readPage(printed, 'board').replace(/\s+/g, ' ');
  const begins = page.lastIndexOf(BEGINS);
  expect(begins).toBeGreaterThan(-1);
  return page.slice(begins, page.indexOf(ENDS, begins));
}

describe('the chair’s page', () => {
  it('is listed with at least ten claims, each with a reason', () => {
    expect(CLAIMS.length).toBeGreaterThanOrEqual(10);
    for (const { before, now, why } of CLAIMS) {
      expect(before + now).not.toBe('');
      expect(why).not.toBe('');
    }
  });

  it.each(CLAIMS.filter(({ now }) => now !== ''))('says: $now', async ({ now }) => {
    expect(await readChairPage()).toContain(now);
  });

  it.each(CLAIMS.filter(({ before }) => before !== ''))(
    'no longer says: $before',
    async ({ before }) => {
      expect(await readChairPage()).not.toContain(before);
    },
  );
});

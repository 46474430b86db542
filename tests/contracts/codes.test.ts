// Code lists: labels matched without regard to case, spacing and dashes, and to nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findLabel, readCodeList } from '../../pipeline/contracts/codes.js';

const folder = mkdtempSync(join(tmpdir(), 'boardpack-codes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function listOf(text: string): ReturnType<typeof readCodeList> {
  const path = join(folder, 'ethnicity.csv');
  writeFileSync(path, text);
  return readCodeList(path);
}

describe('a code list', () => {
  const list = listOf(
    'label,cy,valid_from,valid_to,also\nMixed – White & Asian,Cymysg,,,WA|"Mixed, White and Asian"\nŴyr,Ŵyr,,,\n',
  );

  it.each([
    'Mixed – White & Asian',
    'mixed - white & asian',
    'MIXED — WHITE & ASIAN',
    '  Mixed\u00a0–  White & Asian ',
    'wa',
  ])('knows %j', (label) => {
    expect(findLabel(list, label)).toBe('Mixed – White & Asian');
  });

  it('knows a letter with its accent composed or decomposed', () => {
    expect(findLabel(list, 'W\u0302yr')).toBe('Ŵyr');
  });

  it.each(['Mixed', 'White & Asian', 'Wyr', '', '|', '__proto__'])('does not know %j', (label) => {
    expect(findLabel(list, label)).toBeNull();
  });

  it('refuses a file without labels', () => {
    expect(() => listOf('code,name\n1,a\n')).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ code: 'bad-code-list', variant: 'no-label-column' })],
      }),
    );
  });
});

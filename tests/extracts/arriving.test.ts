// Files that are still arriving, or open, are left; whole ones are not.
import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnsettledFiles } from '../../pipeline/extracts/unsettled-files.js';
import { emptyFolder } from '../deliveries/folder.js';

const NOW = Date.parse('2026-03-29T02:00:00Z');
const HOUR = 3_600_000;

/** A folder of files, each changed so long before now. */
function folderOf(files: Readonly<Record<string, number>>): string {
  const folder = emptyFolder();
  for (const [name, age] of Object.entries(files)) {
    writeFileSync(join(folder, name), 'x');
    const changed = (NOW - age) / 1000;
    utimesSync(join(folder, name), changed, changed);
  }
  return folder;
}

async function found(folder: string, between: () => void = () => undefined): Promise<string[]> {
  const wait = (): Promise<void> => {
    between();
    return Promise.resolve();
  };
  const arriving = await findUnsettledFiles(folder, ['outcomes', 'outcome_offences'], {
    now: () => NOW,
    wait,
  });
  return arriving.map(({ extract, name, why }) => `${extract} ${name} ${why}`);
}

describe('a file that is arriving', () => {
  it.each([
    ['outcomes.csv', HOUR, []],
    ['outcomes.csv', 5_000, ['outcomes outcomes.csv file-arriving']],
    // Of a computer whose clock is ahead: it will not get older by waiting.
    ['outcomes.csv', -HOUR, []],
    ['outcomes.csv.part', HOUR, ['outcomes outcomes.csv file-arriving']],
    ['outcomes.xlsx.crdownload', HOUR, ['outcomes outcomes.xlsx file-arriving']],
    ['~$outcomes.xlsx', HOUR, ['outcomes outcomes.xlsx file-open']],
    ['~$outcomes.xlsx', 25 * HOUR, []],
    ['.~lock.outcome_offences.csv#', HOUR, ['outcome_offences outcome_offences.csv file-open']],
    ['notes.csv.part', HOUR, []],
    ['holiday.csv', 5_000, []],
  ])('%s, changed %i ms ago', async (name, age, expected) => {
    expect(await found(folderOf({ [name]: age }))).toEqual(expected);
  });

  it('is one that grows between two looks, whatever its date, or only then appears', async () => {
    const folder = folderOf({ 'outcomes.csv': HOUR });
    const old = (NOW - HOUR) / 1000;
    const grow = (): void => {
      for (const name of ['outcomes.csv', 'outcome_offences.csv']) {
        appendFileSync(join(folder, name), 'more');
        utimesSync(join(folder, name), old, old);
      }
    };
    expect(await found(folder, grow)).toEqual([
      'outcome_offences outcome_offences.csv file-arriving',
      'outcomes outcomes.csv file-arriving',
    ]);
  });

  it('is none in a folder that is not there', async () => {
    expect(await found(join(emptyFolder(), 'not'))).toEqual([]);
  });
});

// Headings written otherwise, missing, or of a file under another name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCase, listCodes, removeCases } from './build-case.js';
import { csv, rewrite } from './rewrite.js';
import { readProblem } from '../problems/words.js';

afterAll(removeCases);

const RIGHT = { numerator: 12, value: 80, status: 'shown' };

describe('headings', () => {
  it.each([
    [
      'camel case',
      (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ],
    ['capitals and dashes', (name: string) => name.toUpperCase().replaceAll('_', '-')],
    [
      'capitals at each word',
      (name: string) => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ],
  ])('in %s are known', async (_, form) => {
    const files: Record<string, string> = {};
    for (const extract of ['children', 'offences', 'outcomes', 'interventions', 'custody']) {
      const [heading = [], ...rows] = rewrite(extract, {});
      files[`${extract}.csv`] = csv([heading.map(form), ...rows]);
    }
    const built = await buildCase({ files });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it('that are not found are named, those wanted and those seen, and no row of data', async () => {
    const rows =
      'Location_Name,Object_Kind,Measured_Date\nHafod,Fennimore,2022\nQuill,Fennimore,7\n';
    const built = await buildCase({ files: { 'custody.csv': rows } });
    expect(listCodes(built)).toEqual(['no-heading']);
    const problem = built.problems.find(({ code }) => code === 'no-heading');
    expect(readProblem(problem)?.what).toContain(
      'Its headings seem to be: Location_Name, Object_Kind, Measured_Date.',
    );
    expect(readProblem(problem)?.what).toContain(
      'custody. It needs: episode_id (or Episode ID), child_id (or Child ID)',
    );
    expect(JSON.stringify(built.problems)).not.toMatch(/Fennimore|Quill|Hafod/);
  });

  it('that are missing altogether show no name of anybody', async () => {
    const rows =
      'Quill,Fennimore,Young,Female\nBryn,Marlscombe,Date,Male\nC003,Greyholt,Tansy,Female\n';
    const built = await buildCase({ files: { 'custody.csv': rows } });
    expect(listCodes(built)).toEqual(['no-heading']);
    expect(JSON.stringify(built.problems)).not.toMatch(
      /Fennimore|Quill|Marlscombe|Bryn|Greyholt|C003/,
    );
  });

  it.each([
    [
      'ssd_missing.csv',
      'missing_episodes',
      'miss_table_id,miss_person_id,miss_missing_episode_start_date\nM1,500123,2022-05-01\n',
    ],
    ['export 12.csv', 'custody', 'episodeID,childID,Kind,startDate,endDate\n'],
    [
      'nomis.csv',
      'population',
      readFileSync(
        join(import.meta.dirname, 'cases/layout-nomis/reference/population.csv'),
        'utf8',
      ),
    ],
  ])(
    'of %s, which is not named after an extract, are recognised as those of %s',
    async (name, extract, text) => {
      const built = await buildCase({ files: { [name]: text } });
      const note = built.problems.find(({ code }) => code === 'unknown-file');
      expect(readProblem(note)?.what).toContain(`Its headings are those of ${extract}.`);
      expect(readProblem(note)?.fix).toContain(`${extract}_${name}`);
      expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
    },
  );
});

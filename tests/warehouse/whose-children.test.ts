// Whose children are counted: the inputs on which packs went wrong, and others like them.
// Rows as in the case `authority-by-name`: all are invented.
import { describe, expect, it } from 'vitest';
import type { Phrase } from '../../pipeline/domain/problem.js';
import { describeRefusal } from '../../pipeline/domain/refusal.js';
import { settingsSchema } from '../../pipeline/config/settings.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { createCellReader } from '../../pipeline/contracts/cells.js';
import { checkAuthorities, readAuthorities } from '../../pipeline/load/check-authorities.js';
import { createLookup } from '../../pipeline/warehouse/lookups.js';
import { OWN_AREA } from '../measures/case-runner.js';
import type { Given } from '../measures/supply.js';
import { openRolledBack } from './rolled-back.js';
import { readProblem } from '../problems/words.js';

const { warehouse, withRows } = openRolledBack();

function children(...authorities: string[]): Given {
  return {
    'raw.children': authorities.map((responsible_authority, at) => ({
      child_id: `c${at}`,
      responsible_authority,
    })),
  };
}

function findAuthorityProblems(given: Given): Promise<string[]> {
  return withRows(given, async () =>
    checkAuthorities(await readAuthorities(createLookup(warehouse(), projectFolder()))).map(
      (each) => `${each.kind} ${each.code}: ${readProblem(each).what}`,
    ),
  );
}

describe('whose children', () => {
  const read = createCellReader(
    { name: 'responsible_authority', type: 'area', required: true, headings: [], optional: false },
    { codes: new Map(), today: '2023-04-20', pseudonymise: (id) => id },
  );

  it('NULL is no record of one, which a child must have', () => {
    expect(read('NULL')).toMatchObject({ code: 'blank' });
  });

  it.each(['Testshire', 'W0600005', '512'])('%s is no area code', (text) => {
    expect(read(text)).toMatchObject({ code: 'bad-area' });
  });

  it.each([OWN_AREA, 'w06000005', ' W06 000005 ', 'E06000050'])('%s is one', (text) => {
    expect(read(text)).toBe(text.trim());
  });

  it('codes are compared without regard to case and space', async () => {
    const counted = await withRows(children('w06000005', 'W06 000005', 'E06000050'), () =>
      warehouse().query(
        'select child_id from staging.children where responsible_authority in (select area_code from staging.service_areas) order by 1',
      ),
    );
    expect(counted).toEqual([['c0'], ['c1']]);
    expect(await findAuthorityProblems(children('w06000005', 'W06 000005', 'E06000050'))).toEqual(
      [],
    );
  });

  it('no row, or under half, stops, and says which codes came and how many', async () => {
    expect(await findAuthorityProblems(children('E06000050', 'E06000050', 'W06000004'))).toEqual([
      'data other-authorities: No row of children is of this service. By authority: E06000050 in 2 rows, W06000004 in 1 row.',
    ]);
    expect(await findAuthorityProblems(children(OWN_AREA, 'W06000004', 'E06000050'))).toEqual([
      'data other-authorities: Too few rows of children are of this service: 1 of 3. By authority: E06000050 in 1 row, W06000004 in 1 row, W06000005 in 1 row.',
    ]);
    expect(await findAuthorityProblems(children(OWN_AREA, 'W06000004'))).toEqual([]);
  });

  it("a partner's rows stop only with none, and what is no code is noted and never quoted", async () => {
    const arrests = (...homes: string[]): Given => ({
      'raw.arrests': homes.map((home_authority, at) => ({ arrest_id: `a${at}`, home_authority })),
    });
    expect(await findAuthorityProblems(arrests(OWN_AREA, 'W06000004', 'W06000004'))).toEqual([]);
    expect(await findAuthorityProblems(arrests(OWN_AREA, 'Siân Enghraifft'))).toEqual([
      'note no-area-code: Rows of arrests whose authority is not an area code: 1, of the 2 rows that name one. They count only where the person is linked to one of our children.',
    ]);
    expect(await findAuthorityProblems(arrests('Testshire'))).toEqual([
      'data other-authorities: No row of arrests is of this service. By authority: no area code in 1 row.',
    ]);
  });
});

describe('rows of a partner that are left out', () => {
  const share = (...homes: (string | null)[]): Promise<unknown> =>
    withRows(
      {
        'raw.arrests': homes.map((home_authority, at) => ({
          ...{ arrest_id: `a${at}`, person_id: `p${at}`, home_authority },
        })),
        'raw.links': [{ source: 'police', person: 'p0', child: 'c0', status: 'certain' }],
      },
      async () =>
        (await createLookup(warehouse(), projectFolder())('unplaced_rows')).map(
          ([extract, whole, unplaced]) => [extract, unplaced, whole],
        ),
    );

  it.each([
    ['a blank', [OWN_AREA, null, OWN_AREA], 1],
    ['what is no area code', [OWN_AREA, 'Testshire', null], 2],
    ['a person who is linked', [null, OWN_AREA, 'W06000004'], 0],
  ])('are counted against its records: %s', async (_, homes, unplaced) => {
    expect(await share(...homes)).toEqual([['arrests', unplaced, 3]]);
  });
});

describe('areas in the settings', () => {
  const base = {
    service: { en: 'Test', cy: 'Prawf' },
    nation: 'Wales',
    languages: ['en'],
    extracts: 'in',
    reference: 'in',
    deliveries: 'store',
  };
  const errors = (given: object): Phrase[] => {
    const parsed = settingsSchema.safeParse({ ...base, ...given });
    return parsed.success ? [] : parsed.error.issues.map(describeRefusal);
  };

  it('are the nation’s own, whatever their case and space', () => {
    expect(settingsSchema.parse({ ...base, areas: [' w06 000005'] }).areas).toEqual([OWN_AREA]);
    expect(errors({ areas: ['E06000050'] })).toEqual([
      { phrase: 'refused-other-nation', facts: { code: 'E06000050', nation: 'Wales' } },
    ]);
    expect(errors({ nation: 'England', areas: [OWN_AREA] })).toEqual([
      { phrase: 'refused-other-nation', facts: { code: OWN_AREA, nation: 'England' } },
    ]);
    expect(errors({ areas: ['Testshire'] })).toEqual([{ phrase: 'refused-area-code', facts: {} }]);
  });

  it('predecessors became areas of the service, and are none of today', () => {
    const code = 'W06000099';
    const until = '2021-12-31';
    expect(errors({ areas: [OWN_AREA], predecessors: [{ code, until }] })).toEqual([]);
    expect(errors({ areas: [OWN_AREA], predecessors: [{ code: OWN_AREA, until }] })).toEqual([
      { phrase: 'refused-area-of-today', facts: { code: OWN_AREA } },
    ]);
    expect(errors({ areas: [OWN_AREA, 'W06000004'], predecessors: [{ code, until }] })).toEqual([
      { phrase: 'refused-became', facts: { code } },
    ]);
    expect(
      errors({ areas: [OWN_AREA], predecessors: [{ code, until, became: ['W06000004'] }] }),
    ).toEqual([{ phrase: 'refused-no-area', facts: { code: 'W06000004' } }]);
  });
});

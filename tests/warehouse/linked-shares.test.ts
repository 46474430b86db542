// What a measure may say when a partner's people are linked to few or none of our children, and others like it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { isFigureNote } from '../../pipeline/domain/figure-note.js';
import type { Value } from '../../pipeline/domain/value.js';
import { selectLinkedPartners } from '../../pipeline/results/coverage.js';
import {
  chooseLinkNote,
  describeFewLinked,
  qualifyValues,
  readLinkedShares,
  type LinkedShare,
} from '../../pipeline/results/linked-shares.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { readLineage } from '../../pipeline/warehouse/lineage.js';
import { createLookup } from '../../pipeline/warehouse/lookups.js';
import { emptyWarehouse, OWN_AREA } from '../measures/case-runner.js';
import { supply, type Given } from '../measures/supply.js';
import { theProject } from '../project.js';
import { readProblem } from '../problems/words.js';

const { measures, contracts, confidence } = theProject();
const lineage = readLineage(`${projectFolder()}/queries`);
const RULES = confidence.links;

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
});

async function readShares(given: Given, wholeLists: readonly string[] = []) {
  await warehouse.execute('begin');
  try {
    await supply(warehouse, given);
    return await readLinkedShares(createLookup(warehouse, projectFolder()), wholeLists);
  } finally {
    await warehouse.execute('rollback');
  }
}

/** So many people in social care's episodes, so many of them linked to a child each. */
function careEpisodes(people: number, linked: number): Given {
  const persons = Array.from({ length: people }, (_, at) => `p${at}`);
  return {
    'raw.care_episodes': persons.map((person_id) => ({ person_id, started_on: '2022-05-01' })),
    'raw.links': persons
      .slice(0, linked)
      .map((person) => ({ source: 'social_care', person, child: person, status: 'certain' })),
  };
}

async function say(id: string, given: Given, wholeLists: readonly string[] = []) {
  const measure = measures.find(({ declaration }) => declaration.id === id);
  if (!measure) throw new RangeError(id);
  const shares = await readShares(given, wholeLists);
  const note = chooseLinkNote(measure.declaration, lineage(measure.sql), shares, RULES);
  expect(note === null || isFigureNote(note)).toBe(true);
  return note;
}

describe('a measure of our children in a partner’s records', () => {
  it.each([
    [0, 'too few linked; 0% linked'],
    [4, 'too few linked; 8% linked'],
    [5, 'at least; 10% linked'],
    [40, 'at least; 80% linked'],
    [42, 'at least; 84% linked'],
    [43, null],
  ])('with %s of 50 people linked says %s', async (linked, note) => {
    expect(await say('looked_after_at_outcome', careEpisodes(50, linked))).toBe(note);
  });

  it('has data of a partner that sends everybody it knows, unless nobody is linked', async () => {
    const sources = ['social_care'];
    expect(await say('looked_after_worked_with', careEpisodes(300, 3), sources)).toBeNull();
    expect(await say('looked_after_worked_with', careEpisodes(300, 0), sources)).toBe(
      'too few linked; 0% linked',
    );
  });

  it('says the share alone where a link could lower the figure', async () => {
    const given = {
      'raw.health_referrals': ['a', 'b', 'c', 'd', 'e'].map((person_id) => ({
        referral_id: person_id,
        person_id,
        service: 'Mental health service',
        referred_on: '2022-05-01',
        offered_on: '2022-05-11',
      })),
      'raw.links': ['a', 'b', 'c'].map((person) => ({
        ...{ source: 'health', person, child: person, status: 'decided' },
      })),
    };
    expect(await say('mental_health_wait_days', given)).toBe('60% linked');
    expect(await say('mental_health_seen', given)).toBe('60% linked');
    expect(await say('mental_health_waiting', given)).toBe('at least; 60% linked');
  });

  it('is of people the partner could have of this area and age, and of all who are linked', async () => {
    const arrest = (person_id: string, home_authority: string | null, age: number) => ({
      ...{ arrest_id: person_id, person_id, home_authority, age, arrested_on: '2022-05-01' },
    });
    const given = {
      'raw.arrests': [
        arrest('elsewhere', 'W06000004', 15),
        arrest('adult', OWN_AREA, 24),
        arrest('linked elsewhere', 'W06000004', 16),
        arrest('here', OWN_AREA, 15),
        arrest('unknown', null, 15),
      ],
      'raw.links': [
        { source: 'police', person: 'linked elsewhere', child: 'c', status: 'certain' },
        { source: 'police', person: 'here', child: 'd', status: 'proposed' },
      ],
    };
    expect(await readShares(given)).toEqual([
      { extract: 'arrests', people: 3, linked: 1, isWholeList: false },
    ]);
    expect(await say('arrested_children_known', given)).toBe('at least; 33% linked');
    expect(await say('children_arrested', given)).toBeNull();
  });
});

it('every measure that rests on links says which way an unlinked person moves it, and no other does', () => {
  for (const { declaration, sql } of measures) {
    const rests = selectLinkedPartners(contracts, lineage(sql)).size > 0;
    expect([declaration.id, declaration.unlinked !== undefined]).toEqual([declaration.id, rests]);
    if (declaration.kind === 'mean') expect(declaration.unlinked).not.toBe('least');
  }
});

describe('values', () => {
  const value = { status: 'known', value: 0.4, lower: 0.3, upper: 0.5, verdict: 'higher' } as Value;

  it('that are a least one have neither limits nor a verdict', () => {
    expect(qualifyValues([value], 'at least; 80% linked')).toEqual([
      { ...value, lower: null, upper: null, verdict: null, note: 'at least; 80% linked' },
    ]);
  });

  it('that could move either way have limits, and no verdict', () => {
    expect(qualifyValues([value], '80% linked')).toEqual([
      { ...value, verdict: null, note: '80% linked' },
    ]);
  });
});

it('a note names the extract from which nothing can be counted, and how many are linked', () => {
  const share = (linked: number): LinkedShare => ({
    ...{ extract: 'care_plans', people: 50, linked, isWholeList: false },
  });
  const notes = describeFewLinked([share(1), share(40), share(50)], RULES);
  expect(notes.map((each) => [each.kind, each.code, each.file, readProblem(each).what])).toEqual([
    [
      'note',
      'few-linked',
      'care_plans',
      'Of 50 people in care_plans who could be children of the service, only 1 are linked to one. Measures that depend on them have no figures.',
    ],
  ]);
});

// Person references in rows → records to compare, and links of records → links of persons; and the log of automatic links.
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../pipeline/identity/identity-file.js';
import type { Link } from '../../pipeline/identity/link.js';
import {
  addReleasedLinks,
  eraseReleasedLinks,
  releasedLinksFile,
  readReleasedLinks,
} from '../../pipeline/identity/made-links.js';
import {
  mergePersonLinks,
  buildPersonRecords,
  type PersonReference,
} from '../../pipeline/identity/records.js';
import { linkAllSources, type LinkageState } from '../../pipeline/load/record-linkage.js';
import { emptyFolder } from '../deliveries/folder.js';
import { linkage } from './declared.js';

const KEY = 'a'.repeat(32);

function identity(mark: string, fields: Partial<Identity>): Identity {
  const blank = { forename: null, surname: null, date_of_birth: null, postcode: null, sex: null };
  return { source: 'x', person: 'x', known_from: '2023-01-01', ...blank, ...fields, mark };
}

const said = (person: string, mark: string | null, child: string | null): PersonReference => ({
  source: 'police',
  person,
  mark,
  child,
});

describe('records of persons', () => {
  const known = new Map([['m1', identity('m1', { surname: 'Ŵyn' })]]);

  it('are one for each stated identity, with our number from the same rows or from rows without a name', () => {
    const records = buildPersonRecords(
      [
        said('p1', 'm1', null),
        said('p1', null, 'c1'),
        said('p2', null, null),
        said('p3', 'm2', 'c2'),
      ],
      known,
    );
    expect(records).toMatchObject([
      { owner: 'p1', surname: 'Ŵyn', identifiers: { ours: 'c1' } },
      { owner: 'p2', surname: null, identifiers: {} },
      { owner: 'p3', surname: null, identifiers: { ours: 'c2' } },
    ]);
  });

  it('are two if one number was used for two persons', () => {
    expect(
      buildPersonRecords([said('p1', 'm1', 'c1'), said('p1', 'm2', 'c2')], known),
    ).toHaveLength(2);
  });
});

describe('links of persons', () => {
  const records = buildPersonRecords([said('p1', 'm1', null), said('p1', 'm2', null)], new Map());
  const [one, two] = records.map(({ person }) => person);
  const link = (
    person: string | undefined,
    child: string,
    matchStatus: Link['matchStatus'],
    weight = 9,
  ): Link => ({
    ...{
      person: person ?? '',
      child,
      matchStatus,
      weight,
      probability: 0.9,
      fields: [],
      reasons: [],
    },
  });
  const describeMerged = (...links: Link[]): string[] =>
    mergePersonLinks(records, links).map(
      ({ person, child, matchStatus }) => `${person} ${child} ${matchStatus}`,
    );

  it('are certain if one record is certain, even if another record proposes a different child', () => {
    expect(describeMerged(link(one, 'a', 'certain'), link(two, 'a', 'proposed', 12))).toEqual([
      'p1 a certain',
    ]);
    expect(describeMerged(link(one, 'a', 'certain'), link(two, 'b', 'proposed', 12))).toEqual([
      'p1 a certain',
    ]);
  });

  it('are proposed for review if two records are linked to two children', () => {
    expect(describeMerged(link(one, 'a', 'certain', 30), link(two, 'b', 'certain', 40))).toEqual([
      'p1 b proposed',
      'p1 a proposed',
    ]);
  });
});

describe('the log of automatic links', () => {
  const made = {
    source: 'police',
    person: 'p',
    child: 'c',
    weight: 30,
    made_on: '2023-05-15',
    mark: 'm',
  };

  it('is appended to, but not for a day before existing links', () => {
    const file = releasedLinksFile(emptyFolder());
    addReleasedLinks(file, KEY, '2023-05-15', [made]);
    addReleasedLinks(file, KEY, '2023-04-15', [{ ...made, person: 'q', made_on: '2023-04-15' }]);
    expect(readReleasedLinks(file, KEY)).toEqual([made]);
    eraseReleasedLinks(file, KEY, ({ child }) => child === 'c');
    expect(readReleasedLinks(file, KEY)).toEqual([]);
  });
});

describe('record linkage for a pack', () => {
  const aled = { forename: 'Aled', surname: 'Gittins', date_of_birth: '2009-10-10', sex: 'Male' };
  const home = { ...aled, postcode: 'CH5 1AA' };
  const identities = new Map(
    [
      identity('child', home),
      identity('same', home),
      identity('brother', { ...home, forename: 'Rhys', date_of_birth: '2011-01-02' }),
    ].map((each) => [each.mark, each]),
  );
  const opened: LinkageState = {
    asAt: '2023-05-15',
    identities,
    birthdays: new Map(),
    linkage,
    releasedLinks: [],
    decisions: [],
  };
  const children = new Map([['c1', 'child']]);
  const rowsOf = (person: PersonReference, more: Partial<LinkageState> = {}): string[] =>
    linkAllSources({ ...opened, ...more }, { persons: [person], children }).rows.map(
      ({ person: owner, child, status }) => `${owner} ${child} ${status}`,
    );

  it('accepts our number if name and birth date do not contradict it, or if the partner states nothing else', () => {
    expect(rowsOf(said('p1', 'same', 'c1'))).toEqual(['p1 c1 certain']);
    expect(rowsOf(said('p1', null, 'c1'))).toEqual(['p1 c1 certain']);
    expect(rowsOf(said('p1', 'brother', 'c1'))).toEqual([]);
  });

  it('keeps an automatic link until either identity or a decision changes', () => {
    const person = said('p1', 'same', 'c1');
    const { newLinks: fresh } = linkAllSources(opened, { persons: [person], children });
    expect(fresh).toMatchObject([
      { source: 'police', person: 'p1', child: 'c1', made_on: '2023-05-15' },
    ]);
    const later = { asAt: '2023-08-15', releasedLinks: fresh };
    expect(
      linkAllSources({ ...opened, ...later }, { persons: [person], children }).newLinks,
    ).toEqual([]);
    expect(rowsOf(said('p1', 'brother', 'c1'), later)).toEqual([]);
    expect(
      rowsOf(person, {
        ...later,
        decisions: [
          {
            source: 'police',
            person: 'p1',
            child: 'c1',
            says: 'different',
            who: 'Officer',
            decided_on: '2023-08-01',
          },
        ],
      }),
    ).toEqual([]);
  });
});

// Record linkage: the hard pairs, twins, identifiers, and how many invented records are linked, and how many wrongly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { linkRecords, type Link } from '../../pipeline/identity/link.js';
import type { Person } from '../../pipeline/identity/person.js';
import { linkage, otherForms } from './declared.js';
import { population } from './febrl.js';

const WORLD = population(
  {
    seed: 11,
    children: 600,
    duplicates: 500,
    most: 1,
    spread: 'uniform',
    ofField: 1,
    ofRecord: 1,
    strangers: 300,
  },
  otherForms(),
);

function person(id: string, of: Partial<Person>): Person {
  const blank = { forename: null, surname: null, date_of_birth: null, postcode: null, sex: null };
  return { ...blank, identifiers: {}, ...of, person: id };
}

/** Links among everybody else of a whole service, as they would be met, and gives those of one person. */
function linksOf(one: Person, children: readonly Person[], others: readonly Person[] = []): Link[] {
  const all = linkRecords(
    linkage,
    [...WORLD.people, one, ...others],
    [...WORLD.children, ...children],
  );
  return all.links.filter((each) => each.person === one.person);
}

type Row = Record<string, string>;
// From vectors/linkage of the project's shared folder, as they came.
const ROWS = Papa.parse<Row>(readFileSync(join(import.meta.dirname, 'hard_pairs.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

function side(row: Row, which: 'l' | 'r', id: string): Person {
  const cell = (field: string): string | null => row[`${field}_${which}`] || null;
  return person(id, {
    forename: cell('forename'),
    surname: cell('surname'),
    date_of_birth: cell('dob'),
    sex: cell('sex'),
    postcode: cell('postcode'),
  });
}

describe('hard pairs', () => {
  const SAID: Readonly<Record<string, string>> = { certain: 'match', proposed: 'review' };

  let passed = 0;
  afterAll(() => {
    process.stdout.write(
      `linkage: ${passed} of ${ROWS.length} hard pairs told as they should be\n`,
    );
  });

  it('are all in the file', () => {
    expect(ROWS).toHaveLength(12);
  });

  it.each(ROWS.map((row) => [row['case'] ?? '', row] as const))('%s', (_, row) => {
    for (const [child, other] of [
      [side(row, 'l', 'the-child'), side(row, 'r', 'the-person')],
      [side(row, 'r', 'the-child'), side(row, 'l', 'the-person')],
    ] as const) {
      const found = linksOf(other, [child]).find((each) => each.child === 'the-child');
      expect(found ? SAID[found.matchStatus] : 'nonmatch').toBe(row['expected']);
    }
    passed += 1;
  });

  it('does not link two children who carry the same reused ID', () => {
    const row = ROWS.find((each) => each['case']?.startsWith('same ID'));
    if (!row) throw new Error('no such row');
    const identifiers = { upn: 'A1' };
    const child = { ...side(row, 'l', 'the-child'), identifiers };
    expect(linksOf({ ...side(row, 'r', 'the-person'), identifiers }, [child])).toEqual([]);
  });
});

const HOME = { surname: 'Gittins', date_of_birth: '2009-10-10', postcode: 'CH5 1AA', sex: 'Male' };

describe('twins', () => {
  it.each([
    ['Aled', 'Gruffudd'],
    ['Jayden', 'Kayden'],
    ['Mohammed Ali', 'Mohammed Amir'],
    ['Rhys', 'Rhodri'],
    ['Kai', 'Kai-Leigh'],
  ])('%s and %s are never linked automatically', (one, other) => {
    // Kayden is made a name that others bear, as it is in any year's births.
    const named = Array.from({ length: 4 }, (_, at) => person(`k${at}`, { forename: 'Kayden' }));
    const child = person('the-child', { ...HOME, forename: one });
    const found = linksOf(person('the-person', { ...HOME, forename: other }), [child, ...named]);
    expect(found.map(({ matchStatus }) => matchStatus)).toEqual(['proposed']);
    expect(found[0]?.reasons).toEqual(['twin']);
  });

  it('are not proposed for each other if both are linked', () => {
    const twins = ['Aled', 'Gruffudd'];
    const children = twins.map((forename) => person(`child ${forename}`, { ...HOME, forename }));
    const [one, other] = twins.map((forename) => person(forename, { ...HOME, forename }));
    if (!one || !other) throw new Error('two twins');
    expect(linksOf(one, children, [other])).toMatchObject([
      { child: 'child Aled', matchStatus: 'certain' },
    ]);
    expect(linksOf(one, [], [other])).toEqual([]);
  });
});

describe('identifiers', () => {
  const identifiers = { upn: 'A1' };
  const child = person('the-child', { ...HOME, forename: 'Aled', identifiers });

  it('link records that nothing else would, with the date of birth and a name', () => {
    const moved = {
      ...HOME,
      forename: 'Aled',
      surname: 'Morris',
      postcode: 'TR1 1AA',
      identifiers,
    };
    expect(linksOf(person('the-person', moved), [child])).toMatchObject([
      { matchStatus: 'certain' },
    ]);
    const without = linksOf(person('the-person', { ...moved, identifiers: {} }), [child]);
    expect(without).not.toMatchObject([{ matchStatus: 'certain' }]);
  });

  it('leave the decision to a person if they differ', () => {
    const other = { ...HOME, forename: 'Aled', identifiers: { upn: 'B2' } };
    expect(linksOf(person('the-person', other), [child])).toMatchObject([
      { matchStatus: 'proposed', reasons: ['other_identifier'] },
    ]);
    const otherKind = { ...other, identifiers: { nhs: 'B2' } };
    expect(linksOf(person('the-person', otherKind), [child])).toMatchObject([
      { matchStatus: 'certain' },
    ]);
  });

  it('are ignored if they were reused', () => {
    const brother = { ...HOME, forename: 'Gruffudd', date_of_birth: '2012-01-31', identifiers };
    expect(linksOf(person('the-person', brother), [child])).toEqual([]);
  });
});

describe('linking records', () => {
  const all = linkRecords(linkage, WORLD.people, WORLD.children).links;

  it('links a person to one child at most, and gives reasons without names', () => {
    const certain = all.filter(({ matchStatus }) => matchStatus === 'certain');
    expect(new Set(certain.map((each) => each.person)).size).toBe(certain.length);
    const people = new Map([...WORLD.people, ...WORLD.children].map((each) => [each.person, each]));
    for (const { person: id, weight, fields } of certain.slice(0, 50)) {
      expect(fields.reduce((sum, each) => sum + each.weight, 0)).toBeCloseTo(weight, 9);
      const told = JSON.stringify(fields);
      const { forename, surname, date_of_birth, postcode } = people.get(id) ?? {};
      for (const hidden of [forename, surname, date_of_birth, postcode])
        if (hidden) expect(told).not.toContain(hidden);
    }
  });

  it('gives the same result for any order of the records', () => {
    const turned = linkRecords(linkage, [...WORLD.people].reverse(), [...WORLD.children].reverse());
    expect(turned.links).toEqual(all);
  });

  it('leaves the decision to a person if two children fit equally well', () => {
    const twice = ['a', 'b'].map((id) => person(id, { ...HOME, forename: 'Aled' }));
    const found = linksOf(person('the-person', { ...HOME, forename: 'Aled' }), twice);
    expect(found.map(({ matchStatus, reasons }) => [matchStatus, reasons])).toEqual([
      ['proposed', ['two_children']],
      ['proposed', ['two_children']],
    ]);
  });

  it.each([0, 1, 2])('uses the declared model with %i records', (count) => {
    const [people, children] = [WORLD.people.slice(0, count), WORLD.children.slice(0, count)];
    const { model } = linkRecords(linkage, people, children);
    expect(model.prior).toBeGreaterThan(0);
    expect(model.prior).toBeLessThan(1);
    expect(model.m.birth['same']).toBeCloseTo(
      linkage.declared.fields.birth.levels['same']?.m ?? NaN,
      1,
    );
  });
});

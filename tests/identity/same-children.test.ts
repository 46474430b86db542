// Children who stand in one list under two numbers: which are found, and twins and others who are not.
import { describe, expect, it } from 'vitest';
import type { Person } from '../../pipeline/identity/person.js';
import { countRepeats, findSameChildren } from '../../pipeline/identity/same-children.js';
import { linkage, otherForms } from './declared.js';
import { population } from './febrl.js';

const QUILL: Omit<Person, 'person'> = {
  forename: 'Quill',
  surname: 'Fennimore',
  date_of_birth: '2007-03-01',
  postcode: 'QX1 1AA',
  sex: 'Female',
  identifiers: {},
};
const STRANGERS = population(
  {
    ...{ seed: 5, children: 60, duplicates: 0, most: 1, spread: 'uniform', strangers: 0 },
    ...{ ofField: 1, ofRecord: 1 },
  },
  otherForms(),
).children;

function findBeside(changed: Partial<Person>, others: readonly Person[] = []): number {
  const pair = [
    { ...QUILL, person: 'Y1', identifiers: { ours: 'Y1' } },
    { ...QUILL, ...changed, person: 'Y2', identifiers: { ours: 'Y2' } },
  ];
  return findSameChildren(linkage, [...STRANGERS, ...others, ...pair]).length;
}

describe('a child under two numbers', () => {
  it.each<[string, Partial<Person>]>([
    ['all the same', {}],
    ['a slip in the surname', { surname: 'Fenimore' }],
    ['another postcode', { postcode: 'QX9 4ZZ' }],
    ['no postcode', { postcode: null }],
    ['day and month changed about', { date_of_birth: '2007-01-03' }],
    ['a second forename', { forename: 'Quill Rose' }],
    ['a new surname', { surname: 'Marlscombe' }],
  ])('is found with %s', (_, changed) => {
    expect(findBeside(changed)).toBe(1);
  });

  it.each<[string, Partial<Person>]>([
    ['a twin', { forename: 'Tansy' }],
    ['a twin with a name like it', { forename: 'Quinn' }],
    ['a twin brother', { forename: 'Bryn', sex: 'Male' }],
    ['a sister born later', { forename: 'Tansy', date_of_birth: '2008-09-14' }],
    ['a namesake', { date_of_birth: '2009-11-23', postcode: 'QX9 4ZZ' }],
    ['a namesake of the same house', { date_of_birth: '2009-11-23' }],
    ['a record of the birthday alone', { forename: null, surname: null, postcode: null }],
  ])('is not %s', (_, changed) => {
    expect(findBeside(changed)).toBe(0);
  });

  it('is not taken from a home where everybody has one postcode and one birthday', () => {
    const home = STRANGERS.map((each) => ({
      ...each,
      postcode: 'QX1 1AA',
      date_of_birth: '2007-01-01',
    }));
    expect(findSameChildren(linkage, home)).toEqual([]);
  });
});

describe('a whole service', () => {
  const { children, people, truth } = population(
    {
      ...{ seed: 23, children: 400, duplicates: 130, most: 1, spread: 'uniform', strangers: 0 },
      ...{ ofField: 1, ofRecord: 1 },
    },
    otherForms(),
  );
  const found = findSameChildren(linkage, [...children, ...people]);

  it('of two systems side by side gives nearly all that are twice, and nobody else', () => {
    const right = found.filter(
      ({ one, other }) => truth.get(one) === other || truth.get(other) === one,
    );
    expect(right.length).toBeGreaterThanOrEqual(125);
    expect(found.length - right.length).toBe(0);
  });

  it('gives the same whatever the order of the list', () => {
    expect(findSameChildren(linkage, [...people, ...children].reverse())).toEqual(found);
  });

  it('without anybody twice gives nobody', () => {
    expect(findSameChildren(linkage, children)).toEqual([]);
  });
});

it('counts a child of three numbers twice, and separate children once each', () => {
  const pairs = ['a b', 'b c', 'a c', 'd e'].map((text) => {
    const [one = '', other = ''] = text.split(' ');
    return { one, other };
  });
  expect(countRepeats(pairs)).toBe(3);
  expect(countRepeats([])).toBe(0);
});

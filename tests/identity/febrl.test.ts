// Records with FEBRL's errors: nobody is linked wrongly, and few are missed.
import { describe, expect, it } from 'vitest';
import { linkRecords } from '../../pipeline/identity/link.js';
import { linkage, otherForms } from './declared.js';
import { population, type Setting } from './febrl.js';

/** Febrl's sets 1 to 4 by their published sizes and spread; how many modifications each has is not said with them. */
const SETS: readonly (readonly [string, Setting, { certain: number; found: number }])[] = [
  [
    'set 1',
    {
      seed: 1,
      children: 500,
      duplicates: 500,
      most: 1,
      spread: 'uniform',
      ofField: 1,
      ofRecord: 1,
      strangers: 0,
    },
    { certain: 0.96, found: 0.99 },
  ],
  [
    'set 2',
    {
      seed: 2,
      children: 4000,
      duplicates: 1000,
      most: 5,
      spread: 'poisson',
      ofField: 1,
      ofRecord: 3,
      strangers: 0,
    },
    { certain: 0.91, found: 0.97 },
  ],
  [
    'set 3',
    {
      seed: 3,
      children: 2000,
      duplicates: 3000,
      most: 5,
      spread: 'zipf',
      ofField: 3,
      ofRecord: 10,
      strangers: 0,
    },
    { certain: 0.45, found: 0.75 },
  ],
  [
    'set 4',
    {
      seed: 4,
      children: 5000,
      duplicates: 5000,
      most: 1,
      spread: 'uniform',
      ofField: 1,
      ofRecord: 1,
      strangers: 0,
    },
    { certain: 0.96, found: 0.99 },
  ],
];

describe('linking records with FEBRL errors', () => {
  it.each(SETS)('%s: links nobody wrongly', (_, setting, least) => {
    const { people, children, truth } = population(setting, otherForms());
    const { links } = linkRecords(linkage, people, children);
    const certain = links.filter(({ matchStatus }) => matchStatus === 'certain');
    const right = links.filter((each) => truth.get(each.person) === each.child);
    expect(certain.filter((each) => truth.get(each.person) !== each.child)).toEqual([]);
    expect(certain.length / truth.size).toBeGreaterThan(least.certain);
    expect(right.length / truth.size).toBeGreaterThan(least.found);
  });
});

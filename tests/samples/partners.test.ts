// Partners' extracts in the samples: whose records they are, and what stands in the way of telling.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groupBy, readRows, type Row } from './extracts.js';

const folder = join(import.meta.dirname, '../../data-samples/demonstration');
const children = groupBy(readRows(folder, 'children'), 'child_id');

/** Each partner's extracts. */
const PARTNERS: Readonly<Record<string, readonly string[]>> = {
  education: ['school_attendance', 'school_exclusions', 'learning_plans'],
  social_care: ['care_children'],
  health: ['health_referrals'],
  police: ['arrests', 'voluntary_interviews', 'police_outcomes'],
};
const WHO = ['forename', 'surname', 'date_of_birth', 'postcode', 'sex'];

/** Whether a partner's row has a name and a birthday of a child, to the letter. */
function agrees(row: Row, child: Row | undefined): boolean {
  return WHO.slice(0, 3).every((column) => row[column] === child?.[column]);
}

/** Partners that once gave one number to two people. */
const GAVE_AGAIN = ['police'];

describe.each(Object.entries(PARTNERS))('%s', (partner, extracts) => {
  const rows = extracts.flatMap((extract) => readRows(folder, extract));
  const persons = [...groupBy(rows, 'person_id').values()];
  const named = persons.flatMap(([row]) => (row?.['yjs_id'] ? [row] : []));
  const childOf = (row: Row): Row | undefined => children.get(row['yjs_id'] ?? '')?.[0];

  test('writes who it is alike on all the rows of a number, but for one that it gave twice', () => {
    const differing = persons.filter((own) =>
      ['yjs_id', ...WHO].some((column) => new Set(own.map((row) => row[column])).size > 1),
    );
    expect(differing).toHaveLength(GAVE_AGAIN.includes(partner) ? 1 : 0);
  });

  test('writes our number of a child for many persons, not all, and only ones that are', () => {
    expect(named.filter((row) => childOf(row) === undefined)).toEqual([]);
    expect(named.length / persons.length).toBeGreaterThan(0.4);
    expect(named.length / persons.length).toBeLessThan(0.8);
  });

  test('spells some children otherwise, and has our number of one on somebody else', () => {
    const otherwise = named.filter((row) => !agrees(row, childOf(row)));
    expect(otherwise.length / named.length).toBeGreaterThan(0.15);
    expect(otherwise.length / named.length).toBeLessThan(0.45);
    const shared = [...groupBy(named, 'yjs_id').values()].filter((own) => own.length > 1);
    expect(shared).toHaveLength(1);
  });

  test('has people whom the service does not know, some of them twins of its children', () => {
    const all = [...children.values()].flat();
    const alike = (row: Row | undefined, columns: readonly string[]): boolean =>
      all.some((child) => columns.every((column) => row?.[column] === child[column]));
    const unnamed = persons.map(([row]) => row).filter((row) => row?.['yjs_id'] === '');
    const birthday = ['surname', 'date_of_birth', 'postcode'];
    const twins = unnamed.filter(
      (row) => alike(row, birthday) && !alike(row, ['forename', ...birthday]),
    );
    expect(twins.length).toBeGreaterThan(0);
    const strangers = unnamed.filter((row) => !alike(row, ['date_of_birth', 'postcode']));
    expect(strangers.length).toBeGreaterThan(10);
  });
});

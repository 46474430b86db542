// The sample extracts hold together, nobody in them is real, and the generator still makes them byte for byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORENAMES, SURNAMES } from '../../data-samples/generator/names.js';
import { sampleFiles } from '../../data-samples/generator/samples.js';
import { age, Counted } from './counts.js';
import { groupBy, iso, readRows, type Row } from './extracts.js';

const samples = join(import.meta.dirname, '../../data-samples');
const folder = join(samples, 'demonstration');
const extract = (name: string): Row[] => readRows(folder, name);

/** Written by hand and not by the generator. */
const BY_HAND = /README\.md$|service\.yaml$|\.key$|^generator\//;

test('running the generator again gives the committed files, all of them and no others', () => {
  const made = sampleFiles();
  const kept = readdirSync(samples, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(samples.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !BY_HAND.test(path));
  expect(kept.sort()).toEqual([...made.keys()].sort());
  for (const [path, content] of made)
    expect(Buffer.from(content).equals(readFileSync(join(samples, path))), path).toBe(true);
});

describe('identity', () => {
  test('every name is from the invented lists, and Welsh letters are among them', () => {
    const children = extract('children');
    for (const child of children) {
      expect(FORENAMES).toContain(child['forename']);
      expect(SURNAMES).toContain(child['surname']);
    }
    const letters = children
      .map((child) => `${child['forename'] ?? ''}${child['surname'] ?? ''}`)
      .join('');
    expect(
      ['ŵ', 'ŷ', 'â', 'ê', 'î', 'ô', 'û'].filter((letter) => !letters.includes(letter)),
    ).toEqual([]);
  });

  test('no postcode is in an area that exists', () => {
    expect(
      extract('children').every((child) => /^QX[1-9] [1-9][A-Z]{2}$/.test(child['postcode'] ?? '')),
    ).toBe(true);
  });
});

describe('integrity', () => {
  test.each([
    ['children', 'child_id'],
    ['offences', 'offence_id'],
    ['outcomes', 'outcome_id'],
    ['interventions', 'intervention_id'],
    ['custody', 'episode_id'],
    ['assessments', 'assessment_id'],
  ])('%s has no two rows with one %s', (name, key) => {
    const rows = extract(name);
    expect(groupBy(rows, key).size).toBe(rows.length);
  });

  test.each([
    ['offences', 'child_id', 'children'],
    ['outcomes', 'child_id', 'children'],
    ['outcome_offences', 'outcome_id', 'outcomes'],
    ['outcome_offences', 'offence_id', 'offences'],
    ['interventions', 'child_id', 'children'],
    ['interventions', 'outcome_id', 'outcomes'],
    ['custody', 'child_id', 'children'],
    ['assessments', 'child_id', 'children'],
    ['assessments', 'intervention_id', 'interventions'],
    ['needs', 'assessment_id', 'assessments'],
    ['kpi_snapshots', 'intervention_id', 'interventions'],
    ['referrals', 'child_id', 'children'],
    ['referrals', 'intervention_id', 'interventions'],
    ['court_reports', 'outcome_id', 'outcomes'],
    ['remand_decisions', 'child_id', 'children'],
    ['sessions', 'intervention_id', 'interventions'],
    ['parenting_support', 'child_id', 'children'],
    ['feedback', 'intervention_id', 'interventions'],
    ['soft_outcomes', 'intervention_id', 'interventions'],
    ['exploitation', 'child_id', 'children'],
    ['missing_episodes', 'child_id', 'children'],
    ['audits', 'intervention_id', 'interventions'],
    ['care_episodes', 'person_id', 'care_children'],
    ['care_plans', 'person_id', 'care_children'],
  ])('%s: each %s is in %s', (name, column, target) => {
    const known = groupBy(extract(target), column);
    const strays = extract(name).filter(
      (row) => row[column] !== '' && !known.has(row[column] ?? ''),
    );
    expect(strays).toEqual([]);
  });

  test('an outcome deals only with offences of the same child, committed earlier, at ages 10 to 17', () => {
    const children = groupBy(extract('children'), 'child_id');
    const offences = groupBy(extract('offences'), 'offence_id');
    const outcomes = groupBy(extract('outcomes'), 'outcome_id');
    for (const link of extract('outcome_offences')) {
      const [offence] = offences.get(link['offence_id'] ?? '') ?? [];
      const [outcome] = outcomes.get(link['outcome_id'] ?? '') ?? [];
      expect(outcome?.['child_id']).toBe(offence?.['child_id']);
      const committed = iso(offence?.['offence_date']);
      expect(committed < iso(outcome?.['outcome_date'])).toBe(true);
      const born = iso(children.get(offence?.['child_id'] ?? '')?.[0]?.['date_of_birth']);
      expect([10, 11, 12, 13, 14, 15, 16, 17]).toContain(age(born, committed));
    }
  });

  test.each([
    ['interventions', 'start_date', 'end_date'],
    ['custody', 'start_date', 'end_date'],
    ['referrals', 'referred_on', 'offered_on'],
    ['referrals', 'offered_on', 'started_on'],
    ['parenting_support', 'supported_on', 'started_on'],
    ['parenting_support', 'started_on', 'completed_on'],
    ['soft_outcomes', 'start_on', 'end_on'],
    ['missing_episodes', 'missing_from', 'found_on'],
    ['escalations', 'raised_on', 'resolved_on'],
    ['school_attendance', 'period_from', 'period_to'],
    ['learning_plans', 'started_on', 'ended_on'],
    ['care_episodes', 'started_on', 'ended_on'],
    ['care_plans', 'started_on', 'ended_on'],
    ['health_referrals', 'referred_on', 'seen_on'],
  ])('%s: nothing ends before it starts or after the extract was taken', (name, start, end) => {
    const ended = extract(name).filter((row) => row[end] !== '');
    expect(
      ended.filter((row) => iso(row[end]) < iso(row[start]) || iso(row[end]) > '2023-03-31'),
    ).toEqual([]);
  });
});

describe('what a reader would stumble over is there', () => {
  const service = new Counted(folder);
  const all = extract('children');

  test('children of other authorities, with formal outcomes that must not be counted', () => {
    const strangers = new Set(
      all.filter((row) => !service.child.has(row['child_id'] ?? '')).map((row) => row['child_id']),
    );
    const outcomes = extract('outcomes').filter((row) => strangers.has(row['child_id']));
    expect(outcomes.filter((row) => service.isFormal(row)).length).toBeGreaterThan(3);
  });

  test('blanks, moves, Welsh speakers, and formal outcomes elsewhere', () => {
    const having = (column: string, value: RegExp): number =>
      all.filter((row) => value.test(row[column] ?? '')).length;
    expect(having('sex', /^$/)).toBe(2);
    for (const value of ['yes', 'no', ''])
      expect(having('looked_after', new RegExp(`^${value}$`))).toBeGreaterThan(20);
    expect(having('preferred_language', /^Welsh$/)).toBeGreaterThan(20);
    expect(having('transferred_in_on', /./)).toBeGreaterThan(5);
    expect(having('transferred_out_on', /./)).toBeGreaterThan(5);
    expect(having('prior_formal_outcome_elsewhere', /^yes$/)).toBeGreaterThan(5);
  });

  test('an eighteenth birthday between offence and outcome, for children first dealt with formally then', () => {
    const late = service.children.filter((child) => {
      const first = service.firstFormal(child['child_id'] ?? '');
      return first !== '' && age(iso(child['date_of_birth']), first) === 18;
    });
    expect(late.length).toBeGreaterThan(5);
  });

  test('diversion that came back as a formal outcome, and offences with no outcome', () => {
    const dealtWith = groupBy(extract('outcome_offences'), 'offence_id');
    const kinds = [...dealtWith.values()].map((links) =>
      links
        .map((link) => service.outcomeById.get(link['outcome_id'] ?? ''))
        .filter((row) => row !== undefined),
    );
    const both = kinds.filter(
      (outcomes) => new Set(outcomes.map((row) => service.isFormal(row))).size === 2,
    );
    expect(both.length).toBeGreaterThan(4);
    expect(
      extract('offences').filter((row) => !dealtWith.has(row['offence_id'] ?? '')).length,
    ).toBeGreaterThan(5);
  });

  test('Reprimands on both sides of 8 April 2013', () => {
    const days = extract('outcomes')
      .filter((row) => row['outcome_type'] === 'Reprimand')
      .map((row) => iso(row['outcome_date']));
    expect(days.filter((day) => day < '2013-04-08')).toHaveLength(1);
    expect(days.filter((day) => day >= '2013-04-08').length).toBeGreaterThan(3);
  });

  test('a remand that begins in one year and ends in the next', () => {
    const across = extract('custody').filter(
      (row) =>
        iso(row['start_date']) < '2022-04-01' &&
        iso(row['end_date']) >= '2022-04-01' &&
        row['kind'] !== 'Custodial sentence',
    );
    expect(across.length).toBeGreaterThan(0);
  });
});

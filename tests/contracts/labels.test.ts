// Every label a service may send: of each list in both languages, of published lists, with its code beside it or alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { findLabel, normaliseLabel, type CodeList } from '../../pipeline/contracts/codes.js';
import { findCodedLabel } from '../../pipeline/contracts/labels.js';
import { applySchemes, findSchemes } from '../../pipeline/contracts/schemes.js';
import { theProject } from '../project.js';

const { codes, contracts, folder } = theProject();
const CODES = join(folder, 'queries', 'codes');

function list(name: string): CodeList {
  const found = codes.get(name);
  if (!found) throw new Error(`no list ${name}`);
  return found;
}

function readRows(file: string): Record<string, string>[] {
  const text = readFileSync(join(CODES, file), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function detail(label: string | null): string | undefined {
  const row = readRows('ethnicity.csv').find((each) => each['label'] === label);
  return row?.['group'];
}

describe.each(readdirSync(CODES))('the list %s', (file) => {
  const rows = readRows(file);
  const own = list(file.replace('.csv', ''));

  it('knows each of its labels in English and Welsh, and none by two meanings', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { label = '', also = '' } of rows)
      for (const spelling of [label, ...also.split('|')].filter((each) => each.trim() !== ''))
        meanings.set(
          normaliseLabel(spelling),
          (meanings.get(normaliseLabel(spelling)) ?? new Set()).add(label),
        );
    expect([...meanings].filter(([, labels]) => labels.size > 1)).toEqual([]);
    const shared = rows.filter(({ cy, label }) =>
      rows.some((other) => other['cy'] === cy && other['label'] !== label),
    );
    for (const { label = '', cy = '' } of rows) {
      expect(findLabel(own, label)).toBe(label);
      if (!shared.some((each) => each['cy'] === cy) && !meanings.has(normaliseLabel(cy)))
        expect(findLabel(own, cy)).toBe(label);
    }
  });
});

describe('the labels of the pack in Welsh', () => {
  it.each([
    ['sex', 'Merched', 'Female'],
    ['sex', 'Bechgyn', 'Male'],
    ['ethnicity', 'Anhysbys', 'Not known'],
    ['language', 'Iaith arall', 'Other'],
    ['need', 'Presenoldeb', 'Attendance'],
    ['outcome_type', 'Rhybudd Ieuenctid', 'Youth Caution'],
    [
      'offence_category',
      'Dwyn a thrin nwyddau wedi\u2019u dwyn',
      'Theft and Handling Stolen Goods',
    ],
    ['offence_category', "Dwyn a thrin nwyddau wedi'u dwyn", 'Theft and Handling Stolen Goods'],
  ])('%s: %s', (name, text, label) => {
    expect(findLabel(list(name), text)).toBe(label);
  });
});

describe('labels that services send', () => {
  it.each([
    ['custody_kind', 'Remand to youth detention', 'Remand to youth detention accommodation'],
    ['language', 'Polish', 'Other'],
    ['language', 'Pwyleg', 'Other'],
    ['language', 'British Sign Language', 'Other'],
    ['programme', 'Detention and Training Order', 'Custody and resettlement'],
    ['programme', 'Youth Rehabilitation Order with ISS', 'Youth Rehabilitation Order'],
    ['programme', 'Community Resolution', 'Diversion'],
    ['programme', 'Outcome 22', 'Diversion'],
    ['offence_category', 'Non - Domestic Burglary', 'Non-Domestic Burglary'],
  ])('%s: %s', (name, text, label) => {
    expect(findLabel(list(name), text)).toBe(label);
  });

  it('are not taken for another because they begin or end like one', () => {
    expect(findCodedLabel(list('offence_category'), 'Attempted - Robbery')).toBeNull();
    expect(findCodedLabel(list('offence_category'), 'NOT - Robbery')).toBeNull();
    expect(findCodedLabel(list('custody_kind'), 'Custodial sentence (suspended)')).toBeNull();
    expect(findLabel(list('language'), 'Klingon')).toBeNull();
  });
});

describe('ethnicity', () => {
  /** Self-defined ethnicity in the files of data.police.uk, 2023. */
  const POLICE = [
    ['White - English/Welsh/Scottish/Northern Irish/British', 'White'],
    ['White - Irish', 'White'],
    ['White - Gypsy or Irish Traveller', 'White'],
    ['White - Any other White background', 'White'],
    ['Mixed/Multiple ethnic groups - White and Black Caribbean', 'Mixed'],
    ['Mixed/Multiple ethnic groups - White and Black African', 'Mixed'],
    ['Mixed/Multiple ethnic groups - White and Asian', 'Mixed'],
    ['Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background', 'Mixed'],
    ['Asian/Asian British - Indian', 'Asian'],
    ['Asian/Asian British - Pakistani', 'Asian'],
    ['Asian/Asian British - Bangladeshi', 'Asian'],
    ['Asian/Asian British - Chinese', 'Asian'],
    ['Asian/Asian British - Any other Asian background', 'Asian'],
    ['Black/African/Caribbean/Black British - African', 'Black'],
    ['Black/African/Caribbean/Black British - Caribbean', 'Black'],
    [
      'Black/African/Caribbean/Black British - Any other Black/African/Caribbean background',
      'Black',
    ],
    ['Other ethnic group - Arab', 'Other'],
    ['Other ethnic group - Any other ethnic group', 'Other'],
    ['Other ethnic group - Not stated', 'Not known'],
  ] as const;

  it.each(POLICE)('of the police: %s', (text, group) => {
    expect(detail(findLabel(list('ethnicity'), text))).toBe(group);
  });

  /** NHS Data Dictionary: ethnic category, as its labels are written. */
  it.each([
    ['White - British', 'White British'],
    ['Mixed - Any other mixed background', 'Any other Mixed background'],
    ['Asian or Asian British - Any other Asian background', 'Any other Asian background'],
    ['Black or Black British - Any other Black background', 'Any other Black background'],
    ['Other Ethnic Groups - Chinese', 'Chinese'],
    ['Other Ethnic Groups - Any other ethnic group', 'Any other ethnic group'],
  ])('of the NHS: %s', (text, label) => {
    expect(findLabel(list('ethnicity'), text)).toBe(label);
  });

  /** Common Basic Data Set of the Department for Education: ethnicity, main and extended codes. */
  it.each([
    [
      'WBRI WENG WSCO WWEL WCOR WOWB WIRI WIRT WROM WOTH WALB WBOS WCRO WITA WKOS WPOR WSER WEEU',
      'White',
    ],
    ['MWBC MWBA MWAS MWAP MWAI MOTH MAOE MBOE MCOE MWOE', 'Mixed'],
    ['AIND APKN AMPK AKPA ABAN AOTH AAFR AKAO ANEP ASLT AOTA CHNE CHKC COCH', 'Asian'],
    ['BCRB BAFR BANN BCON BGHA BNGN BSOM BAOF BOTH BEUR BOTB', 'Black'],
    ['OOTH OAFG OIRN OIRQ OKRD OVIE OYEM OOEG OARA', 'Other'],
    ['REFU NOBT', 'Not known'],
  ])('of education: %s', (all, group) => {
    for (const code of all.split(' '))
      expect([code, detail(findLabel(list('ethnicity'), code))]).toEqual([code, group]);
  });

  it.each([
    ['W1 - White British', 'White British'],
    ['W1 – White British', 'White British'],
    ['W1: White British', 'White British'],
    ['W1 White British', 'White British'],
    ['a) WBRI', 'White British'],
    ['(A) WBRI', 'White British'],
    ['WBRI - White British', 'White British'],
    ['White British (WBRI)', 'White British'],
    ['A1 - White British', 'White British'],
    ['1. Indian', 'Indian'],
    ['AIND - Pakistani', null],
    ['Indian (APKN)', null],
  ])('with a code: %s is %s', (text, label) => {
    const own = list('ethnicity');
    expect(findLabel(own, text) ?? findCodedLabel(own, text)).toBe(label);
  });
});

describe('a bare code', () => {
  const BARE = ['A1', 'B1', 'W1', 'M9', 'O1', 'A', 'Z', '99'];

  it('has no meaning of its own, and its schemes are known', () => {
    for (const code of BARE) expect(findLabel(list('ethnicity'), code)).toBeNull();
    expect(findSchemes(list('ethnicity'), 'a1')).toEqual(['police_self_defined']);
    expect(findSchemes(list('ethnicity'), 'Z')).toEqual(['nhs']);
  });

  it.each([
    [
      'police_self_defined',
      { A1: 'Indian', O1: 'Chinese', A4: 'Chinese', W3: 'Gypsy or Irish Traveller' },
    ],
    [
      'nhs',
      {
        A: 'White British',
        M: 'Black Caribbean',
        R: 'Chinese',
        Z: 'Not stated',
        '99': 'Not known',
      },
    ],
  ])('means what the scheme %s says, where it is declared', (scheme, meanings) => {
    const children = contracts.find(({ extract }) => extract === 'children');
    if (!children) throw new Error('no contract');
    const applied = applySchemes(children, codes, { children: { ethnicity: scheme } });
    const own = applied.get('ethnicity') as CodeList;
    for (const [code, label] of Object.entries(meanings)) expect(findLabel(own, code)).toBe(label);
    expect(() => applySchemes(children, codes, { children: { ethnicity: 'ours' } })).toThrow();
    expect(() => applySchemes(children, codes, { children: { postcode: scheme } })).toThrow();
  });
});

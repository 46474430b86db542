// How names, dates of birth and postcodes are compared: published similarities, and real typing errors.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createComparison } from '../../pipeline/identity/compare.js';
import { measureSimilarity } from '../../pipeline/identity/jaro-winkler.js';
import { parseName } from '../../pipeline/identity/name.js';
import { prepareTraits, type Person } from '../../pipeline/identity/person.js';
import { parsePostcode } from '../../pipeline/identity/place.js';
import { isOneEdit } from '../../pipeline/identity/edit-distance.js';
import { encodeSoundex } from '../../pipeline/identity/phonetic.js';
import { linkage } from './declared.js';

const NOBODY: Person = {
  person: 'p',
  forename: null,
  surname: null,
  date_of_birth: null,
  postcode: null,
  sex: null,
  identifiers: {},
};
const COMMON = new Set(['ella', 'ellie', 'elsie', 'jayden', 'kayden']);
const compare = createComparison(linkage, (name) => (COMMON.has(name) ? 9 : 0));
const compared = (one: Partial<Person>, other: Partial<Person>): ReturnType<typeof compare> =>
  compare(prepareTraits({ ...NOBODY, ...one }, []), prepareTraits({ ...NOBODY, ...other }, []));

describe('similarity of two words', () => {
  // Winkler, "The State of Record Linkage and Current Research Problems" (1999), table 6, to three places.
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896],
    ['NICHLESON', 'NICHULSON', 0.956],
    ['JONES', 'JOHNSON', 0.832],
    ['MASSEY', 'MASSIE', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
    ['MARHTA', 'MARTHA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSON', 0.832],
  ])('%s and %s have similarity %f', (one, other, alike) => {
    expect(measureSimilarity(one, other)).toBeCloseTo(alike, 2);
  });

  it('is 1 for equal words, 0 for words that share no letter, and symmetric', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(measureSimilarity(one, one)).toBe(1);
        expect(measureSimilarity(one, other)).toBeCloseTo(measureSimilarity(other, one), 10);
        expect(measureSimilarity(one, other)).toBeLessThanOrEqual(1);
      }),
    );
    expect(measureSimilarity('abc', 'xyz')).toBe(0);
  });

  it('is exact above the minimum asked for, and below it otherwise', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'n', 'ŵ'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, least) => {
        const whole = measureSimilarity(one, other);
        const asked = measureSimilarity(one, other, least);
        if (whole >= least) expect(asked).toBe(whole);
        else expect([0, whole]).toContain(asked);
      }),
      { numRuns: 2000 },
    );
    expect(measureSimilarity('abigail', 'thomas', 0.85)).toBe(0);
    expect(measureSimilarity('abigail', 'thomas')).toBeGreaterThan(0);
  });
});

describe('one edit', () => {
  it('is an extra, missing or changed letter, or two swapped letters, and nothing else', () => {
    for (const slip of ['megan', 'megn', 'meagan', 'megen', 'emgan'].slice(1))
      expect([slip, isOneEdit('megan', slip)]).toEqual([slip, true]);
    for (const other of ['megan', 'mgn', 'meagean', 'nagem', 'egamn'])
      expect([other, isOneEdit('megan', other)]).toEqual([other, false]);
  });
});

describe('parsing a name', () => {
  it.each([
    ['Siôn', 'SION'],
    ['Mary Ann', 'Mary-Ann'],
    ['St John', 'St. John'],
    ["O'Brien", 'OBRIEN'],
    ['  Gŵen ', 'gwen'],
    ['ap Rhys', 'Rhys'],
    ['Łukasz', 'Lukasz'],
  ])('%s equals %s', (one, other) => {
    expect(parseName(one)?.whole).toBe(parseName(other)?.whole);
  });

  it('gives null for text without letters', () => {
    for (const none of [null, '', '  ', '-', '?']) expect(parseName(none)).toBeNull();
    expect(parseName('Ap')?.whole).toBe('ap');
  });

  it.each([
    ['Robert', 'r163'],
    ['Rupert', 'r163'],
    ['Ashcraft', 'a261'],
    ['Tymczak', 't522'],
    ['Pfister', 'p236'],
  ])('%s has the Soundex code %s of the National Archives', (name, code) => {
    expect(encodeSoundex(name.toLowerCase())).toBe(code);
  });
});

describe('comparing forenames', () => {
  it.each([
    ['Siôn', 'Sion', 'same'],
    ['William', 'Billy', 'nickname'],
    ['Billy', 'Will', 'nickname'],
    ['Dafydd', 'Dai', 'nickname'],
    ['Amelia Jane', 'Amelia', 'part'],
    ['Kai', 'Kai-Leigh', 'alike'],
    ['Caitlin', 'Catilin', 'slip'],
    ['Ella', 'Ellie', 'different'],
    ['Ellie', 'Elsie', 'alike'],
    ['Mohammed Ali', 'Mohammed Amir', 'alike'],
    ['Jayden', 'Kayden', 'alike'],
    ['Thomas James', 'Tom Alun', 'alike'],
    ['J', 'Jack', 'alike'],
    ['Emma', 'Emily', 'different'],
    ['Priya', 'Tom', 'different'],
    ['', 'Tom', 'missing'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(compared({ forename: one }, { forename: other }).forename).toBe(level);
    expect(compared({ forename: other }, { forename: one }).forename).toBe(level);
  });
});

describe('comparing surnames', () => {
  it.each([
    ['Hughes-Parry', 'Parry', 'part'],
    ['Hughes Parry', 'Parry-Hughes', 'part'],
    ['Griffiths', 'Griffths', 'slip'],
    ['Evans', 'Hughes', 'different'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(compared({ surname: one }, { surname: other }).surname).toBe(level);
  });

  it('detects forename and surname that are swapped', () => {
    const one = { forename: 'Megan', surname: 'Pritchard' };
    const other = { forename: 'Pritchard', surname: 'Megan' };
    expect(compared(one, other)).toMatchObject({
      forename: 'same',
      surname: 'same',
      order: 'swapped',
    });
    expect(compared(one, one).order).toBe('straight');
  });
});

describe('comparing dates of birth', () => {
  it.each([
    ['2009-03-05', '2009-03-05', 'same'],
    ['2009-03-05', '2009-05-03', 'swapped'],
    ['2009-03-05', '2009-03-06', 'slip'],
    ['2009-03-12', '2009-03-21', 'slip'],
    ['2009-03-05', '2010-03-05', 'slip'],
    ['2009-03-05', '2009-03-28', 'part'],
    ['2009-03-05', '2010-08-14', 'different'],
    ['1985-05-05', '2009-05-05', 'different'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(compared({ date_of_birth: one }, { date_of_birth: other }).birth).toBe(level);
  });

  it('treats a placeholder day as not known', () => {
    const { declared } = linkage;
    for (const date_of_birth of declared.no_birth_date)
      expect(prepareTraits({ ...NOBODY, date_of_birth }, declared.no_birth_date).birth).toBeNull();
  });
});

describe('comparing postcodes', () => {
  it.each([
    ['CH5 1AB', 'ch51ab', 'same'],
    ['CH5 1AB', 'CH5 1AC', 'slip'],
    ['CH5 1AB', 'CH5 1XY', 'sector'],
    ['CH5 1AB', 'CH5 4XY', 'district'],
    ['NE1 1AA', 'TR1 1AA', 'different'],
    ['ZZ99 3VZ', 'ZZ99 3VZ', 'missing'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(compared({ postcode: one }, { postcode: other }).postcode).toBe(level);
  });

  it('gives no sector or district for an unknown format', () => {
    expect(parsePostcode('12345')).toEqual({ whole: '12345', sector: null, district: null });
    expect(parsePostcode(' ')).toBeNull();
  });
});

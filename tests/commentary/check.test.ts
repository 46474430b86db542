// What an officer writes about the figures is checked against the figures, line by line, in both languages.
import { describe, expect, it } from 'vitest';
import { check, problemsIn } from './sample.js';
import { readProblem } from '../problems/words.js';

// First-time entrants: 28 (186.7 per 100,000), from 31: no clear change. Worked with: 130, from 174: lower.
// Sentenced to custody: 4, from 2: too few. Children who reoffend: 22 of 61 (36%), from 14 of 55 (25%): no clear change.
describe('checking commentary in English', () => {
  it.each([
    'First-time entrants fell from 31 to 28.',
    'First-time entrants fell to {{figure first_time_entrants}}, from {{figure first_time_entrants before}}.',
    'The rate of first-time entrants was 186.7 per 100,000 (95% interval 124.1–269.9).',
    'There were 28 first-time entrants in the year to 31 March 2023, 3 fewer than in 2021-22.',
    'First-time entrants did not rise, and this is no clear change.',
    'First-time entrants fell by 10%, which could be chance.',
    'Among girls, first-time entrants rose from 6 to 8.',
    'Children worked with fell sharply, from 174 to 130. This is clearly lower.',
    'The caseload fell by a quarter. It is significantly lower than the year before.',
    'Of 61 children, 36% reoffended: children who reoffend were 22, and that is no clear change.',
    'First-time entrants fell while children sentenced to custody rose from 2 to 4.',
    'We expect first-time entrants to rise to 40 next year.',
    'The panel met 6 times and set up 12 places.',
    'First-time entrants are children aged 10 to 17; they are followed for 12 months.',
  ])('accepts: %s', (text) => {
    expect(check('en', text)).toEqual([]);
  });

  it.each([
    ['First-time entrants rose sharply.', ['wrong-direction 6', 'overstated 6']],
    ['First-time entrants fell sharply.', ['overstated 6']],
    ['First-time entrants were 196.7 per 100,000.', ['wrong-value 6']],
    ['First-time entrants were 186.7 per 1,000.', ['wrong-unit 6']],
    ['First-time entrants were 28 per 100,000.', ['wrong-value 6']],
    ['There were 29 first-time entrants.', ['wrong-value 6']],
    ['First-time entrants fell from 28 to 31.', ['wrong-value 6', 'wrong-value 6']],
    ['First-time entrants fell significantly.', ['wrong-certainty 6']],
    ['There was no clear change in children worked with.', ['wrong-certainty 6']],
    ['Children sentenced to custody doubled.', ['few-children 6']],
    ['Children sentenced to custody rose by 100%.', ['few-children 6']],
    ['Children who reoffend rose to 63%.', ['wrong-value 6']],
    ['Children worked with halved.', ['wrong-value 6']],
    [
      'There were {{figure first_time_entrants}} entrants.\n\nIn May\nthe rate of first-time\nentrants rose.',
      ['wrong-direction 8'],
    ],
    ['{{figure first_time_entrants}} children came. The number rose.', ['wrong-direction 6']],
    ['- One.\n- First-time entrants were\n  unchanged.', ['wrong-direction 7']],
    ['### Custody fell\n\nChildren sentenced to custody: 4. They fell.', ['wrong-direction 8']],
    [
      '{{figure no_such_thing}} and {{figure reoffending_binary rate}}.',
      ['unknown-figure 6', 'unknown-figure 6'],
    ],
    ['First-time entrants: {{figure first_time_entrants}} per 100,000.', ['wrong-unit 6']],
    ['First-time entrants fell by 9%, from 31.', ['wrong-value 6']],
    ['Twelve children were first-time entrants.', ['wrong-value 6']],
  ])('rejects: %s', (text, problems) => {
    expect(problemsIn('en', text)).toEqual(problems);
  });

  it('reports what is wrong and the right figure', () => {
    const [problem] = check('en', 'First-time entrants rose.');
    expect(problem).toMatchObject({ kind: 'data', file: 'entrants.md', line: 6 });
    expect(readProblem(problem)?.what).toBe(
      'The text says "rose" of First-time entrants, and it fell.',
    );
    expect(readProblem(problem)?.fix).toContain('28 (186.7 per 100,000');
    expect(readProblem(problem)?.fix).toContain('the year before: 31, no clear change.');
  });
});

describe('checking commentary in Welsh', () => {
  it.each([
    'Gostyngodd nifer y newydd-ddyfodiaid tro cyntaf o 31 i 28.',
    'Y gyfradd ar gyfer newydd-ddyfodiaid tro cyntaf oedd 186.7 fesul 100,000.',
    'Ni chododd newydd-ddyfodiaid tro cyntaf, ac nid oes newid clir.',
    'Mae’r plant y gweithiwyd gyda nhw yn amlwg yn is: 130, o gymharu â 174.',
    'Cododd nifer y plant a ddedfrydwyd i’r ddalfa o 2 i 4.',
  ])('accepts: %s', (text) => {
    expect(check('cy', text)).toEqual([]);
  });

  it.each([
    ['Cododd newydd-ddyfodiaid tro cyntaf yn sydyn.', ['wrong-direction 6', 'overstated 6']],
    ['Bu gynnydd yn nifer y newydd-ddyfodiaid tro cyntaf.', ['wrong-direction 6']],
    ['Roedd newydd-ddyfodiaid tro cyntaf yn 196.7 fesul 100,000.', ['wrong-value 6']],
    ['Roedd newydd-ddyfodiaid tro cyntaf yn 186.7 fesul 1,000.', ['wrong-unit 6']],
    ['Mae gostyngiad arwyddocaol mewn newydd-ddyfodiaid tro cyntaf.', ['wrong-certainty 6']],
    ['Bu dyblu yn nifer y blant a ddedfrydwyd i’r ddalfa.', ['few-children 6']],
    ['Roedd saith o blant yn newydd-ddyfodiaid tro cyntaf.', ['wrong-value 6']],
  ])('rejects: %s', (text, problems) => {
    expect(problemsIn('cy', text)).toEqual(problems);
  });
});

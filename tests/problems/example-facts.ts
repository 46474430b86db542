// What fills each gap of the gallery: the facts that a real problem would carry, all of them invented.
import type { Fact, Facts } from '../../pipeline/domain/problem.js';

const HOLDER: Fact = {
  phrase: 'holder',
  facts: { pid: '4120', host: 'yjs-office', since: '2023-05-15T09:30:00Z' },
};

const REFERRING: Fact = [
  { phrase: 'extract-rows', facts: { extract: 'outcome_offences', rows: 212 } },
  { phrase: 'extract-rows', facts: { extract: 'custody', rows: 6 } },
];

/** By gap, what fills it where its code says nothing else. */
const USUAL: Readonly<Record<string, Fact>> = {
  ...{ file: 'outcomes.csv', line: '12', column: 'outcome_date', extract: 'outcomes' },
  ...{ extracts: ['outcomes'], name: 'ethnicity', names: ['outcomes', 'custody'] },
  ...{ wanted: ['outcome_id', 'child_id', 'outcome_date'], seen: ['Ref', 'Person', 'Day'] },
  ...{ headings: ['Outcome date', 'Date of outcome'], reason: 'EACCES', system: 'Core' },
  ...{ cells: 14, rows: 12, width: '9', most: '500', least: '32', first: '3', family: 'Inter' },
  ...{ list: 'outcome', nearest: 'Youth caution', others: ['Youth conditional caution'] },
  ...{ text: 'Youth cond. caution', place: 'pipeline/results/count.ts:12' },
  ...{ fault: { phrase: 'yaml-spaces' }, message: { phrase: 'refused-empty' } },
  ...{ key: 'tolerance.outcomes', known: ['service', 'nation', 'areas'], rule: 'reoffending' },
  ...{ choices: ['England', 'Wales'], chosen: 'reoffending: monthly', scheme: 'aa_census' },
  ...{ other: 'sex', columns: ['supplier', 'list', 'label', 'meaning'], id: 'new-system' },
  ...{ supplier: 'careworks', thing: { phrase: 'thing-measure' }, former: 'entrants' },
  ...{
    gap: 'count',
    folder: '/srv/yjs/extracts',
    lost: 130,
    records: 260,
    repeats: 130,
    referring: REFERRING,
  },
  ...{ day: '2023-05-15', pack: '2023-05-15', today: '2023-05-01', last: '2023-05-15' },
  ...{
    form: 'brief',
    shown: '2023-05-01T08:00:00Z',
    areas: ['Flintshire', 'Wrexham'],
    breakdown: 'need',
  },
  ...{ days: 120, children: 380, who: HOLDER, guarded: { phrase: 'guarded-store' } },
  ...{ codes: [{ phrase: 'code-rows', facts: { code: 'W06000006', rows: 12 } }], ours: 2 },
  ...{ whole: 1200, found: 22, expected: 1, area: 'W06000005', year: '2022' },
  ...{ ages: { phrase: 'ages', facts: { from: '10', to: '17' } }, division: { phrase: 'by-sex' } },
  ...{ source: 'mid-year estimates', added: 1350, before: 15_000 },
  ...{ earlier: '2021', after: 18_000, unlinked: 40, people: 50, linked: 3 },
  ...{ quarter: '2022-23 Q4', ends: '2023-03-31', measure: 'First-time entrants', figures: 3 },
  ...{ counts: 2, edition: 'public', named: 'cy', said: 'en', sections: ['courts', 'custody'] },
  ...{ editions: 'editions', path: 'Drugs use', labels: ['Drug use', 'Alcohol use'] },
  ...{ written: '{{figure entrants}}', word: 'rose', why: { phrase: 'why-fell' } },
  ...{ free: '0.4 GB', needed: '2.0 GB', version: '18.20.8', tried: '20.20, 22 and 24' },
  ...{ recommended: '24', release: '18', ended: '2025-04-30', browser: '/opt/chrome' },
  ...{ page: '3', channel: 'email', attempts: 4, numbers: ['4', '9'], typed: 'pakc' },
  ...{
    item: 'a1b2c3',
    near: 'pack',
    option: '--quarter',
    languages: ['en'],
    schedule: 'schedule.yaml',
  },
  ...{ confirmation: 'ERASE', copy: '/media/key.txt', options: ['--name', '--areas'] },
  ...{ command: 'check', letter: 'C', sheet: '2' },
};

/** By code, what fills a gap in another way there. */
const SPECIAL: Readonly<Record<string, Facts>> = {
  'missing-extract': { file: 'outcomes' },
  'no-declaration': { file: 'service.yaml' },
  'continued-sheet': { file: 'outcomes.xlsx' },
  'merged-cells': { file: 'outcomes.xlsx' },
  'swapped-dates': { file: 'outcomes.xlsx' },
  'unknown-file': { file: 'disposals.csv', name: 'outcomes_disposals.csv' },
  'unknown-code': {
    line: ',outcome,Youth cond. caution,Youth caution',
    text: 'Youth cond. caution',
  },
  'ragged-row': { cells: '8' },
  'damaged-delivery': { file: 'outcomes', names: ['outcomes.csv'] },
  'delivery-mended': { file: 'outcomes' },
  'not-known': { file: 'outcomes' },
  'no-folder': { name: 'extracts' },
  'no-extracts': { name: 'extracts' },
  'no-area-code': { others: 40 },
  'not-writable': { name: 'output' },
  'unreadable-folder': { name: 'extracts' },
  'bad-register': { today: 'Drug use', id: 'needs_profile', name: 'opened_quarter' },
  'altered-release': { names: ['figures.csv'] },
  fault: { name: 'TypeError' },
  'no-draft-edition': { names: ['public'] },
  'few-linked': { extract: 'care_plans' },
  'count-exposed-before': { counts: 1 },
  'unused-option': { options: ['--out'] },
  'missing-words': { key: 'cover.title' },
  'pdf-blank': { file: 'pack.en.pdf' },
  'not-printed': { file: 'pack.en.pdf' },
  'open-secret': { file: 'key/boardpack.key' },
  'open-store': { file: 'deliveries' },
  'unknown-extract': { key: 'extracts.outcomez', name: 'outcomez' },
  'query-fails': { message: 'Catalog Error: no such table' },
  'bad-argument': { fault: 'It is not a day: write it as 2026-06-12.' },
  'bad-own-heading': { name: 'outcome_date' },
  'bad-decision': { columns: ['source', 'person', 'child', 'says', 'day'], names: ['says'] },
};

/** The facts of one text of a code. */
export function chooseFacts(code: string): Facts {
  return { ...USUAL, ...SPECIAL[code] };
}

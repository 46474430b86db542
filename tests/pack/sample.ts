// Invented figures: a pack of eight sections to print before any extract exists.
import { join } from 'node:path';
import { findQuarter } from '../../pipeline/domain/period.js';
import type { Language } from '../../pipeline/domain/language.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import type { PackInput } from '../../pipeline/pack/input.js';
import { readForm } from '../../pipeline/pack/forms.js';
import { readOutline } from '../../pipeline/pack/outline.js';
import { readTemplates } from '../../pipeline/pack/templates.js';

export const templates = readTemplates(join(import.meta.dirname, '../../templates'));
export const outline = readOutline(join(import.meta.dirname, '../../reports/packs/quarterly.yaml'));

/** Everything in one document. */
const { form } = readForm(join(import.meta.dirname, '../../reports/packs/forms.yaml'), 'long');
const [document] = form;
if (!document) throw new RangeError('the form has no document');
const whole = document;

const MEASURES_PER_SECTION = 2;
const both = (en: string, cy: string): { en: string; cy: string } => ({ en, cy });

/** A declaration in which only the overrides matter. */
export function declare(id: string, over: Partial<Declaration> = {}): Declaration {
  return {
    id,
    title: both(`Measure ${id}`, `Mesur ${id}`),
    question: both(
      'Are fewer children entering the formal system?',
      'A oes llai o blant yn dod i’r system ffurfiol?',
    ),
    definition: both(
      'Children whose first ever formal outcome fell in the year, aged 10 to 17 on that day, each counted once.',
      'Plant y syrthiodd eu canlyniad ffurfiol cyntaf erioed yn y flwyddyn, yn 10 i 17 oed y diwrnod hwnnw, pob un unwaith.',
    ),
    kind: 'rate',
    per: 100000,
    counts: 'children',
    window: { length: '12 months', show: 13 },
    better: 'lower',
    breakdowns: ['ethnicity'],
    comparators: ['previous_year'],
    chart: 'trend',
    section: 'entrants',
    order: 1,
    source: {
      rule: both(
        'A rule in one sentence, dated by the outcome.',
        'Rheol mewn un frawddeg, wedi’i dyddio yn ôl y canlyniad.',
      ),
      document: { en: 'A Published Guide, page 4', cy: 'Canllaw Cyhoeddedig, tudalen 4' },
      confirmed: false,
      unconfirmed: both(
        'Whether the day is that of the outcome or the hearing.',
        'Ai diwrnod y canlyniad ynteu’r gwrandawiad yw’r dyddiad.',
      ),
    },
    status: 'published',
    review: { written_by: 'a', checked_by: 'b', review_by: '2027-01-01' },
    ...over,
  };
}

/** A figure with a wide chart, a half-width chart with its table, and a hidden cell. */
export function drawFigure(id: string, language: Language): Figure {
  const cy = language === 'cy';
  const year = cy ? 'Blwyddyn hyd at' : 'Year to';
  return {
    id,
    title: cy
      ? 'Newydd-ddyfodiaid tro cyntaf: dim newid clir (28, o 26)'
      : 'First-time entrants: no clear change (28, from 26)',
    sentence: cy
      ? 'Daeth 28 o blant i’r system am y tro cyntaf yn y flwyddyn hyd at 31 Mawrth 2023, sef 186.7 fesul 100,000 (124.1 i 269.9).'
      : '28 children entered the system for the first time in the year to 31 March 2023, which is 186.7 per 100,000 (124.1 to 269.9).',
    notes: [cy ? 'Poblogaeth 2021: Cyfrifiad.' : 'Population of 2021: Census.'],
    charts: [
      {
        id: 'trend',
        caption: cy ? 'Tuedd' : 'Trend',
        alt: 'Trend',
        width: 'full',
        svg: drawing(482, 190, `${id}: trend`),
      },
      {
        id: 'breakdown',
        caption: cy ? 'Grwpiau' : 'Groups',
        alt: 'Groups',
        width: 'half',
        svg: drawing(232, 180, `${id}: groups`),
      },
    ],
    tables: [
      {
        id: 'trend',
        caption: cy ? 'Pob blwyddyn' : 'Every year',
        columns: [
          { label: year, numeric: false },
          ...months().map((label) => ({ label, numeric: true })),
        ],
        rows: [
          { label: cy ? 'Nifer' : 'Number', cells: months().map((_, index) => String(40 - index)) },
        ],
      },
      {
        id: 'breakdown',
        caption: cy ? 'Fesul grŵp' : 'By group',
        columns: [cy ? 'Grŵp' : 'Group', '2022-23', '2021-22'].map((label, index) => ({
          label,
          numeric: index > 0,
        })),
        rows: [
          { label: cy ? 'Ethnigrwydd' : 'Ethnicity', cells: [], heading: true },
          { label: cy ? 'Gwyn' : 'White', cells: ['25', '22'] },
          {
            label: cy ? 'Cymysg' : 'Mixed',
            cells: [cy ? 'cuddiwyd' : 'hidden', '5'],
            hidden: [true, false],
          },
        ],
      },
    ],
  };
}

/** The whole pack; `over` replaces any part of it. */
export function samplePack(language: Language, over: Partial<PackInput> = {}): PackInput {
  return {
    document: whole,
    form,
    short: null,
    language,
    service: both(
      'Demonstration Youth Justice Service',
      'Gwasanaeth Cyfiawnder Ieuenctid Enghreifftiol',
    ),
    edition: {
      name: 'board',
      title: both('Board edition', 'Argraffiad y bwrdd'),
      marking: both('OFFICIAL-SENSITIVE', 'SWYDDOGOL-SENSITIF'),
      hides: false,
    },
    quarter: findQuarter('2023-03-31'),
    asAt: '2023-05-02',
    draft: false,
    revisions: null,
    synthetic: true,
    isBilingual: true,
    sections: outline.sections.map((section) => ({
      ...section,
      measures: Array.from({ length: MEASURES_PER_SECTION }, (_, index) => {
        const id = `${section.id}_${index + 1}`;
        return {
          declaration: declare(id, { section: section.id }),
          figure: drawFigure(id, language),
        };
      }),
    })),
    briefing: {
      changed: [{ rule: 'changed', measures: ['violence_1'], groups: [] }],
      alsoChanged: [],
      steady: [{ rule: 'steady', measures: ['entrants_1', 'children_1'], groups: [] }],
      tested: 40,
      clear: 1,
      clearFew: 0,
      stalled: [],
      alsoStalled: [],
      cannotTell: [{ rule: 'too-few', measures: ['custody_1', 'custody_2'], groups: [] }],
      questions: ['ask-worse', 'ask-better', 'ask-unknown', 'ask-voice', 'ask-victims'].map(
        (rule) => ({ rule, measures: ['violence_1'], groups: [], asked: both('health', 'iechyd') }),
      ),
      reviews: [
        {
          rule: 'review-groups',
          measures: ['disproportionality_1'],
          groups: ['ethnicity.Mixed', 'ethnicity.Other'],
        },
      ],
    },
    populations: [{ year: 2021, source: 'Census 2021' }],
    published: [{ source: 'An official publication', publishedOn: '2023-07-01' }],
    quality: {
      extracts: [
        {
          title: both('Children', 'Plant'),
          files: ['children.csv'],
          received: 1312,
          accepted: 1310,
          setAside: 2,
          share: 1310 / 1312,
          from: null,
          to: null,
          reach: null,
          endsEarly: false,
          owed: null,
          touches: [],
        },
        {
          title: both('Outcomes', 'Canlyniadau'),
          files: ['outcomes_2022-23-q4.xlsx'],
          received: 2204,
          accepted: 2204,
          setAside: 0,
          share: 1,
          from: '2017-10-02',
          to: '2023-03-31',
          reach: null,
          endsEarly: false,
          owed: null,
          touches: [],
        },
      ],
      checks: [{ what: 'Children whose ethnicity is not known', count: 12, share: 0.004 }],
      unshown: [],
      notes: ['One note.'],
      coversFrom: '2017-10-01',
    },
    uncovered: outline.uncovered,
    ...over,
  };
}

function drawing(width: number, height: number, label: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#dce9ee"/><text x="20" y="30" font-family="IBM Plex Sans" font-size="9">${label}</text></svg>`;
}

function months(): string[] {
  return Array.from(
    { length: 13 },
    (_, index) => `${['3', '6', '9', '12'][index % 4]}/${20 + Math.floor(index / 4)}`,
  );
}

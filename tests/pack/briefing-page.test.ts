// The briefing in a real browser: one page, however full it is.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import type { Briefing } from '../../pipeline/pack/briefing.js';
import type { PackInput } from '../../pipeline/pack/input.js';
import { writePackHtml } from '../../pipeline/pack/pack.js';
import { createSay } from '../../pipeline/pack/phrases.js';
import { printDocuments } from '../../pipeline/print/print-documents.js';
import { bookmarks, open } from '../publish/printed.js';
import { drawFigure, outline, samplePack, templates } from './sample.js';
import { theProject } from '../project.js';

const fonts = join(import.meta.dirname, '../../templates/fonts');
const rules = outline.briefing;
const PARTNER = {
  en: 'youth court and children’s services',
  cy: 'y llys ieuenctid a’r gwasanaethau plant',
};
// Detail is never compared, so that no sentence of the briefing names it.
const paged = theProject()
  .measures.map(({ declaration }) => declaration)
  .filter(({ chart, detail }) => chart !== 'row' && detail !== true);
const some = (count: number): string[] => paged.slice(0, count).map(({ id }) => id);

/** The measures of the real pack with their real titles, each with a finding of realistic length. */
function sectionsOf(pack: PackInput, language: Language): PackInput['sections'] {
  const [first, ...others] = pack.sections;
  if (!first) throw new RangeError('the sample has no section');
  const measures = paged.map((declaration) => ({
    declaration,
    figure: {
      ...drawFigure(declaration.id, language),
      title: `${declaration.title[language]}: yn amlwg yn uwch (128, o gymharu â 126)`,
    },
  }));
  return [{ ...first, measures }, ...others];
}

/** Every part as full as the declared rules allow, in a quarter in which everything went wrong. */
function fullBriefing(): Briefing {
  const groups = ['ethnicity.Mixed', 'ethnicity.Other', 'ethnicity.Asian'];
  const about = (rule: string, count: number): Briefing['steady'][number] => ({
    ...{ rule, measures: some(count), groups, more: 7 },
  });
  const alone = some(rules.changes.most).map((id) => ({ rule: 'changed', measures: [id], groups }));
  return {
    changed: alone,
    alsoChanged: [about('also', rules.named.most)],
    steady: [about('steady', rules.named.most)],
    tested: 120,
    clear: 9,
    clearFew: 2,
    cannotTell: ['possible', 'too-few', 'hidden', 'immature', 'unknown-ethnicity'].map(
      (rule, place) => about(rule, [1, rules.named.most, rules.named.most, 3, 3][place] ?? NaN),
    ),
    stalled: some(rules.actions.most).map((id, place) => ({
      ...{
        id: `A${place}`,
        unmoved: [{ measure: id, group: null, finding: '' }],
        owner: PARTNER,
        overdue: true,
      },
      action: 'Dod â rhybudd cyntaf pob plentyn gerbron y panel o fewn deg diwrnod gwaith',
    })),
    alsoStalled: ['A8', 'A9'],
    questions: some(rules.questions.number).map((id) => ({
      ...{ rule: 'ask-unmoved', measures: [id], groups, asked: PARTNER, action: 'A1' },
    })),
    reviews: [
      { ...about('review-few', 4) },
      { rule: 'review-groups', measures: some(1), groups },
      { ...about('review-hidden', 3) },
    ],
  };
}

/** The sample's quality facts with nine extracts that are due and never came, one of them behind no figure. */
function endingQuality({ quality }: PackInput, hides: boolean): PackInput['quality'] {
  const [first, second] = quality.extracts;
  if (!first || !second) throw new Error('the sample pack has two extracts');
  const title = { en: 'Outcomes', cy: 'Canlyniadau' };
  const short = { reach: hides ? null : '2023-02-14', endsEarly: true, touches: [title] };
  return { ...quality, extracts: [{ ...second, ...short }, first] };
}

it.each([
  ['en', 'Records end before the quarter does: Outcomes', ', on 14 Feb 2023'],
  ['cy', 'Daw cofnodion i ben cyn diwedd y chwarter: Canlyniadau', ', ar 14 Chwef 2023'],
] as const)('records that end before the quarter does are named in %s', (language, said, day) => {
  const pack = samplePack(language);
  const read = (input: PackInput): string =>
    writePackHtml(input, templates).replaceAll('\u00a0', ' ');
  expect(read(pack)).not.toContain(said);
  expect(read({ ...pack, quality: endingQuality(pack, false) })).toContain(`${said}${day}. `);
  const edition = { ...pack.edition, hides: true };
  const hiding = read({ ...pack, edition, quality: endingQuality(pack, true) });
  expect(hiding).toContain(`${said}. `);
  expect(hiding).not.toContain(day);
});

function lateQuality({ quality }: PackInput): PackInput['quality'] {
  const [first, second] = quality.extracts;
  if (!first || !second) throw new RangeError('the sample has no extracts');
  const owed = { from: PARTNER, due: '2023-05-15', came: null, state: 'late' } as const;
  const late = Array.from({ length: 9 }, (_, place) => ({
    ...first,
    title: { en: `Extract ${place} of a partner`, cy: `Darn data ${place} gan bartner` },
    owed,
    touches: place === 0 ? [] : [{ en: 'A measure', cy: 'Mesur' }],
  }));
  return { ...quality, extracts: [second, ...late] };
}

it.each(LANGUAGES)(
  'the briefing names extracts that are late though none ever came, in %s',
  (language) => {
    const pack = samplePack(language);
    expect(writePackHtml(pack, templates)).not.toMatch(/are late:|yn hwyr:/);
    const html = writePackHtml({ ...pack, quality: lateQuality(pack) }, templates);
    const named = html.match(/(?:are late|yn hwyr): ([^<]*)</)?.[1] ?? '';
    expect(named.match(/\d of a partner|\d gan bartner/g)).toHaveLength(3);
    expect(named).not.toMatch(/Extract 0|data 0/);
    expect(named).toMatch(language === 'en' ? /and 5 more/ : /a 5 arall/);
  },
);

it.each(LANGUAGES)('the briefing fits one page in %s when every part is full', async (language) => {
  const pack = samplePack(language);
  const memory = { title: 'Memory', intro: 'i', tables: [] };
  const input = {
    ...pack,
    sections: sectionsOf(pack, language),
    briefing: fullBriefing(),
    memory,
    quality: lateQuality(pack),
  };
  const html = writePackHtml(input, templates);
  const job = { name: 'p.pdf', html, language, title: 't', dated: pack.asAt };
  const [printed] = await printDocuments([job], fonts);
  const marks = bookmarks(await open(printed?.pdf ?? new Uint8Array()));
  const say = createSay(templates.words[language].pack, 'pack.yaml');
  const pageOf = (title: string): number =>
    marks.find((mark) => mark.title === title)?.page ?? Number.NaN;
  const next = pageOf(pack.sections[0]?.title[language] ?? '');
  expect(next - pageOf(say('briefing.title'))).toBe(1);
});

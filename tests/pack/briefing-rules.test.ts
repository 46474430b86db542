// The declared rules of the briefing: the order of changes, the questions, and the partners who answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StalledActionLine } from '../../pipeline/commentary/memory-view.js';
import { withholdCell } from '../../pipeline/disclosure/disclosed.js';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import {
  writeBriefing,
  type BriefingMeasure,
  type Briefing,
} from '../../pipeline/pack/briefing.js';
import {
  briefingRules,
  QUESTION_REASONS,
  type BriefingRules,
} from '../../pipeline/pack/briefing-rules.js';
import { createSay } from '../../pipeline/pack/phrases.js';
import { figure, measure, value, SECTION } from './briefing-sample.js';
import { outline, templates } from './sample.js';
import { theProject } from '../project.js';

const rules = outline.briefing;
const OWNER = { en: 'Health lead', cy: 'Arweinydd iechyd' };

function action(id: string, measures: string[]): StalledActionLine {
  const unmoved = measures.map((measure) => ({ measure, group: null, finding: '' }));
  return { id, action: `Do ${id}`, owner: OWNER, unmoved, overdue: false };
}

function brief(
  measures: BriefingMeasure[],
  unmoved: StalledActionLine[] = [],
  by: BriefingRules = rules,
): Briefing {
  return writeBriefing({ measures, stalled: unmoved, rules: by, reviewed: new Set() });
}

const firsts = (statements: Briefing['changed']): (string | undefined)[] =>
  statements.map(({ measures }) => measures[0]);

describe('the changes in a briefing', () => {
  const above = [figure(null), figure('higher', { breakdown: 'ethnicity', group: 'Mixed' })];
  const all = [
    measure('moved', [figure('higher')], { better: 'neither' }),
    measure('better', [figure('lower')], { better: 'lower' }),
    measure('row', [figure('higher')], { better: 'lower', chart: 'row' }),
    measure('worse', [figure('higher')], { better: 'lower' }),
    measure('custodial_sentences', [figure('higher')], { better: 'lower', chart: 'row' }),
    measure('above', above, { kind: 'relative_rate' }),
  ];

  it('are ranked by kind, then leading measures, then pages before rows', () => {
    const { changed } = brief(all);
    expect(firsts(changed)).toEqual([
      ...['above', 'custodial_sentences', 'worse', 'row', 'better', 'moved'],
    ]);
  });

  it('include the names of those that do not fit, and a question about them when no reason comes first', () => {
    const few = { ...rules, changes: { ...rules.changes, most: 4 } };
    const briefing = brief(all, [], few);
    expect(briefing.changed).toHaveLength(4);
    expect(firsts(briefing.alsoChanged)).toEqual(['better']);
    expect(briefing.alsoChanged[0]?.measures).toEqual(['better', 'moved']);
  });

  it('come with the number of comparisons made and clear, those too few to tell among them', () => {
    const briefing = brief([
      measure('a', [figure('higher'), figure('higher', { breakdown: 'sex', group: 'Female' })]),
      measure('b', [figure('no clear change'), figure('lower', { breakdown: 'need', group: 'x' })]),
      measure('c', [figure('too few to tell')]),
      measure('d', [withholdCell(value('higher'), 'hidden')]),
    ]);
    expect([briefing.tested, briefing.clear]).toEqual([4, 2]);
  });

  it('name the declared number of measures in a sentence, and count the others', () => {
    const steady = Array.from({ length: rules.named.most + 3 }, (_, at) =>
      measure(`s${at}`, [figure('no clear change')]),
    );
    const [said] = brief(steady).steady;
    expect([said?.measures.length, said?.more]).toEqual([rules.named.most, 3]);
  });
});

describe('the questions in a briefing', () => {
  it('ask the owner of a stalled action, without a second question on its measure', () => {
    const worse = measure('m1', [figure('higher')], { better: 'lower' });
    const briefing = brief(
      [worse, measure('m2', [figure('no clear change')])],
      [action('A1', ['m1']), action('A2', ['m2'])],
    );
    expect(briefing.questions.slice(0, 2)).toEqual([
      { rule: 'ask-worse', measures: ['m1'], groups: [], asked: SECTION },
      { rule: 'ask-unmoved', measures: ['m2'], groups: [], asked: OWNER, action: 'A2' },
    ]);
    expect(briefing.stalled.map(({ id }) => id)).toEqual(['A1', 'A2']);
  });

  it('come with the names of stalled actions that do not fit', () => {
    const many = ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => action(id, ['m']));
    const briefing = brief([measure('m', [figure('no clear change')])], many);
    expect(briefing.stalled).toHaveLength(rules.actions.most);
    expect(briefing.alsoStalled).toEqual(many.slice(rules.actions.most).map(({ id }) => id));
  });

  it('are for the partner named for a measure before that of its section', () => {
    const [id, partner] = Object.entries(rules.answers)[0] ?? ['', SECTION];
    const briefing = brief([measure(id, [figure('higher')], { better: 'lower' })]);
    expect(briefing.questions[0]?.asked).toEqual(partner);
  });

  it('have a partner for each standing one, which is dropped when its measure was asked about', () => {
    const [about = ''] = rules.questions.standing.flatMap((one) => one.about ?? []);
    const briefing = brief([measure(about, [figure('higher')], { better: 'lower' })]);
    expect(firsts(briefing.questions).filter((id) => id === about)).toHaveLength(1);
    expect(briefing.questions.every(({ asked }) => asked.en && asked.cy)).toBe(true);
  });

  const verdicts = ['higher', 'lower', 'no clear change', 'too few to tell', null] as const;
  const shape = fc.record({
    verdict: fc.constantFrom(...verdicts),
    better: fc.constantFrom('lower', 'higher', 'neither'),
    chart: fc.constantFrom('row', 'trend'),
    need: fc.constantFrom(...verdicts),
    unknown: fc.boolean(),
    acted: fc.boolean(),
    id: fc.constantFrom(...rules.changes.leading, 'feedback_replies', 'kpi10_views', 'x', 'y', 'z'),
  });

  it('are exactly as many as declared, never two on one measure, each with a reason', () => {
    fc.assert(
      fc.property(fc.uniqueArray(shape, { selector: ({ id }) => id, maxLength: 12 }), (shapes) => {
        const measures = shapes.map(({ id, verdict, better, chart, need, unknown }) =>
          measure(
            id,
            [
              figure(verdict),
              figure(need, { breakdown: 'need', group: 'n' }),
              figure(null, { breakdown: 'ethnicity', group: unknown ? 'Not known' : 'White' }),
            ],
            { better, chart },
          ),
        );
        const acted = shapes.filter((one) => one.acted).map(({ id }) => id);
        const briefing = brief(
          measures,
          acted.map((id) => action(`A-${id}`, [id])),
        );
        expect(briefing.questions).toHaveLength(rules.questions.number);
        const raised = briefing.questions.flatMap((one) => one.measures);
        expect(new Set(raised).size).toBe(raised.length);
        const standing = rules.questions.standing.map(({ ask }) => `ask-${ask}`);
        const told = [
          ...briefing.changed.flatMap((one) => one.measures),
          ...briefing.alsoChanged.flatMap((one) => one.measures),
        ];
        const limits = shapes.filter((one) => one.unknown).map(({ id }) => id);
        for (const { rule, measures: ids } of briefing.questions)
          if (!standing.includes(rule))
            expect([...told, ...acted, ...limits]).toEqual(expect.arrayContaining([...ids]));
      }),
    );
  });
});

describe('the declaration of a briefing', () => {
  const known = new Set(theProject().measures.map(({ declaration }) => declaration.id));

  it('names only existing measures', () => {
    const named = [
      ...rules.changes.leading,
      ...Object.keys(rules.answers),
      ...rules.questions.standing.flatMap(({ about }) => about ?? []),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(LANGUAGES)('has words for every question in %s', (language) => {
    const say = createSay(templates.words[language].pack, 'pack.yaml');
    const gaps = { finding: 'f', measures: 'm', groups: 'g', action: 'a' };
    for (const ask of [...QUESTION_REASONS, ...rules.questions.standing.map((one) => one.ask)])
      expect(say(`briefing.rules.ask-${ask}`, gaps)).not.toBe('');
  });

  it('is refused when a reason is missing, or with fewer standing questions than are asked', () => {
    const { raised, standing } = rules.questions;
    const with_ = (questions: object): unknown => ({
      ...rules,
      questions: { ...rules.questions, ...questions },
    });
    expect(briefingRules.safeParse(rules).success).toBe(true);
    expect(briefingRules.safeParse(with_({ raised: raised.slice(1) })).success).toBe(false);
    expect(briefingRules.safeParse(with_({ standing: standing.slice(1) })).success).toBe(false);
  });
});

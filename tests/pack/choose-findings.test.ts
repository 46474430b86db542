// Which figures have a page in the pack to read: verdicts made by hand, held to the declared reasons and their order.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StalledActionLine } from '../../pipeline/commentary/memory-view.js';
import { withholdCell } from '../../pipeline/disclosure/disclosed.js';
import type { BriefingMeasure } from '../../pipeline/pack/briefing.js';
import { chooseFindings } from '../../pipeline/pack/choose-findings.js';
import { readForm, type FindingReason } from '../../pipeline/pack/forms.js';
import type { FindingChoice } from '../../pipeline/pack/short-pack.js';
import { figure, measure, value, SECTION } from './briefing-sample.js';
import { outline } from './sample.js';

const declared = readForm(join(import.meta.dirname, '../../reports/packs/forms.yaml'), 'short')
  .reading.findings;
const OWNER = { en: 'Health lead', cy: 'Arweinydd iechyd' };

const worse = (id: string): BriefingMeasure => measure(id, [figure('higher')], { better: 'lower' });
const better = (id: string): BriefingMeasure => measure(id, [figure('lower')], { better: 'lower' });
const moved = (id: string): BriefingMeasure =>
  measure(id, [figure('lower')], { better: 'neither' });
const steady = (id: string, over = {}): BriefingMeasure =>
  measure(id, [figure('no clear change')], over);
const need = (id: string, verdict: 'higher' | 'lower'): BriefingMeasure =>
  measure(id, [figure(null), figure(verdict, { breakdown: 'need', group: 'Drug use' })]);

function stall(id: string, measure: string, group: string | null = null): StalledActionLine {
  const unmoved = [{ measure, group, finding: '' }];
  return { id, action: `Do ${id}`, owner: OWNER, unmoved, overdue: false };
}

function choose(
  measures: BriefingMeasure[],
  { stalled = [] as StalledActionLine[], findings = declared } = {},
): FindingChoice[] {
  const rules = { ...outline.briefing, answers: {} };
  return chooseFindings({ measures, stalled, rules, reviewed: new Set() }, findings);
}

const pair = ({ measure: id, reason }: FindingChoice): [string, FindingReason] => [id, reason];

describe('the findings of a pack', () => {
  it('are what is worse, a need more common, an action that had its time, then what is better or moved', () => {
    const all = [
      ...[need('less', 'lower'), moved('moved'), better('better'), steady('tried')],
      ...[need('more', 'higher'), worse('worse')],
    ];
    expect(choose(all, { stalled: [stall('A1', 'tried')] }).map(pair)).toEqual([
      ['worse', 'worse'],
      ['more', 'need-higher'],
      ['tried', 'unmoved'],
      ['better', 'better'],
      ['moved', 'moved'],
      ['less', 'need-lower'],
    ]);
  });

  it('leave out what did not change, is too few, was not tested or is hidden', () => {
    const none = [
      steady('steady'),
      measure('few', [figure('too few to tell')]),
      measure('untested', [figure(null)]),
      measure('hidden', [withholdCell(value('higher'), 'hidden')], { better: 'lower' }),
      // Clear, but on nine events of both years: its own page says so.
      measure('rare', [figure('higher', { numerator: 9, value: 9 })], { better: 'lower' }),
    ];
    expect(choose(none)).toEqual([]);
  });

  it('have no page for groups that fare differently: those have a page of their own', () => {
    const groups = [figure(null), figure('higher', { breakdown: 'ethnicity', group: 'Mixed' })];
    expect(choose([measure('decisions', groups, { kind: 'relative_rate' })])).toEqual([]);
  });

  it('give each measure one page, for its first reason', () => {
    const both = measure(
      'both',
      [figure('higher'), figure('higher', { breakdown: 'need', group: 'Drug use' })],
      { better: 'lower' },
    );
    const stalled = [stall('A1', 'both'), stall('A2', 'both')];
    expect(choose([both], { stalled }).map(pair)).toEqual([['both', 'worse']]);
  });

  it('are no more than declared, and the first reasons stay', () => {
    const all = [better('one'), better('two'), worse('three'), worse('four')];
    const two = choose(all, { findings: { ...declared, most: 3 } });
    expect(two.map(pair)).toEqual([
      ['three', 'worse'],
      ['four', 'worse'],
      ['one', 'better'],
    ]);
  });

  it('follow the declared reasons: another order is another order, and a reason left out has no page', () => {
    const reasons: FindingReason[] = ['better', 'worse'];
    const all = [worse('worse'), moved('moved'), better('better')];
    expect(choose(all, { findings: { most: 8, reasons } }).map(pair)).toEqual([
      ['better', 'better'],
      ['worse', 'worse'],
    ]);
  });

  it('come within a reason as changes are ranked: leading measures, then pages, then rows', () => {
    const [leading = ''] = outline.briefing.changes.leading;
    const row = measure('row', [figure('higher')], { better: 'lower', chart: 'row' });
    expect(choose([row, worse('page'), worse(leading)]).map(({ measure: id }) => id)).toEqual([
      ...[leading, 'page', 'row'],
    ]);
  });

  it('name the groups and who is asked: the partner of the section, or the owner of the action', () => {
    const found = choose([need('more', 'higher'), steady('tried')], {
      stalled: [stall('A1', 'tried', 'need.Drug use')],
    });
    expect(found).toEqual([
      { measure: 'more', reason: 'need-higher', groups: ['need.Drug use'], asked: SECTION },
      {
        ...{ measure: 'tried', reason: 'unmoved', groups: ['need.Drug use'] },
        ...{ asked: OWNER, action: 'A1' },
      },
    ]);
  });

  it('ask the partner that is declared for one measure before that of its section', () => {
    const police = { en: 'police', cy: 'yr heddlu' };
    const [found] = chooseFindings(
      {
        measures: [worse('worse')],
        stalled: [],
        rules: { ...outline.briefing, answers: { worse: police } },
        reviewed: new Set(),
      },
      declared,
    );
    expect(found?.asked).toEqual(police);
  });
});

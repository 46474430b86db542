// First-time entrants, KPI 6 and KPI 7 by the YJB's rule: the children whom it counts and we do not are named, and explain the difference wholly.
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder, readEveryMeasure, readRules } from '../../pipeline/config/project.js';
import { countMeasure } from '../../pipeline/measures/count.js';
import { dateRule } from '../../pipeline/measures/counting-rules.js';
import { findRecordDifferences } from '../../pipeline/measures/reconcile.js';
import { attachRules } from '../../pipeline/measures/redefine.js';
import { openService, type Demonstration } from '../demonstration.js';
import { SERVICES } from '../kpi/services.js';

const FOLDER = projectFolder();
const RULES = readRules(FOLDER);
const MEASURES = readEveryMeasure(FOLDER);
const THEIRS = { kpi_cohort: 'six_orders', kpi7_links: 'any_point', kpi6_completed: 'any_one' };
const ENTRY = { entrant_age: 'at_offence', entrant_residence: 'on_the_day' };

interface Counted {
  readonly numerator: number;
  readonly differences: Awaited<ReturnType<typeof findRecordDifferences>>;
}

async function count(
  service: Demonstration,
  id: string,
  year: { readonly from: string; readonly to: string },
  chosen: Readonly<Record<string, string>>,
): Promise<Counted> {
  const found = MEASURES.find(({ declaration }) => declaration.id === id);
  if (!found) throw new Error(id);
  const rules = RULES.map((rule) => dateRule(rule, [{ use: chosen[rule.name] ?? rule.default }]));
  const measure = attachRules(found, rules);
  const window = { id: year.to, starts: year.from, ends: year.to, status: 'known' } as const;
  const counts = await countMeasure(service.warehouse, measure, [window]);
  const total = counts.find(({ breakdown }) => breakdown === 'total');
  const differences = await findRecordDifferences(service.warehouse, measure, [window]);
  return { numerator: total?.numerator ?? -1, differences };
}

const explain = ({ differences }: Counted): number =>
  differences.reduce((sum, { ours, theirs }) => sum + theirs - ours, 0);

describe.each(SERVICES)('$sample', ({ sample, asAt, year, nation }) => {
  let service: Demonstration;
  beforeAll(async () => {
    service = await openService(sample, asAt);
  }, 240_000);

  test.each([
    ['first_time_entrants', ENTRY],
    ['kpi6_out_of_court', THEIRS],
    [`kpi7_wider_services_${nation}`, THEIRS],
    [`kpi7_wider_services_start_${nation}`, THEIRS],
  ])('%s: ours and what is listed are theirs', async (id, theirs) => {
    for (const from of [2, 1, 0].map((back) => goBack(year, back))) {
      const ours = await count(service, id, from, {});
      const other = await count(service, id, from, theirs);
      expect(ours.numerator + explain(ours), from.to).toBe(other.numerator);
      expect(other.differences, from.to).toEqual([]);
      const children = ours.differences.map(({ child }) => child);
      expect(new Set(children).size).toBe(children.length);
    }
  });
});

/** The same twelve months, some years earlier. */
function goBack({ from, to }: { from: string; to: string }, years: number) {
  const earlier = (day: string): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return { from: earlier(from), to: earlier(to) };
}

test('in the demonstration KPI 7 is 34 by us and 64 by them, and 2020-21 has one child more by them in KPI 6', async () => {
  const service = await openService('demonstration', '2023-05-15');
  const year = { from: '2022-04-01', to: '2023-03-31' };
  const links = await count(service, 'kpi7_wider_services_wales', year, {});
  expect([links.numerator, links.numerator + explain(links)]).toEqual([34, 64]);
  const before = { from: '2020-04-01', to: '2021-03-31' };
  const completed = await count(service, 'kpi6_out_of_court', before, {});
  expect([completed.numerator, completed.differences]).toEqual([
    60,
    [
      expect.objectContaining({
        ...{ ours: 0, theirs: 1 },
        reason: 'another disposal that ended in the window was completed, and the latest was not',
      }),
    ],
  ]);
});

// The demonstration's outcomes and categories in the codes and headings of the YJB's feed: nothing set aside, the same figures.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { boardpack, PROJECT, removeServices, serviceLike } from './service.js';
import { sharedPack } from './shared.js';

const SAMPLE = join(PROJECT, 'data-samples', 'demonstration');

/** As the feed writes what the demonstration has; any other label is the same in capitals, with underscores. */
const CODES: Readonly<Record<string, string>> = {
  'Community Resolution': 'COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT',
  'Outcome 20': 'NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT',
  'Outcome 21': 'NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT',
  'Outcome 22': 'NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT',
  'Section 250 Detention': 'SECTION_250',
};
const HEADINGS: Readonly<Record<string, string>> = {
  child_id: 'currentYOTID',
  outcome_date: 'outcomeDate',
  outcome_type: 'legalOutcome',
  offence_id: 'offenceID',
  offence_date: 'offenceDate',
  category: 'yjboffenceCategory',
  gravity: 'yjbseriousnessScore',
  offensive_weapon: 'knifeRelatedOffence',
};

afterAll(removeServices);

test('every outcome and offence in the feed’s words is accepted and counts as before', async () => {
  const service = serviceLike('reports/service.yaml');
  const settings = load(readFileSync(service.settings, 'utf8')) as Record<string, unknown>;
  const feed = { id: 'feed', name: { en: 'Feed', cy: 'Porthiant' }, supplier: 'yjb_feed' };
  writeFileSync(service.settings, dump({ ...settings, systems: [feed] }));
  const extracts = join(service.folder, 'extracts');
  cpSync(SAMPLE, extracts, { recursive: true });
  const outcomes = rewrite(join(extracts, 'outcomes.csv'), 'outcome_type');
  const offences = rewrite(join(extracts, 'offences.csv'), 'category');
  expect([outcomes, offences]).toEqual([1074, 1728]);

  const ran = await boardpack(
    ...['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15', '--edition', 'board'],
    ...['--settings', service.settings, '--extracts', extracts],
  );
  expect(ran.stderr.match(/^problem.*/gm)).toBeNull();
  expect(ran.status).toBe(0);
  expect(ran.stdout + ran.stderr).toMatch(/outcomes.*1,?074/);

  const shared = await sharedPack('demonstration');
  expect(figures(service.out)).toBe(figures(shared.out));
}, 240_000);

/** Writes a file of extracts again in the feed's words; the number of its records. */
function rewrite(file: string, coded: string): number {
  const [heading = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = heading.split(',');
  const at = names.indexOf(coded);
  const written = rows.map((row) => {
    const cells = row.split(',');
    const label = cells[at] ?? '';
    const code = CODES[label] ?? label.toUpperCase().replace(/[^A-Z]+/g, '_');
    return cells.with(at, code).join(',');
  });
  const headings = names.map((name) => HEADINGS[name] ?? name).join(',');
  writeFileSync(file, `${[headings, ...written].join('\n')}\n`);
  return rows.length;
}

function figures(out: string): string {
  return readFileSync(join(out, '2022-23-q4', 'board', 'figures.csv'), 'utf8');
}

// boardpack check and receive: what would stop a pack is said before a pack is asked for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { boardpack, emptyService, removeServices, type Service } from '../end-to-end/service.js';

afterAll(removeServices);

const OWN = 'W06000005';
const HEADINGS = {
  offences: 'offence_id,child_id,offence_date,category,gravity,offensive_weapon,description',
  outcomes: 'outcome_id,child_id,outcome_date,outcome_type,court,report_proposal',
  outcome_offences: 'outcome_id,offence_id',
  interventions:
    'intervention_id,child_id,outcome_id,programme,start_date,planned_end_date,end_date,end_reason',
  custody: 'episode_id,child_id,kind,start_date,end_date',
  assessments: 'assessment_id,child_id,intervention_id,assessed_on,tool',
  needs: 'assessment_id,need,present',
};
const CHILDREN =
  'child_id,forename,surname,date_of_birth,sex,ethnicity,preferred_language,postcode,responsible_authority,looked_after,prior_formal_outcome_elsewhere,transferred_in_on,transferred_out_on';
const POPULATION =
  'area_code,area_name,year,source,age_from,age_to,sex,ethnic_group,population,released_on';

/** A service with children of these authorities and these lines of population. */
function tinyService(authorities: readonly string[], population: readonly string[]): Service {
  const service = emptyService();
  const folder = (name: string): string => {
    const path = join(service.folder, name);
    mkdirSync(path);
    return path;
  };
  const write = (place: string, name: string, lines: readonly string[]): void => {
    writeFileSync(join(place, `${name}.csv`), `${lines.join('\n')}\n`);
  };
  const [extracts, reference] = [folder('extracts'), folder('reference')];
  const children = authorities.map((code, at) => `c${at},A,B,01/02/2008,Male,,,,${code},no,no,,`);
  write(extracts, 'children', [CHILDREN, ...children]);
  for (const [name, heading] of Object.entries(HEADINGS)) write(extracts, name, [heading]);
  write(reference, 'population', [POPULATION, ...population]);
  const settings = {
    service: { en: 'Test', cy: 'Prawf' },
    ...{ nation: 'Wales', areas: [OWN], languages: ['en'] },
    ...{ extracts: 'extracts', reference: 'reference', deliveries: 'store', output: 'packs' },
  };
  writeFileSync(service.settings, dump(settings));
  return service;
}

const all = (year: number, people: number, source = 'A', area = OWN): string =>
  `${area},Test,${year},${source},10,17,All,All,${people},`;
const CASES: readonly [string, string, readonly string[], readonly string[]][] = [
  [
    'children of another authority',
    'other-authorities',
    ['W06000004', 'W06000004'],
    [all(2022, 9000)],
  ],
  [
    'two populations of a year without a day',
    'population-releases',
    [OWN],
    [all(2022, 9000), all(2022, 9100, 'B')],
  ],
  [
    'the population of another area alone',
    'no-population',
    [OWN],
    [all(2022, 9000, 'A', 'W06000004')],
  ],
  [
    'boys and girls who are more than all',
    'population-sum',
    [OWN],
    [
      all(2022, 9000),
      `${OWN},Test,2022,A,10,17,Male,All,9000,`,
      `${OWN},Test,2022,A,10,17,Female,All,8000,`,
    ],
  ],
];

describe.each(CASES)('%s', (_, code, authorities, population) => {
  it('stop the check, and are noted when they are received', async () => {
    const { settings } = tinyService(authorities, population);
    const checked = await boardpack('check', '--settings', settings);
    expect(checked.stderr).toContain(`problem [${code}]`);
    expect(checked.status).toBe(2);
    const received = await boardpack('receive', '--settings', settings);
    expect(received.stderr).toMatch(new RegExp(`note \\[${code}\\].* No pack can be built until`));
    expect(received.status).toBe(0);
  });
});

it('a service of its own children on one population is checked and received without a word of it', async () => {
  const { settings } = tinyService([OWN, 'W06000004'], [all(2021, 9000), all(2022, 9100)]);
  for (const command of ['check', 'receive'])
    expect((await boardpack(command, '--settings', settings)).stderr).not.toMatch(
      /authorities|population/,
    );
});

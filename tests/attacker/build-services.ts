// `tsx tests/attacker/build-services.ts FIRST NUMBER FOLDER` → three packs of each invented service, without their PDFs.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { writeCsv } from '../../data-samples/generator/csv.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { buildHere } from '../kinds/build-here.js';
import { inventService, type Extracts } from './invent-service.js';

/** The quarters that the three packs of a service are of: another three for each that follows. */
const QUARTERS = [
  ['2022-23 Q3', '2022-23 Q3', '2022-23 Q4'],
  ['2022-23 Q2', '2022-23 Q3', '2022-23 Q4'],
  ['2022-23 Q4', '2022-23 Q4', '2022-23 Q4'],
  ['2022-23 Q4', '2022-23 Q3', '2022-23 Q4'],
] as const;
const DAYS = ['2023-05-11', '2023-05-14', '2023-05-17'] as const;
const SAMPLE = join(projectFolder(), 'data-samples', 'demonstration');

const [first = '0', number = '1', folder = ''] = process.argv.slice(2);
for (let service = Number(first); service < Number(first) + Number(number); service += 1)
  process.stdout.write(
    `${JSON.stringify(await buildService(service, join(folder, String(service))))}\n`,
  );

/** Builds the packs, in a folder each, and gives where they are or why one was not built. */
async function buildService(service: number, home: string): Promise<object> {
  const begun = performance.now();
  const { children, deliveries } = inventService(service);
  const quarters = QUARTERS[service % QUARTERS.length] ?? QUARTERS[0];
  const packs: string[] = [];
  for (const [at, extracts] of deliveries.entries()) {
    const out = join(home, `pack-${String(at + 1)}`);
    const asAt = DAYS[at] ?? DAYS[0];
    const quarter = quarters[at] ?? quarters[0];
    writeService(home, extracts, out, asAt);
    const stopped = await buildHere({
      ...{ folder: home, quarter, asAt, editions: ['board', 'public'], languages: ['en', 'cy'] },
      ...{ draft: false, locale: undefined },
    });
    if (stopped !== null) return { service, children, stopped: `${quarter}: ${stopped}` };
    packs.push(join(out, quarter.toLowerCase().replace(' ', '-')));
  }
  return { service, children, packs, seconds: Math.round((performance.now() - begun) / 1000) };
}

function writeService(home: string, extracts: Extracts, out: string, receivedOn: string): void {
  const reference = join(home, 'reference');
  mkdirSync(reference, { recursive: true });
  for (const file of ['population.csv', 'published.csv'])
    copyFileSync(join(SAMPLE, 'reference', file), join(reference, file));
  for (const file of ['synthetic.key', 'SYNTHETIC.txt'])
    copyFileSync(join(SAMPLE, file), join(home, file));
  for (const [name, { headings, rows }] of Object.entries(extracts))
    writeFileSync(join(home, `${name}.csv`), writeCsv(headings, rows));
  const settings = {
    service: { en: 'Invented Service', cy: 'Gwasanaeth Dyfeisiedig' },
    ...{ nation: 'Wales', areas: ['W06000005'], languages: ['en', 'cy'], synthetic: true },
    ...{ extracts: '.', reference: 'reference', deliveries: 'deliveries', output: out },
    code_schemes: {
      children: { ethnicity: 'police_self_defined' },
      care_children: { ethnicity: 'police_self_defined' },
    },
    ...{ key_file: 'synthetic.key', covers_from: '2017-10-01', received_on: receivedOn },
  };
  writeFileSync(join(home, 'service.yaml'), dump(settings));
}

// The demonstration with its open interventions ended on 1 January 1900, as the YJB's feed writes no end: the same figures.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boardpack, PROJECT, removeServices, serviceLike } from './service.js';
import { sharedPack } from './shared.js';

const SAMPLE = join(PROJECT, 'data-samples', 'demonstration');

afterAll(removeServices);

test('52 open interventions ended 01/01/1900: figures as if blank, and one notice', async () => {
  const service = serviceLike('reports/service.yaml');
  const extracts = join(service.folder, 'extracts');
  cpSync(SAMPLE, extracts, { recursive: true });
  const file = join(extracts, 'interventions.csv');
  const [heading = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const at = heading.split(',').indexOf('end_date');
  let ended = 0;
  const written = rows.map((row) => {
    const cells = row.split(',');
    if (cells[at] !== '') return row;
    ended += 1;
    return cells.with(at, '01/01/1900').join(',');
  });
  expect(ended).toBe(52);
  writeFileSync(file, [heading, ...written].join('\n'));

  const ran = await boardpack(
    ...['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15', '--edition', 'board'],
    ...['--settings', service.settings, '--extracts', extracts],
  );
  expect(ran.status).toBe(0);
  expect(ran.stderr.match(/\[no-date\].*/g)).toHaveLength(1);
  expect(ran.stderr).toMatch(/\[no-date\].*52 cells/);

  const shared = await sharedPack('demonstration');
  expect(figures(service.out)).toBe(figures(shared.out));
}, 240_000);

function figures(out: string): string {
  return readFileSync(join(out, '2022-23-q4', 'board', 'figures.csv'), 'utf8');
}

// A service that has its pack, and extracts with one thing wrong: nothing is built, and the place is named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardpack, hashes, removeServices, serviceLike } from './service.js';
import { ownPack, type Packed } from './shared.js';

const QUARTER = ['--quarter', '2022-23 Q4', '--as-at', '2023-05-15'];

let service: Packed;
beforeAll(async () => {
  service = await ownPack('demonstration');
});
afterAll(removeServices);

describe('a fault in one extract', () => {
  const FAULTS = ['missing-column', 'unknown-code', 'bad-date', 'duplicate-id'];
  test.each(FAULTS)(
    '%s: exit status 2, its place named, the last good pack untouched',
    async (fault) => {
      const before = {
        packs: packsOf(hashes(service.out)),
        store: hashes(join(service.folder, 'deliveries')),
      };
      const ran = await boardpack(
        'pack',
        ...QUARTER,
        '--settings',
        service.settings,
        '--extracts',
        join('data-samples', 'faults', fault),
      );
      expect(ran.status).toBe(2);
      expect(ran.stderr).toMatch(
        new RegExp(`problem \\[${fault}\\] .*\\n {2}Where: \\w+\\.csv, column \\w+, lines? \\d+`),
      );
      expect(packsOf(hashes(service.out))).toEqual(before.packs);
      expect(hashes(join(service.folder, 'deliveries'))).toEqual(before.store);
      expect(readFileSync(join(service.out, '2022-23-q4', 'problems.csv'), 'utf8')).toContain(
        fault,
      );
    },
  );

  const ORPHAN = ['--extracts', join('data-samples', 'faults', 'orphan-reference')];

  test('orphan-reference: its place is named where nothing was received before', async () => {
    const { settings } = serviceLike('reports/service.yaml');
    const ran = await boardpack('pack', ...QUARTER, '--settings', settings, ...ORPHAN);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(
      /problem \[orphan-reference\] .*\n {2}Where: outcome_offences\.csv, column offence_id, line \d+/,
    );
  });

  test('orphan-reference: where the extract that is referred to has lost records, that is named in its place', async () => {
    const ran = await boardpack('pack', ...QUARTER, '--settings', service.settings, ...ORPHAN);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(
      /problem \[rows-lost\] offences has lost .*: outcome_offences \(1 row\)/,
    );
    expect(ran.stderr).not.toContain('[orphan-reference]');
  });
});

/** The editions' files, without the list of problems that every run writes anew. */
function packsOf(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !path.endsWith('problems.csv')),
  );
}

// A pack built again as at its day is the same to the byte, whatever was received since, and a later one keeps its place.
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPages } from './read-pages.js';
import { PROJECT, boardpack, hashes, removeServices } from './service.js';
import { ownPack } from './shared.js';
import { changedByFew } from './subtracted.js';
import { theProject } from '../project.js';

const SAMPLE = 'data-samples/english-service';
const QUARTER = ['pack', '--quarter', '2023-24 Q4'];
/** Extracts that no other points at, of which some records are taken back: a few in each year. */
const CORRECTED = [
  ...['remand_decisions', 'referrals', 'health_referrals', 'kpi_snapshots', 'victims'],
  ...['arrests', 'police_outcomes', 'stop_searches', 'school_attendance', 'school_exclusions'],
];

afterAll(removeServices);

test('deliver, pack, correct, pack again, and the first pack once more: figures, pages and manifest', async () => {
  const service = await ownPack('english');
  const settings = ['--settings', service.settings];
  expect(service.ran.status).toBe(0);
  const packA = hashes(service.out);
  const then = figures(service.out);
  const pagesThen = pages(service.out);

  const corrected = join(service.folder, 'corrected');
  cpSync(join(PROJECT, SAMPLE), corrected, { recursive: true });
  for (const extract of CORRECTED) withdrawSome(corrected, extract);
  const later = [...settings, '--extracts', corrected, '--received-on', '2024-08-05'];
  const refused = await boardpack('receive', ...later.slice(0, -1), '2024-05-01');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('problem [changes-the-past]');
  const between = [...later, '--as-at', '2024-08-10', '--edition', 'public'];
  const second = await boardpack(...QUARTER, ...between);
  expect({ status: second.status, problems: second.stderr.match(/^problem.*/gm) }).toEqual({
    status: 0,
    problems: null,
  });
  expect(figures(service.out)).not.toBe(then);
  const below = theProject().editions.find(({ name }) => name === 'public')?.hide_below ?? 0;
  const subtracted = changedByFew(pagesThen, pages(service.out), below);
  expect(subtracted.compared).toBeGreaterThan(500);
  expect(subtracted.few).toEqual([]);

  const quarter = join(service.out, '2023-24-q4');
  const earlier = join(quarter, 'public', 'earlier', '2024-07-31');
  expect(hashes(earlier)).toEqual(editionOf(packA, 'public'));
  const before = hashes(service.out);

  const again = await boardpack(...QUARTER, ...later, '--as-at', '2024-07-31');
  expect({ status: again.status, folders: again.stdout.match(/^\/.*$/gm) }).toEqual({
    status: 0,
    folders: [join(quarter, 'board'), earlier],
  });
  const own = /^2023-24-q4\/earlier\/2024-07-31\//;
  const kept = Object.entries(hashes(service.out)).filter(([path]) => !own.test(path));
  expect(Object.fromEntries(kept)).toEqual(before);
  expect(existsSync(join(quarter, 'earlier', '2024-07-31', 'restatements.csv'))).toBe(true);
}, 240_000);

/** The files of an edition's folder by name, with their hashes. */
function editionOf(files: Record<string, string>, edition: string): Record<string, string> {
  const folder = `2023-24-q4/${edition}/`;
  const own = Object.entries(files).filter(([path]) => path.startsWith(folder));
  return Object.fromEntries(own.map(([path, hash]) => [path.slice(folder.length), hash]));
}

function figures(out: string): string {
  return readFileSync(join(out, '2023-24-q4', 'public', 'figures.csv'), 'utf8');
}

function pages(out: string): string {
  return readPages(join(out, '2023-24-q4', 'public'), 'en');
}

/** Takes one record in twenty out of an extract's file. */
function withdrawSome(folder: string, extract: string): void {
  const name = readdirSync(folder).find((file) => file.startsWith(`${extract}_2`));
  const path = join(folder, name ?? '');
  const lines = readFileSync(path, 'latin1').split('\n');
  expect(lines.length).toBeGreaterThan(50);
  writeFileSync(path, lines.filter((_, at) => at % 20 !== 19).join('\n'), 'latin1');
}

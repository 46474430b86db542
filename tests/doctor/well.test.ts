// boardpack doctor on a healthy installation, and on faulty settings: each fault really made, with its report.
import { appendFileSync, copyFileSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../pipeline/domain/problem.js';
import { emptyFolder, listing } from '../deliveries/folder.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { clinic, told, typed } from './clinic.js';

describe('a healthy installation', () => {
  it('the demonstration has a line for each part, and the browser really prints', async () => {
    const { lines, problems, status } = await typed('--settings', demonstration());
    // The Node that runs the tests may be past its end of life, which is worth knowing and no fault of the service.
    expect(problems.filter(({ code }) => code !== 'node-past-end')).toEqual([]);
    expect(status).toBe(0);
    const others = lines.slice(0, -1).filter((line) => !/^\w+ +Node /.test(line));
    expect(others.filter((line) => !line.startsWith('ok '))).toEqual([]);
    for (const part of ['database', 'settings', 'key', 'clock', 'fonts', 'printing'])
      expect(lines.filter((line) => line.startsWith(`ok    ${part} `))).toHaveLength(1);
    expect(lines.join('\n')).toMatch(/printing +a trial page of \d{4,} bytes/);
  });

  it('a service of its own passes, and is left unchanged', async () => {
    const { folder, problems } = clinic();
    const before = listing(folder);
    expect(await problems()).toEqual([]);
    expect(listing(folder)).toEqual(before);
  });

  it('a service passes before its first run, without key, store, packs and history', async () => {
    const { at, problems } = clinic();
    for (const name of ['store', 'history', 'key/boardpack.key'])
      rmSync(at(name), { recursive: true });
    expect(await problems()).toEqual([]);
  });
});

describe('checking settings and declarations', () => {
  it.each([
    ['a key that is not known', 'colour: red\n', 'bad-declaration'],
    ['a tolerance of no extract', 'tolerance: {childs: 3}\n', 'unknown-extract'],
    ['receipts that are not there', 'receipts: nowhere.yaml\n', 'no-declaration'],
    ['a day of receipt still to come', 'received_on: 2026-04-01\n', 'received-later'],
  ])('%s', async (_, line, code) => {
    const { at, problems } = clinic();
    appendFileSync(at('service.yaml'), line);
    const found = await problems();
    expect(told(found)).toEqual([`declaration ${code}`]);
    expect(exitStatus(found)).toBe(2);
  });

  it('reports a schedule with an unknown job', async () => {
    const { write, problems } = clinic();
    write('schedule.yaml', "jobs:\n  sweep: {does: sweep up, every: day, at: '01:30'}\n");
    expect(told(await problems())).toEqual(['declaration bad-declaration']);
  });

  it('reports a year without bank holidays', async () => {
    const found = await clinic().problems({ now: Date.parse('2099-06-01T09:00:00Z') });
    expect(told(found)).toEqual(['declaration no-bank-holidays']);
  });

  it('notes a missing schedule without blocking anything', async () => {
    const { at, problems } = clinic();
    rmSync(at('schedule.yaml'));
    expect(told(await problems())).toEqual(['note no-schedule']);
  });

  it('reports skipped checks if settings cannot be read', async () => {
    const { lines, status } = await typed('--settings', join(emptyFolder(), 'service.yaml'));
    expect(status).toBe(2);
    expect(lines).toContain('note  service        not-looked-at');
  });
});

/** The demonstration's settings and schedule, its store, packs and history in a folder of their own. */
function demonstration(): string {
  const folder = emptyFolder();
  const reports = join(projectFolder(), 'reports');
  const text = readFileSync(join(reports, 'service.yaml'), 'utf8');
  const samples = join(projectFolder(), 'data-samples');
  writeFileSync(join(folder, 'service.yaml'), text.replaceAll('../data-samples', samples));
  for (const name of ['receipts.yaml', 'schedule.yaml'])
    copyFileSync(join(reports, name), join(folder, name));
  return join(folder, 'service.yaml');
}

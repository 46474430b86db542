// One measure in a browser: this computer's alone, and true to its files as they change.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { previewPage, type PreviewRequest } from '../../pipeline/commands/preview-page.js';
import { openPreview, type Preview } from '../../pipeline/commands/preview-server.js';
import { receive } from '../../pipeline/commands/receive.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { fewChildren } from '../deliveries/scenarios/processes.js';
import { AS_AT } from '../demonstration.js';
import { removeServices } from '../end-to-end/service.js';

const ID = 'children_worked_with';
const QUIET = { out: () => undefined, err: () => undefined, progress: () => undefined };
let copy: string;
let asked: PreviewRequest;
let preview: Preview;
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'boardpack-preview-'));
  for (const part of ['queries', 'templates', 'reports', 'package.json'])
    cpSync(join(projectFolder(), part), join(copy, part), { recursive: true });
  const service = fewChildren();
  await receive(readArguments(['receive', '--settings', service.settings]), QUIET);
  const settings = readSettings(service.settings);
  asked = { project: copy, settings, measure: ID, language: 'en', quarter: null, asAt: AS_AT };
  preview = await openPreview({
    page: () => previewPage(asked),
    follow: ['queries', 'templates'].map((folder) => join(copy, folder)),
    shell: join(copy, 'templates', 'preview'),
  });
});
afterAll(async () => {
  await preview.close();
  rmSync(copy, { recursive: true });
  removeServices();
});

const page = async (): Promise<string> => (await fetch(`${preview.url}page`)).text();
const own = (file: string): string => join(copy, 'queries', 'measures', ID, file);

/** Changes a file, and waits until a listening browser has been told. */
async function change(file: string, from: string, to: string): Promise<void> {
  const { body } = await fetch(`${preview.url}changes`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
  for (let told = ''; !told.includes('data: changed');)
    told = (await reader?.read())?.value ?? 'data: changed';
  await reader?.cancel();
}

/** The status of a request that names another host, as a page of another site would. */
function statusAs(host: string): Promise<number | undefined> {
  return new Promise((done, failed) => {
    request(preview.url, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', failed)
      .end();
  });
}

describe('a preview', () => {
  it('shows only the measure, for the last covered quarter, as the board sees it', async () => {
    const html = await page();
    expect(html).toContain('id="measure-children-worked-with"');
    expect(html).toContain('2022-23 Q4');
    expect(html).toContain('OFFICIAL-SENSITIVE');
    expect(html.match(/<article class="measure"/g)).toHaveLength(1);
  });

  it('reloads after a change of the declaration, and notifies the browser', async () => {
    await change(own('measure.yaml'), 'statutory or voluntary', 'of whatever kind');
    expect(await page()).toContain('of whatever kind');
  });

  it('reports an error in a query, and recovers when it is fixed', async () => {
    await change(own('measure.sql'), 'count(c.child_id)', 'count(c.no_such_column)');
    const html = await page();
    expect(html).toContain('no_such_column');
    expect(html).not.toContain('<article class="measure"');
    await change(own('measure.sql'), 'count(c.no_such_column)', 'count(c.child_id)');
    expect(await page()).toContain('<article class="measure"');
  });

  it('answers only on this computer, and refuses requests under another host name', async () => {
    expect(new URL(preview.url).hostname).toBe('127.0.0.1');
    const { host } = new URL(preview.url);
    expect(await statusAs(host)).toBe(200);
    expect(await statusAs('example.org')).toBe(403);
    expect((await fetch(`${preview.url}page`, { method: 'POST' })).status).toBe(403);
    expect((await fetch(`${preview.url}../package.json`)).status).toBe(404);
  });

  it('shows one variant of a folder by its own name, and says which folder to mend', async () => {
    const variant = { ...asked, measure: 'children_on_prevention' };
    const html = await previewPage(variant);
    expect(html).toContain('Children on prevention');
    expect(html).not.toContain('Children on diversion');
    const file = join(copy, 'queries', 'measures', 'programme_children', 'measure.sql');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('i.programme = $programme', 'i.nothing = $programme'));
    expect(await previewPage(variant)).toContain('queries/measures/programme_children');
    writeFileSync(file, before);
  });

  it('asks for a pack first where nothing was ever received', async () => {
    const settings = { ...asked.settings, deliveries: join(copy, 'nothing') };
    expect(await previewPage({ ...asked, settings })).toContain('boardpack pack');
  });
});

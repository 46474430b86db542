// The forms of a pack that a board may choose → the documents each leaves, what is in them, and the manifest that lists them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { fewChildren } from '../deliveries/scenarios/processes.js';
import { boardpack, hashes, removeServices } from './service.js';
import { sharedPack } from './shared.js';

const ONE = ['--quarter', '2022-23 Q4', '--as-at', '2023-05-15', '--language', 'en', '--draft'];
const PARTS = ['main-points', 'fairness', 'reliability', 'briefing', 'method', 'glossary'];

afterAll(removeServices);

/** The folder of the public draft of a service of fifteen children, in a form. */
async function build(form: string): Promise<string> {
  const service = fewChildren();
  const settings = load(readFileSync(service.settings, 'utf8')) as object;
  writeFileSync(service.settings, dump({ ...settings, pack_form: form }));
  const own = ['--settings', service.settings, '--edition', 'public'];
  const { status, stderr } = await boardpack('pack', ...ONE, ...own);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return join(service.out, 'drafts', '2022-23-q4', 'public');
}

/** The parts that a document has, by their headings. */
function listParts(html: string): string[] {
  return PARTS.filter((part) => html.includes(`<h2 id="${part}">`));
}

describe('the forms of a pack', () => {
  it('long is one document with everything, and no annex to point to', async () => {
    const folder = await build('long');
    expect(readdirSync(folder).filter((name) => /\.(html|pdf)$/.test(name))).toEqual([
      ...['draft-pack.en.html', 'draft-pack.en.pdf'],
    ]);
    const html = readFileSync(join(folder, 'draft-pack.en.html'), 'utf8');
    expect(listParts(html)).toEqual(['briefing', 'method', 'glossary']);
    expect(html).not.toContain('annex.en.html');
    expect(html).toContain('<article class="measure">');
  }, 120_000);

  it('short-alone is the pack to read, and points to no annex', async () => {
    const folder = await build('short-alone');
    expect(readdirSync(folder).filter((name) => /\.(html|pdf)$/.test(name))).toEqual([
      ...['draft-pack.en.html', 'draft-pack.en.pdf'],
    ]);
    const html = readFileSync(join(folder, 'draft-pack.en.html'), 'utf8');
    expect(listParts(html)).toEqual(['main-points', 'fairness', 'reliability']);
    expect(html).not.toContain('annex.en.html');
    expect(html).not.toContain('<article class="measure">');
  }, 120_000);
});

describe('the manifest of an edition', () => {
  it.each(['board', 'public'])('%s lists every file of its folder by its hash', async (edition) => {
    const { out } = await sharedPack('demonstration');
    const folder = join(out, '2022-23-q4', edition);
    const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files: Readonly<Record<string, string>>;
    };
    const left = Object.fromEntries(
      Object.entries(hashes(folder)).filter(([name]) => name !== 'manifest.json'),
    );
    expect(Object.keys(left)).toHaveLength(12);
    expect(files).toEqual(left);
  });
});

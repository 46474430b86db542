// A draft is marked on its cover, at the edge of every page, in its title and in each of its file names.
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { writePackHtml, packTitle } from '../../pipeline/pack/pack.js';
import { escapeCssString } from '../../pipeline/pack/style.js';
import { editionFiles, figureFiles } from '../../pipeline/publish/edition-files.js';
import { samplePack, templates } from './sample.js';

const NAMED = { en: 'DRAFT', cy: 'DRAFFT' } as const;

describe.each(LANGUAGES)('a draft in %s', (language) => {
  const pack = samplePack(language);
  const written = {
    draft: writePackHtml({ ...pack, draft: true }, templates),
    pack: writePackHtml(pack, templates),
  };
  const name = NAMED[language];

  it('is marked in its title, on its cover, and above its pages on a screen', () => {
    expect(packTitle({ ...pack, draft: true }, templates)).toMatch(`${name}: `);
    expect(written.draft).toContain(`<title>${name}: `);
    expect(written.draft).toMatch(new RegExp(`<p class="draft">${name}\\.`));
    expect(written.draft).toMatch(/<p class="draft-strip">Dra/);
  });

  it('is marked at two edges of every page', () => {
    const edges = /@page\{.*\}/.exec(written.draft)?.[0] ?? '';
    const heading = escapeCssString(`${name} · `).slice(1, -1);
    expect(edges).toContain(`@top-left{content:"${heading}`);
    expect(edges).toMatch(/@bottom-left\{content:"Dra/);
  });

  it('is marked nowhere once it is the final pack', () => {
    const page = written.pack.slice(written.pack.indexOf('<body>'));
    expect(page).not.toMatch(/class="draft|DRAF/);
    expect(/@page\{.*\}/.exec(written.pack)?.[0]).not.toMatch(/Dra|DRA/);
  });
});

describe('the files of a draft', () => {
  const manifest = {
    ...{ service: 'A', quarter: '2022-23 Q4', asAt: '2023-05-15', edition: 'board', hideBelow: 0 },
    ...{ synthetic: true, version: '0', covers: { from: '', to: '' }, deliveries: [], audit: null },
  };
  const { quarter } = samplePack('en');
  const job = { name: 'board/pack.en', html: '', language: 'en', title: '', dated: '' } as const;
  const files = (draft: boolean): ReadonlyMap<string, string | Uint8Array> =>
    editionFiles([{ job, pdf: new Uint8Array() }], figureFiles([], quarter), {
      ...manifest,
      draft,
    });

  it('have a draft prefix, in the manifest too', () => {
    const names = [...files(true).keys()];
    expect(names).toContain('draft-pack.en.pdf');
    expect(names).toContain('draft-manifest.json');
    expect(names.every((name) => name.startsWith('draft-'))).toBe(true);
    const said = JSON.parse(String(files(true).get('draft-manifest.json'))) as object;
    expect(said).toMatchObject({
      draft: true,
      files: { 'draft-figures.csv': expect.stringMatching(/^\w{64}$/) as string },
    });
  });

  it('lose the prefix in the final pack', () => {
    expect([...files(false).keys()]).toEqual([...files(true).keys()].map((name) => name.slice(6)));
    expect(JSON.parse(String(files(false).get('manifest.json')))).toMatchObject({ draft: false });
  });
});

// A quarter published again: the later release is in its place, the earlier ones under it, whole, and nothing is lost.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishAtomically } from '../../pipeline/publish/atomic-publish.js';
import { chooseListFolder, listEarlierReleases } from '../../pipeline/publish/earlier-releases.js';
import type { EditionFiles } from '../../pipeline/publish/manifest.js';
import { listAlteredFiles, readManifest } from '../../pipeline/publish/release-folder.js';
import { emptyFolder, listing } from '../deliveries/folder.js';

const QUARTER = '2022-23-q4';
const [APRIL, MAY, JUNE] = ['2023-04-20', '2023-05-20', '2023-06-20'] as const;
const WORKER = join(import.meta.dirname, 'publish-worker.mjs');

/** A release of one edition: its pages, each with these words, and the manifest of them. */
function releaseOf(asAt: string, words: string, languages = ['en', 'cy']): EditionFiles {
  const files = new Map<string, string>([
    ...languages.map((language) => [`pack.${language}.html`, `${language} ${words}`] as const),
    ['figures.csv', words] as const,
  ]);
  const hashes = [...files].map(([name, text]) => [name, hash(text)]);
  const manifest = { asAt, edition: 'board', files: Object.fromEntries(hashes) as object };
  return files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function publish(out: string, files: EditionFiles, edition = 'board'): string {
  return publishAtomically(join(out, QUARTER), new Map([[edition, files]])).get(edition) ?? '';
}

/** By folder, from the edition's own: the words of its figures. Every manifest found must be true. */
function shelved(out: string, edition = 'board'): Record<string, string> {
  const place = join(out, QUARTER, edition);
  const folders = [place, ...listEarlierReleases(place)];
  return Object.fromEntries(
    folders.map((folder) => {
      const manifest = readManifest(folder);
      expect(manifest && listAlteredFiles(folder, manifest)).toEqual([]);
      const name = folder.slice(place.length + 1);
      return [name, readFileSync(join(folder, 'figures.csv'), 'utf8')];
    }),
  );
}

describe('a release that another takes the place of', () => {
  it('moves under it, with those before it, each whole', () => {
    const out = emptyFolder();
    publish(out, releaseOf(APRIL, '28'));
    publish(out, releaseOf(MAY, '31'));
    publish(out, releaseOf(JUNE, '30'));
    expect(shelved(out)).toEqual({
      '': '30',
      [join('earlier', APRIL)]: '28',
      [join('earlier', MAY)]: '31',
    });
  });

  it('of the same day has a number, and so has the next', () => {
    const out = emptyFolder();
    for (const words of ['28', '31', '28', '29']) publish(out, releaseOf(APRIL, words));
    expect(shelved(out)).toEqual({
      '': '29',
      [join('earlier', APRIL)]: '28',
      [join('earlier', `${APRIL}-2`)]: '31',
      [join('earlier', `${APRIL}-3`)]: '28',
    });
  });

  it('is kept where somebody changed it by hand, and so is a file that no manifest names', () => {
    const out = emptyFolder();
    const place = publish(out, releaseOf(APRIL, '28'));
    writeFileSync(join(place, 'pack.en.html'), 'corrected by hand');
    writeFileSync(join(place, 'minutes.txt'), 'of the board');
    publish(out, releaseOf(APRIL, '28'));
    expect(readFileSync(join(place, 'pack.en.html'), 'utf8')).toBe('en 28');
    const earlier = join(place, 'earlier', APRIL);
    expect(readFileSync(join(earlier, 'pack.en.html'), 'utf8')).toBe('corrected by hand');
    expect(readFileSync(join(earlier, 'minutes.txt'), 'utf8')).toBe('of the board');
  });

  it('touches no other edition', () => {
    const out = emptyFolder();
    publish(out, releaseOf(APRIL, '28'), 'public');
    publish(out, releaseOf(APRIL, '28'));
    publish(out, releaseOf(MAY, '31'));
    expect(shelved(out, 'public')).toEqual({ '': '28' });
  });

  it('is replaced where it is a draft', () => {
    const out = emptyFolder();
    const draft = (words: string): EditionFiles =>
      new Map([
        ['draft-pack.en.html', words],
        ['draft-manifest.json', '{}'],
      ]);
    publish(out, draft('28'));
    const place = publish(out, draft('31'));
    expect(listing(place)).toEqual(['draft-manifest.json', 'draft-pack.en.html']);
    expect(readFileSync(join(place, 'draft-pack.en.html'), 'utf8')).toBe('31');
  });
});

describe('a release that is there already', () => {
  it('moves nothing, in its place or under it', () => {
    const out = emptyFolder();
    publish(out, releaseOf(APRIL, '28'));
    publish(out, releaseOf(MAY, '31'));
    const before = listing(out);
    expect(publish(out, releaseOf(MAY, '31'))).toBe(join(out, QUARTER, 'board'));
    expect(publish(out, releaseOf(APRIL, '28'))).toBe(
      join(out, QUARTER, 'board', 'earlier', APRIL),
    );
    expect(listing(out)).toEqual(before);
  });

  it('in two languages holds the same in Welsh only, and a second language joins the first', () => {
    const out = emptyFolder();
    publish(out, releaseOf(APRIL, '28', ['cy']));
    const place = publish(out, releaseOf(APRIL, '28', ['en']));
    const both = ['figures.csv', 'manifest.json', 'pack.cy.html', 'pack.en.html'];
    expect(listing(place)).toEqual(both);
    publish(out, releaseOf(APRIL, '28', ['cy']));
    publish(out, releaseOf(APRIL, '28'));
    expect(listing(place)).toEqual(both);
    expect(shelved(out)).toEqual({ '': '28' });
  });

  it('in two languages stays under a revision in Welsh only', () => {
    const out = emptyFolder();
    publish(out, releaseOf(APRIL, '28'));
    const place = publish(out, releaseOf(APRIL, '31', ['cy']));
    expect(listing(join(place, 'earlier', APRIL))).toContain('pack.en.html');
    expect(shelved(out)).toEqual({ '': '31', [join('earlier', APRIL)]: '28' });
  });
});

describe('a look back', () => {
  it('goes under the release that knew more, and its lists have a folder of their own', () => {
    const out = emptyFolder();
    publish(out, releaseOf(MAY, '31'));
    const folder = publish(out, releaseOf(APRIL, '28'));
    expect(folder).toBe(join(out, QUARTER, 'board', 'earlier', APRIL));
    expect(shelved(out)).toEqual({ '': '31', [join('earlier', APRIL)]: '28' });
    const quarter = join(out, QUARTER);
    expect(chooseListFolder(quarter, APRIL)).toBe(join(quarter, 'earlier', APRIL));
    expect([MAY, JUNE].map((asAt) => chooseListFolder(quarter, asAt))).toEqual([quarter, quarter]);
  });
});

describe('a process that is killed while it publishes', () => {
  /** A quarter with two editions of April, one of which has an earlier release. */
  function shelf(): string {
    const out = emptyFolder();
    publish(out, releaseOf('2023-04-10', '27'));
    for (const edition of ['board', 'public']) publish(out, releaseOf(APRIL, '28'), edition);
    return out;
  }

  /** Publishes in a process that is killed before one of its steps; gives the steps it came to. */
  function publishUntil(out: string, files: EditionFiles, at: number): string[] {
    const log = join(emptyFolder(), 'log');
    appendFileSync(log, '');
    const editions = { board: Object.fromEntries(files), public: Object.fromEntries(files) };
    const argv = [WORKER, join(out, QUARTER), JSON.stringify(editions), String(at), log];
    const { signal, status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect({ signal, status, stderr }).toEqual(
      at === 0
        ? { signal: null, status: 0, stderr: '' }
        : { signal: 'SIGKILL', status: null, stderr: '' },
    );
    return readFileSync(log, 'utf8').trim().split('\n');
  }

  it.each([
    ['a revision', releaseOf(MAY, '31')],
    ['a revision of the same day', releaseOf(APRIL, '31')],
    ['a look back', releaseOf('2023-04-15', '26')],
    ['the same', releaseOf(APRIL, '28')],
  ])(
    'at any step, with %s, leaves what the next one completes',
    (_, files) => {
      const calm = shelf();
      const steps = publishUntil(calm, files, 0);
      const wanted = [listing(calm), shelved(calm), shelved(calm, 'public')];
      for (const at of steps.keys()) {
        const out = shelf();
        publishUntil(out, files, at + 1);
        publishAtomically(
          join(out, QUARTER),
          new Map(['board', 'public'].map((edition) => [edition, files])),
        );
        expect([listing(out), shelved(out), shelved(out, 'public')]).toEqual(wanted);
      }
    },
    60_000,
  );

  it('keeps what a build of other extracts finds after the kill', () => {
    const out = shelf();
    const steps = publishUntil(shelf(), releaseOf(MAY, '31'), 0);
    publishUntil(out, releaseOf(MAY, '31'), steps.length);
    publish(out, releaseOf(JUNE, '33'));
    expect(Object.values(shelved(out)).sort()).toEqual(['27', '28', '31', '33']);
  });

  it('is found where its folder was removed meanwhile', () => {
    const out = shelf();
    rmSync(join(out, QUARTER, 'board'), { recursive: true });
    mkdirSync(join(out, QUARTER), { recursive: true });
    publish(out, releaseOf(MAY, '31'));
    expect(shelved(out)).toEqual({ '': '31' });
  });
});

// What a pack gave, kept and read back: the very same, or nobody builds on it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProblem } from '../problems/words.js';
import {
  packFile,
  releaseArchiveFolder,
  readRelease,
  archiveRelease,
} from '../../pipeline/deliveries/release-archive.js';
import type { Release, ReleasedFigure } from '../../pipeline/deliveries/release-document.js';
import { writeCanonicalJson } from '../../pipeline/domain/canonical-json.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { anyRelease } from './arbitrary-release.js';
import { emptyFolder } from './folder.js';

/** Written by the version that kept releases as V8 writes them: see the README beside it. */
const BEFORE_1 = join(projectFolder(), 'tests', 'deliveries', 'releases');

const PLACE = {
  measure: 'children',
  window_start: '2022-04-01',
  window_end: '2023-03-31',
  breakdown: 'total',
  group: 'all',
};
const FIGURE: ReleasedFigure = {
  ...PLACE,
  ...{ numerator: 20, denominator: null, value: 20, lower: 12.2, upper: 30.9 },
  ...{ status: 'shown', verdict: null, kept: false },
};
const RELEASE: Release = [{ edition: 'public', figures: [FIGURE], supplements: [] }];

/** A release in any order, in one order. */
function inOrder(release: Release): unknown {
  const sorted = <Each>(list: readonly Each[]): Each[] =>
    [...list].sort((one, other) => (writeCanonicalJson(one) < writeCanonicalJson(other) ? -1 : 1));
  return sorted(
    release.map(({ edition, figures, supplements }) => ({
      edition,
      figures: sorted(figures),
      supplements: sorted(supplements),
    })),
  );
}

function problemOf(act: () => unknown): Problem | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems[0];
  }
}

/** Keeps bytes under their own name, as if some version had written them. */
function kept(bytes: Uint8Array): { store: string; name: string } {
  const store = emptyFolder();
  const name = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(releaseArchiveFolder(store), { recursive: true });
  writeFileSync(packFile(store, name), bytes);
  return { store, name };
}

function documentOf(release: Release): Record<string, unknown> {
  const store = emptyFolder();
  const bytes = gunzipSync(readFileSync(packFile(store, archiveRelease(store, release))));
  return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
}

describe('a release', () => {
  it('comes back as it was, whatever it holds', () => {
    const store = emptyFolder();
    fc.assert(
      fc.property(anyRelease, (release) => {
        const back = readRelease(store, archiveRelease(store, release));
        expect(inOrder(back)).toStrictEqual(inOrder(release));
      }),
    );
  });

  it('has one name, in whatever order it is given', () => {
    const [store, other] = [emptyFolder(), emptyFolder()];
    fc.assert(
      fc.property(anyRelease, (release) => {
        const reversed = [...release].reverse().map(({ supplements, figures, edition }) => ({
          supplements: [...supplements].reverse(),
          figures: [...figures].reverse(),
          edition,
        }));
        expect(archiveRelease(other, reversed)).toBe(archiveRelease(store, release));
      }),
    );
  });

  it('is a document that says what it is', () => {
    expect(documentOf(RELEASE)).toEqual({
      format: 'boardpack-release',
      version: 1,
      editions: RELEASE,
    });
  });

  it.each([NaN, Infinity, -Infinity])('is not kept with a number that is %s', (value) => {
    const release = [{ edition: 'public', figures: [{ ...FIGURE, value }], supplements: [] }];
    expect(() => archiveRelease(emptyFolder(), release)).toThrow();
  });

  it('is not kept with a place or an edition twice', () => {
    const twice = [{ edition: 'public', figures: [FIGURE, FIGURE], supplements: [] }];
    expect(() => archiveRelease(emptyFolder(), twice)).toThrow(/twice/);
    expect(() => archiveRelease(emptyFolder(), [...RELEASE, ...RELEASE])).toThrow(/twice/);
  });
});

describe('a release that cannot be read stops the build', () => {
  it('with any bit of it flipped', () => {
    const store = emptyFolder();
    const name = archiveRelease(store, RELEASE);
    const path = packFile(store, name);
    const bytes = readFileSync(path);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path, flipped);
      expect(problemOf(() => readRelease(store, name))).toMatchObject({
        kind: 'data',
        code: 'pack-forgotten',
        file: path,
      });
    }
  });

  it('where it is gone', () => {
    expect(problemOf(() => readRelease(emptyFolder(), 'a'.repeat(64)))?.code).toBe(
      'pack-forgotten',
    );
  });

  const figure = FIGURE as unknown as Record<string, unknown>;
  const { kept: _kept, ...lacking } = figure;
  const withFigure = (each: unknown): unknown => ({
    ...documentOf(RELEASE),
    editions: [{ edition: 'public', figures: [each], supplements: [] }],
  });
  it.each([
    ['of a later version', () => ({ ...documentOf(RELEASE), version: 2 })],
    ['of no version', () => ({ ...documentOf(RELEASE), version: undefined })],
    ['of another format', () => ({ ...documentOf(RELEASE), format: 'other' })],
    ['with an unknown key', () => ({ ...documentOf(RELEASE), more: 1 })],
    ['with an unknown key of a figure', () => withFigure({ ...figure, more: 1 })],
    ['without a key of a figure', () => withFigure(lacking)],
    ['with a hidden figure that has a number', () => withFigure({ ...figure, status: 'hidden' })],
    ['with a part of a child', () => withFigure({ ...figure, numerator: 0.5 })],
    ['without editions', () => ({ ...documentOf(RELEASE), editions: undefined })],
    ['that is no document', () => []],
  ])('%s', (_, made) => {
    const { store, name } = kept(gzipSync(JSON.stringify(made())));
    expect(problemOf(() => readRelease(store, name))).toMatchObject({ code: 'pack-forgotten' });
  });

  it('of a later version: says to use that', () => {
    const later = { ...documentOf(RELEASE), version: 2, other: {} };
    const { store, name } = kept(gzipSync(JSON.stringify(later)));
    expect(readProblem(problemOf(() => readRelease(store, name)))?.fix).toMatch(/later/);
  });

  it.each([['no archive'], ['']])('that is not compressed: %j', (text) => {
    const { store, name } = kept(Buffer.from(text));
    expect(problemOf(() => readRelease(store, name))?.code).toBe('pack-forgotten');
  });
});

describe('a release of the version before the document', () => {
  const NUMBERS = { numerator: 20, denominator: null, value: 20, lower: 12.2, upper: 30.9 };
  const TOLD = { status: 'shown', ...NUMBERS, verdict: null };
  const AT = '["children","2022-04-01","2023-03-31","total","all"]';
  const releaseOf = (each: object, at = AT): Map<string, unknown> =>
    new Map([['public', new Map([[at, each]])]]);
  const read = (value: unknown): Release => {
    const { store, name } = kept(gzipSync(serialize(value)));
    return readRelease(store, name);
  };

  it('is read, and kept anew it is the same', () => {
    const names = readdirSync(releaseArchiveFolder(BEFORE_1));
    expect(names).toHaveLength(2);
    for (const name of names) {
      const release = readRelease(BEFORE_1, name);
      const [board, shared] = ['board', 'public'].map((edition) =>
        release.find((each) => each.edition === edition),
      );
      expect(board?.figures).toHaveLength(190);
      expect(board?.supplements).toEqual([]);
      expect(shared?.figures).toHaveLength(190);
      expect(shared?.supplements.map(({ kind }) => kind).sort()).toEqual([
        ...['curve', 'overlap', 'steps', 'steps'],
      ]);
      const store = emptyFolder();
      const anew = archiveRelease(store, release);
      expect(anew).not.toBe(name);
      expect(inOrder(readRelease(store, anew))).toStrictEqual(inOrder(release));
    }
  });

  it('is read without what was not remembered at first', () => {
    expect(read({ told: releaseOf(TOLD) })).toEqual(RELEASE);
    expect(read({ told: releaseOf({ ...TOLD, kept: true }) })).toEqual([
      { edition: 'public', figures: [{ ...FIGURE, kept: true }], supplements: [] },
    ]);
  });

  const { numerator: _numerator, ...lacking } = TOLD;
  const hidden = { measure: 'children', window: { id: 'a', starts: 'b', ends: 'c' } };
  const besides = (text: unknown, at = '["curve","children","b","c"]'): object => ({
    told: releaseOf(TOLD),
    besides: new Map([['public', new Map([[at, JSON.stringify(text)]])]]),
  });
  it.each<[string, unknown]>([
    ['an unknown key', { told: releaseOf(TOLD), more: 1 }],
    ['a key that was renamed', { shown: releaseOf(TOLD) }],
    ['an unknown key of a figure', { told: releaseOf({ ...TOLD, more: 1 }) }],
    ['no numerator', { told: releaseOf(lacking) }],
    ['kept, and not', { told: releaseOf({ ...TOLD, kept: false }) }],
    ['a number that is not finite', { told: releaseOf({ ...TOLD, upper: Infinity }) }],
    ['a hidden figure with a number', { told: releaseOf({ ...TOLD, status: 'hidden' }) }],
    ['a place of another kind', { told: releaseOf(TOLD, '["children","2022-04-01"]') }],
    ['a verdict that never was', { told: releaseOf({ ...TOLD, verdict: 'fine' }) }],
    ['a curve of an unknown state', besides({ ...hidden, status: 'gone' })],
    ['a curve with an unknown key', besides({ ...hidden, status: 'hidden', more: 1 })],
    ['a curve by the place of another', besides({ ...hidden, status: 'hidden' }, '["a"]')],
    ['no map', { told: { public: {} } }],
    ['nothing', null],
  ])('stops the build with %s', (_, value) => {
    expect(problemOf(() => read(value))).toMatchObject({ code: 'pack-forgotten' });
  });
});

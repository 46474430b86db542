// What keeps real and invented children apart, and one service from another: each is refused with what to do.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { PUBLISHED_KEY } from '../../pipeline/ingest/safeguards.js';
import { findEmptyAreas } from '../../pipeline/load/check-empty-areas.js';
import { emptyFolder } from '../deliveries/folder.js';
import { smallService, type Service } from '../deliveries/service.js';
import { readProblem } from '../problems/words.js';

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

const FILES = {
  'children.csv': ['child_id,surname,home,known_since', 'C1,Enghraifft,Home,02/01/2020'],
  'visits.csv': ['visit_id,child_id', 'V1,C1'],
};

async function refusal(act: () => unknown): Promise<string[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const each of error.problems) expect(readProblem(each).fix).not.toBe('');
    return error.problems.map((each) => `${each.code}: ${readProblem(each).what}`);
  }
}

describe('the key of the samples', () => {
  const send = (service: Service, changed: Partial<Settings>): Promise<string[]> => {
    writeFileSync(service.settings.key_file, `${PUBLISHED_KEY}\n`);
    return refusal(() => service.send(FILES, '2023-04-20', { settings: changed }));
  };

  it('receives no real child, and stores nothing', async () => {
    const service = smallService();
    const [refused] = await send(service, { synthetic: false });
    expect(refused).toMatch(/^published-key: /);
    expect(existsSync(service.settings.deliveries)).toBe(false);
  });

  it('receives invented ones', async () => {
    expect(await send(smallService(), { synthetic: true })).toEqual([]);
  });
});

describe('the mark of invented extracts', () => {
  const codes = (synthetic: boolean, mark: string | null): string[] => {
    const extracts = emptyFolder();
    if (mark !== null) writeFileSync(join(extracts, 'SYNTHETIC.txt'), mark);
    const settings = { ...smallService().settings, synthetic, extracts, reference: extracts };
    return findAllFiles([], settings, null).problems.map(({ kind, code }) => `${kind} ${code}`);
  };

  it.each([
    [true, 'SYNTHETIC\nEvery child is invented.\n', []],
    [false, null, []],
    [true, null, ['declaration no-synthetic-mark']],
    [true, 'Notes on SYNTHETIC data\n', ['declaration no-synthetic-mark']],
    [false, 'SYNTHETIC\n', ['declaration unsaid-synthetic']],
  ])('with synthetic: %s and the mark %j gives %j', (synthetic, mark, wanted) => {
    expect(codes(synthetic, mark)).toEqual(wanted);
  });
});

describe('a store of another service', () => {
  it('is refused, and kept by a service whose areas have new codes', async () => {
    const service = smallService();
    await service.send(FILES);
    const send = (settings: Partial<Settings>): Promise<string[]> =>
      refusal(() => service.send(FILES, '2023-05-20', { settings }));
    const [refused] = await send({ areas: ['W06000001'] });
    expect(refused).toBe(
      'other-store: The store belongs to a service with other areas: W06000005.',
    );
    const until = '2023-03-31';
    const former = { code: 'W06000005', until };
    expect(await send({ areas: ['W06000001'], predecessors: [former] })).toEqual([]);
    expect(await send({ areas: ['W06000001'] })).toEqual([]);
    expect(await send({ areas: ['W06000002'] })).toHaveLength(1);
  });

  it('opens after a process was killed while it wrote whose store it is', async () => {
    const service = smallService();
    const { deliveries } = service.settings;
    await service.send(FILES);
    writeFileSync(join(deliveries, 'service.json.new'), '{"are');
    const until = '2023-03-31';
    const settings = { areas: ['W06000001'], predecessors: [{ code: 'W06000005', until }] };
    expect(await refusal(() => service.send(FILES, '2023-05-20', { settings }))).toEqual([]);
    expect(JSON.parse(readFileSync(join(deliveries, 'service.json'), 'utf8'))).toEqual({
      areas: ['W06000001', 'W06000005'],
    });
    expect(existsSync(join(deliveries, 'service.json.new'))).toBe(false);
  });
});

describe('a nation that is not that of the areas', () => {
  it('is refused, with what to write', async () => {
    const file = join(emptyFolder(), 'service.yaml');
    const rest = 'extracts: in\nreference: in\ndeliveries: store\n';
    writeFileSync(
      file,
      `service: {en: Test, cy: Prawf}\nnation: England\nareas: [W06000005]\nlanguages: [en]\n${rest}`,
    );
    expect(await refusal(() => readSettings(file))).toEqual([
      expect.stringMatching(
        /areas\.0 holds W06000005, which is not in England\. Write the other nation/,
      ),
    ]);
  });
});

describe('an area with nobody', () => {
  const areas = (...counts: readonly [children: number, population: number][]): string[] =>
    findEmptyAreas(
      counts.map(([children, population], at) => ({ area: `A${at}`, children, population })),
    ).map((each) => `${each.kind} ${readProblem(each).what}`);

  it('is refused where five children or more would be expected, and noted where fewer would', () => {
    expect(areas([100, 20_000], [0, 1_100])).toEqual([
      expect.stringMatching(
        /^data None of 100 children is of the area A1\. .* about 5 would be expected\.$/,
      ),
    ]);
    expect(areas([100, 20_000], [0, 900])).toEqual([expect.stringMatching(/^note .* about 4 /)]);
    expect(areas([100, 20_000], [1, 20_000])).toEqual([]);
    expect(areas([0, 20_000], [0, 20_000])).toEqual([]);
  });
});

// Every input of every kind, built by this checkout: what its pack shows is right.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { buildHere } from './build-here.js';
import { buildPlan } from './build-plan.js';
import { buildByProgram } from './build-there.js';
import { readKinds, readPackPlans } from './input.js';
import { judge } from './judge.js';
import { readTexts, type PrintedPack } from './printed.js';

const KINDS = readKinds();
const PLANS = readPackPlans(KINDS);
const folder = mkdtempSync(join(tmpdir(), 'boardpack-kinds-'));
const built = new Map<string, PrintedPack>();
const apart = buildByProgram(projectFolder());

beforeAll(async () => {
  for (const [name, plan] of PLANS)
    built.set(name, await buildPlan(plan, join(folder, name), plan.locale ? apart : buildHere));
}, 900_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(KINDS)('$point $kind', ({ inputs }) => {
  it.each(inputs)('$name', ({ pack, shows }) => {
    const printed = built.get(pack);
    if (!printed) throw new Error(`no pack ${pack}`);
    const wrong = shows.map((shown) => judge(printed, shown)).filter(({ right }) => !right);
    expect(wrong).toEqual([]);
  });
});

describe.each([...PLANS].filter(([, { locale }]) => locale !== undefined))(
  'the pack %s, on a computer of another language',
  (name, plan) => {
    it('is byte for byte what it is on one set to English', async () => {
      const english = { ...plan, locale: 'en_GB.UTF-8' };
      const printed = await buildPlan(english, join(folder, `${name}-en`), apart);
      const here = built.get(name);
      if (!here) throw new Error(`no pack ${name}`);
      expect(Object.keys(readTexts(here))).toContain('public/figures.csv');
      expect(readTexts(here)).toEqual(readTexts(printed));
    }, 120_000);
  },
);

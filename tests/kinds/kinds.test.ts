// Every input of every kind, built by this checkout: what its pack shows is right.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHere } from './build-here.js';
import { buildPlan } from './build-plan.js';
import { readKinds, readPackPlans } from './input.js';
import { judge } from './judge.js';
import type { PrintedPack } from './printed.js';

const KINDS = readKinds();
const PLANS = readPackPlans(KINDS);
const folder = mkdtempSync(join(tmpdir(), 'boardpack-kinds-'));
const built = new Map<string, PrintedPack>();

beforeAll(async () => {
  for (const [name, plan] of PLANS)
    built.set(name, await buildPlan(plan, join(folder, name), buildHere));
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

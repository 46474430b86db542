// A pack's plan → the service laid out, built once or several times in one store, and what it printed.
import { join } from 'node:path';
import { parseQuarter } from '../../pipeline/domain/period.js';
import type { PackPlan } from './input.js';
import { SAMPLES, applyChange, layOutSample } from './lay-out.js';
import type { PrintedPack } from './printed.js';

/** One pack to build from the service in a folder. */
export interface Build {
  readonly folder: string;
  readonly quarter: string;
  readonly asAt: string;
  readonly editions: readonly string[];
  readonly languages: readonly ('en' | 'cy')[];
  readonly draft: boolean;
  readonly locale: string | undefined;
}

/** Builds a pack; gives what was said of why it stopped, or null. */
export type Builder = (build: Build) => Promise<string | null>;

/** Builds a plan in a new folder, with one builder, and gives the last of its packs. */
export async function buildPlan(
  plan: PackPlan,
  folder: string,
  build: Builder,
): Promise<PrintedPack> {
  const { quarter, asAt } = SAMPLES[plan.service];
  const first = { quarter: plan.quarter ?? quarter, as_at: plan.as_at ?? asAt };
  layOutSample(plan.service, folder);
  let last: PrintedPack | null = null;
  for (const step of [{ ...first, change: plan.change }, ...plan.then]) {
    for (const change of step.change) applyChange(folder, change);
    const label = step.quarter ?? first.quarter;
    const parsed = parseQuarter(label);
    if (!parsed) throw new RangeError(label);
    const { editions, languages, draft, locale } = plan;
    const what = { quarter: label, asAt: step.as_at, editions, languages, draft, locale };
    const said = await build({ folder, ...what });
    last = {
      ...{ stopped: said !== null, said: said ?? '', ends: parsed.ends },
      ...{ prefix: draft ? 'draft-' : '' },
      folder: join(folder, 'out', draft ? 'drafts' : '', parsed.path),
    };
  }
  if (!last) throw new Error('a plan has a pack');
  return last;
}

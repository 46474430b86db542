// A sample service → its pack, built by the real program once in a run of the tests for every file that asks for it.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import {
  boardpack,
  emptyService,
  serviceIn,
  serviceLike,
  type Ran,
  type Service,
} from './service.js';

/** How the packs that are shared are built. */
const PACKS = {
  demonstration: {
    sample: 'reports/service.yaml',
    argv: ['--quarter', '2022-23 Q4', '--as-at', '2023-05-15'],
  },
  english: {
    sample: 'data-samples/english-service/service.yaml',
    argv: ['--quarter', '2023-24 Q4', '--as-at', '2024-07-31'],
  },
} as const;

/** A service that has built its pack, and what the program said. */
export interface Packed extends Service {
  readonly ran: Ran;
}

/** A shared pack, to look at and not to touch. The file that asks first builds it; the others wait for it. */
export async function sharedPack(name: keyof typeof PACKS): Promise<Packed> {
  const folder = join(inject('shared'), name);
  const told = join(folder, 'ran.json');
  if (isFirst(folder)) await build(name, folder, told);
  while (!existsSync(told)) await wait(100);
  return { ...serviceIn(folder), ran: JSON.parse(readFileSync(told, 'utf8')) as Ran };
}

/** A shared pack with its store and settings in a folder of its own, to do with as a test likes. */
export async function ownPack(name: keyof typeof PACKS): Promise<Packed> {
  const { folder, ran } = await sharedPack(name);
  const own = emptyService();
  cpSync(folder, own.folder, { recursive: true });
  return { ...own, ran };
}

function isFirst(folder: string): boolean {
  return mkdirSync(folder, { recursive: true }) !== undefined;
}

async function build(name: keyof typeof PACKS, folder: string, told: string): Promise<void> {
  const { sample, argv } = PACKS[name];
  const { settings } = serviceLike(sample, folder);
  const ran = await boardpack('pack', ...argv, '--settings', settings);
  writeFileSync(`${told}.new`, JSON.stringify(ran));
  renameSync(`${told}.new`, told);
}

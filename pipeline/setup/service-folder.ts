// The answers about a new service → its own folder: settings, key, and a place for all that it decides.
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { settingsSchema } from '../config/settings.js';
import { ProblemError } from '../domain/problem.js';
import { readKey } from '../identity/key.js';
import type { Answers } from './answers.js';
import { listFormerAreas, type Council, type FormerArea } from './councils.js';

/** Folders for what a service receives, writes and decides. The store and the key are for their owner alone. */
const FOLDERS = ['extracts', 'reference', 'commentary', 'registers', 'packs'] as const;
const DECISIONS = ['editions', 'codes', 'suppliers'] as const;
const PRIVATE = ['deliveries', 'key'] as const;

/** Where each thing is, in the settings of a new service. */
export const NEW_PLACES = {
  extracts: 'extracts',
  reference: 'reference',
  deliveries: 'deliveries',
  commentary: 'commentary',
  registers: 'registers',
  output: 'packs',
  key_file: 'key/boardpack.key',
} as const;

/** What was made. */
export interface MadeService {
  readonly folder: string;
  readonly settings: string;
  /** Null if the key is given in the environment. */
  readonly keyFile: string | null;
  readonly former: readonly FormerArea[];
}

/** The settings of a new service as they are written: with nothing in them that it did not say. */
export function buildSettings(
  { name, nation, areas, languages, contact, boardDay }: Answers,
  former: readonly FormerArea[],
): Record<string, unknown> {
  const codes = areas.map(({ code }) => code);
  const predecessors = former.map(({ code, until, became }) => ({
    code,
    until,
    ...(codes.length > 1 ? { became } : {}),
  }));
  return {
    service: name,
    nation,
    areas: codes,
    ...(predecessors.length > 0 ? { predecessors } : {}),
    languages,
    ...(contact === null ? {} : { contact }),
    ...(boardDay === null ? {} : { board_day: boardDay }),
    ...NEW_PLACES,
  };
}

/**
 * Makes the folder of a service. Throws `ProblemError` if it has settings already; nothing that is there is changed. The
 * key is made by this call and by no other, unless the environment gives one.
 */
export function makeServiceFolder(
  folder: string,
  program: string,
  answers: Answers,
  {
    councils,
    environmentKey,
  }: { councils: readonly Council[]; environmentKey: string | undefined },
): MadeService {
  const former = listFormerAreas(
    answers.areas.map(({ code }) => code),
    councils,
  );
  const settings = join(folder, 'service.yaml');
  refuseExisting(settings);
  const written = buildSettings(answers, former);
  settingsSchema.parse(written);
  makePlaces(folder, program);
  const keyFile = environmentKey === undefined ? join(folder, NEW_PLACES.key_file) : null;
  if (keyFile !== null) readKey(keyFile, undefined);
  writeSettings(settings, written);
  return { folder, settings, keyFile, former };
}

/** Makes the folders, and copies what a service begins with where it has nothing of that name. */
export function makePlaces(folder: string, program: string): void {
  for (const name of [...FOLDERS, ...DECISIONS]) mkdirSync(join(folder, name), { recursive: true });
  for (const name of PRIVATE) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  const begin = join(program, 'templates', 'service');
  for (const name of readdirSync(begin))
    if (!existsSync(join(folder, name))) copyFileSync(join(begin, name), join(folder, name));
}

/** Writes settings that nobody has written there yet. */
export function writeSettings(file: string, written: Readonly<Record<string, unknown>>): void {
  const heading =
    '# The settings of this service. docs/settings.md of Boardpack says what each key means.\n';
  writeFileSync(file, heading + dump(written, { lineWidth: 120, flowLevel: 2 }), { flag: 'wx' });
}

/** Throws `ProblemError` if a folder is a service's already. */
export function refuseExisting(settings: string): void {
  if (!existsSync(settings)) return;
  throw new ProblemError([
    {
      kind: 'declaration',
      code: 'service-there',
      file: settings,
    },
  ]);
}

// A service's settings, key and store → the reasons why real and invented children, or two services, could be mixed.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../config/settings.js';
import { listDeliveries } from '../deliveries/ledger.js';
import type { LedgerEvent } from '../deliveries/events.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { computeKeyMark } from '../identity/pseudonym.js';

/** The key of the samples, which anybody can read. */
export const PUBLISHED_KEY = 'this-key-is-public-and-protects-invented-children-only';

/** The file among extracts that says that every child in them is invented. */
export const SYNTHETIC_MARK = 'SYNTHETIC.txt';

/**
 * Finds whether the settings call the extracts of a folder invented where the mark among them does not, or the reverse.
 * Where the folder was typed for this run, the mark in the folder of the settings speaks for invented extracts too.
 */
export function checkSyntheticMark({ synthetic, extracts }: Settings, folder: string): Problem[] {
  const file = join(folder, SYNTHETIC_MARK);
  const isMarked = hasMark(folder) || (synthetic && hasMark(extracts));
  if (!existsSync(folder) || isMarked === synthetic) return [];
  return [synthetic ? describeUnmarked(file) : describeMarked(file)];
}

function hasMark(folder: string): boolean {
  const file = join(folder, SYNTHETIC_MARK);
  return existsSync(file) && /^SYNTHETIC\b/.test(readFileSync(file, 'utf8'));
}

/** The problem of real data under the key of the samples; none for invented data. */
export function checkPublishedKey({ synthetic, key_file }: Settings, key: string): Problem[] {
  if (synthetic || key.trim() !== PUBLISHED_KEY) return [];
  return [
    {
      kind: 'data',
      code: 'published-key',
      file: key_file,
    },
  ];
}

/**
 * Throws `ProblemError` if real data would be received under the published key, if the store was made with another key, or
 * if it is the store of a service with other areas.
 */
export function requireOwnStore(
  settings: Settings,
  lines: readonly LedgerEvent[],
  key: string,
): void {
  const mark = computeKeyMark(key);
  const isSame = listDeliveries(lines).every((entry) => entry.key_mark === mark);
  const problems = [
    ...checkPublishedKey(settings, key),
    ...(isSame ? [] : [OTHER_KEY]),
    ...findOtherStore(settings),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
}

const ownerSchema = z.strictObject({ areas: z.array(z.string()) });

function ownerFile({ deliveries }: Pick<Settings, 'deliveries'>): string {
  return join(deliveries, 'service.json');
}

/** Records whose store it is: the areas of the service, today's and former. Half a record is never read: it is renamed into place. */
export function recordOwner(settings: Settings): void {
  const text = `${JSON.stringify({ areas: listAreas(settings) })}\n`;
  const file = ownerFile(settings);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A service that was reorganised has an area of before among its predecessors, and so keeps its store. */
function findOtherStore(settings: Settings): Problem[] {
  const file = ownerFile(settings);
  if (!existsSync(file)) return [];
  const { areas } = ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const own = listAreas(settings);
  if (areas.some((each) => own.includes(each))) return [];
  return [
    {
      kind: 'declaration',
      code: 'other-store',
      file: settings.deliveries,
      facts: { areas },
    },
  ];
}

function listAreas({ areas, predecessors }: Settings): string[] {
  return [...new Set([...areas, ...predecessors.map(({ code }) => code)])].sort();
}

/** With two keys the same child has two pseudonyms and would be counted twice. */
const OTHER_KEY: Problem = {
  kind: 'data',
  code: 'other-key',
};

function describeUnmarked(file: string): Problem {
  return {
    kind: 'declaration',
    code: 'no-synthetic-mark',
    file,
  };
}

function describeMarked(file: string): Problem {
  return {
    kind: 'declaration',
    code: 'unsaid-synthetic',
    file,
  };
}

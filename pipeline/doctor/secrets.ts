// The key and the mail password → whether they exist, are long enough, and are protected. Neither is ever printed.
import { dirname } from 'node:path';
import { containsPath } from '../config/contains-path.js';
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';
import type { Probe } from './probe.js';

/** Facts about the service's key. */
interface KeyFacts {
  readonly file: string;
  readonly isInEnvironment: boolean;
  /** Computes the mark of the current key; null if there is none yet. Throws `ProblemError` for an invalid key. */
  readonly readMark: () => string | null;
  /** Marks of the keys that deliveries in the store were made with. */
  readonly marks: readonly string[];
  /** True for invented data, which contains no secret. */
  readonly synthetic: boolean;
  /** Folders that are copied, sent and shared as data. */
  readonly data: readonly string[];
}

type AccessProbe = Pick<Probe, 'readKind' | 'mode'>;

/** Checks that the key fits the existing deliveries, and that nobody else can read it. */
export function checkKey(facts: KeyFacts, probe: AccessProbe): CheckOutcome {
  const { file, isInEnvironment, synthetic, marks, data } = facts;
  const mark = facts.readMark();
  const keySource = isInEnvironment ? 'BOARDPACK_KEY' : file;
  const isProtected = isInEnvironment || synthetic;
  const dataFolder = data.find((folder) => containsPath(folder, file));
  const problems = [
    ...(mark === null && marks.length > 0 ? [describeLostKey(file)] : []),
    ...(mark !== null && marks.some((each) => each !== mark) ? [describeOtherKey(keySource)] : []),
    ...(isProtected || dataFolder === undefined ? [] : [describeKeyAmongData(file, dataFolder)]),
    ...(isProtected ? [] : findExposure(file, 'key', probe)),
  ];
  const protection = synthetic ? 'for invented data' : 'long enough, kept from others';
  return {
    summary: mark === null ? `to be made on first use: ${file}` : `${protection}: ${keySource}`,
    problems,
  };
}

/** Checks that the file of the mail password exists, and nobody else can read it. */
export function checkPasswordFile(file: string, probe: AccessProbe): CheckOutcome {
  const problems =
    probe.readKind(file) === 'file'
      ? findExposure(file, 'password', probe)
      : [describeMissingPassword(file)];
  return { summary: `kept from others: ${file}`, problems };
}

/** Checks whether other users of this computer can read the store: a note, because a share may have its own rules. */
export function checkStoreAccess(
  folder: string,
  synthetic: boolean,
  probe: AccessProbe,
): CheckOutcome {
  if (synthetic) return { summary: 'invented data', problems: [] };
  const problems = isOpenToAll(folder, probe) ? [describeOpenStore(folder)] : [];
  return { summary: `kept from others: ${folder}`, problems };
}

function findExposure(
  file: string,
  variant: 'key' | 'password',
  { readKind: kindOf, mode }: AccessProbe,
): Problem[] {
  const bits = kindOf(file) === 'file' ? mode(file) : null;
  if (bits === null || (bits & 0o077) === 0) return [];
  return [
    {
      kind: 'computer',
      code: 'open-secret',
      file,
      variant,
    },
  ];
}

/** Open to all means readable by everyone, below folders that everyone can pass through. */
function isOpenToAll(folder: string, { mode }: AccessProbe): boolean {
  const own = mode(folder);
  if (own === null || (own & 0o005) !== 0o005) return false;
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    if (((mode(above) ?? 0o001) & 0o001) === 0) return false;
  return true;
}

function describeLostKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'lost-key',
    file,
    variant: 'deliveries',
  };
}

function describeOtherKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'other-key',
    file,
  };
}

function describeKeyAmongData(file: string, folder: string): Problem {
  return {
    kind: 'declaration',
    code: 'key-among-data',
    file,
    facts: { folder },
  };
}

function describeMissingPassword(file: string): Problem {
  return {
    kind: 'declaration',
    code: 'no-password',
    file,
  };
}

function describeOpenStore(folder: string): Problem {
  return {
    kind: 'note',
    code: 'open-store',
    file: folder,
  };
}

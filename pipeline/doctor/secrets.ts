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
    ...(isProtected ? [] : findExposure(file, 'the key', probe)),
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
      ? findExposure(file, 'the mail password', probe)
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
  name: string,
  { readKind: kindOf, mode }: AccessProbe,
): Problem[] {
  const bits = kindOf(file) === 'file' ? mode(file) : null;
  if (bits === null || (bits & 0o077) === 0) return [];
  return [
    {
      kind: 'computer',
      code: 'open-secret',
      file,
      what: `${name} may be read or written by other users of this computer`,
      fix: `Let its owner alone read it: chmod 600 ${file}`,
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
    what: 'the key is not there, and the deliveries in the store were made with one',
    fix: 'Put the same key back, from where it is kept safe. A new one would make every child another.',
  };
}

function describeOtherKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'other-key',
    file,
    what: 'deliveries in the store were made with another key than this one',
    fix: 'Give the same key again, or name an empty folder of deliveries in the settings and send every extract.',
  };
}

function describeKeyAmongData(file: string, folder: string): Problem {
  return {
    kind: 'declaration',
    code: 'key-among-data',
    file,
    what: `the key lies among the data, in ${folder}: whoever is sent the data is sent the key`,
    fix: 'Move the file to a folder of its own, and name its new place as key_file in the settings.',
  };
}

function describeMissingPassword(file: string): Problem {
  return {
    kind: 'declaration',
    code: 'no-password',
    file,
    what: 'the file that notices.email names for its password is not there',
    fix: 'Write the password alone into it, or give it in BOARDPACK_SMTP_PASSWORD.',
  };
}

function describeOpenStore(folder: string): Problem {
  return {
    kind: 'note',
    code: 'open-store',
    file: folder,
    what: 'every user of this computer may read the store, which holds the records of every child',
    fix: `Let the service alone read it: chmod -R o-rwx ${folder}`,
  };
}

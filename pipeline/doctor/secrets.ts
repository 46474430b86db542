// The key and the mail password → whether they are there, long enough, and kept from others. Neither is ever told.
import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Problem } from '../domain/problem.js';
import type { Look } from './finding.js';
import type { Probe } from './probe.js';

/** What is known of the service's key. */
export interface KeyFacts {
  readonly file: string;
  readonly isInEnvironment: boolean;
  /** The mark of the key as it is now; null where there is none yet. Throws `Stopped` for one that will not do. */
  readonly mark: () => string | null;
  /** The marks of the keys that deliveries in the store were made with. */
  readonly marks: readonly string[];
  /** True for invented data, of which nothing is secret. */
  readonly synthetic: boolean;
  /** Folders that are copied, sent and shared as data are. */
  readonly data: readonly string[];
}

type Reach = Pick<Probe, 'kindOf' | 'mode'>;

/** Whether the key will do for the deliveries there are and those to come, and nobody else comes by it. */
export function keyLook(facts: KeyFacts, probe: Reach): Look {
  const { file, isInEnvironment, synthetic, marks, data } = facts;
  const mark = facts.mark();
  const place = isInEnvironment ? 'BOARDPACK_KEY' : file;
  const isKept = isInEnvironment || synthetic;
  const among = data.find((folder) => isWithin(folder, file));
  const problems = [
    ...(mark === null && marks.length > 0 ? [lostKey(file)] : []),
    ...(mark !== null && marks.some((each) => each !== mark) ? [otherKey(place)] : []),
    ...(isKept || among === undefined ? [] : [keyAmongData(file, among)]),
    ...(isKept ? [] : exposed(file, 'the key', probe)),
  ];
  const kept = synthetic ? 'for invented data' : 'long enough, kept from others';
  return {
    says: mark === null ? `to be made on first use: ${file}` : `${kept}: ${place}`,
    problems,
  };
}

/** Whether the file of the mail password is there, and nobody else may read it. */
export function passwordLook(file: string, probe: Reach): Look {
  const problems =
    probe.kindOf(file) === 'file' ? exposed(file, 'the mail password', probe) : [noPassword(file)];
  return { says: `kept from others: ${file}`, problems };
}

/** Whether others of this computer can come to the records in the store: a note, for a share may have its own rules. */
export function storeLook(folder: string, synthetic: boolean, probe: Reach): Look {
  if (synthetic) return { says: 'invented data', problems: [] };
  const problems = isOpenToAll(folder, probe) ? [openStore(folder)] : [];
  return { says: `kept from others: ${folder}`, problems };
}

/** Whether a file lies in a folder, at whatever depth. */
export function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function exposed(file: string, name: string, { kindOf, mode }: Reach): Problem[] {
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

/** Open to all is what everyone may read, below folders that everyone may pass through. */
function isOpenToAll(folder: string, { mode }: Reach): boolean {
  const own = mode(folder);
  if (own === null || (own & 0o005) !== 0o005) return false;
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    if (((mode(above) ?? 0o001) & 0o001) === 0) return false;
  return true;
}

function lostKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'lost-key',
    file,
    what: 'the key is not there, and the deliveries in the store were made with one',
    fix: 'Put the same key back, from where it is kept safe. A new one would make every child another.',
  };
}

function otherKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'other-key',
    file,
    what: 'deliveries in the store were made with another key than this one',
    fix: 'Give the same key again, or name an empty folder of deliveries in the settings and send every extract.',
  };
}

function keyAmongData(file: string, folder: string): Problem {
  return {
    kind: 'declaration',
    code: 'key-among-data',
    file,
    what: `the key lies among the data, in ${folder}: whoever is sent the data is sent the key`,
    fix: 'Move the file to a folder of its own, and name its new place as key_file in the settings.',
  };
}

function noPassword(file: string): Problem {
  return {
    kind: 'declaration',
    code: 'no-password',
    file,
    what: 'the file that notices.email names for its password is not there',
    fix: 'Write the password alone into it, or give it in BOARDPACK_SMTP_PASSWORD.',
  };
}

function openStore(folder: string): Problem {
  return {
    kind: 'note',
    code: 'open-store',
    file: folder,
    what: 'every user of this computer may read the store, which holds the records of every child',
    fix: `Let the service alone read it: chmod -R o-rwx ${folder}`,
  };
}

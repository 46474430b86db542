// A healthy service for tests: its settings, schedule, key and extracts in a folder of its own; and the doctor's findings.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { doctor } from '../../pipeline/commands/doctor.js';
import { appendLedger } from '../../pipeline/deliveries/ledger.js';
import { PROBE, type Probe } from '../../pipeline/doctor/probe.js';
import { exitStatus, type Problem } from '../../pipeline/domain/problem.js';
import { examineDeclarations } from '../../pipeline/doctor/declarations.js';
import { examineService } from '../../pipeline/doctor/service.js';
import { addIdentities, identityFile } from '../../pipeline/identity/identity-file.js';
import { recordKeyCopyCheck } from '../../pipeline/identity/key-copy.js';
import { computeKeyMark } from '../../pipeline/identity/pseudonym.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { emptyFolder } from '../deliveries/folder.js';

export const NOW = Date.parse('2026-03-31T09:00:00Z');
export const TODAY = '2026-03-31';
export const KEY = '0123456789abcdef0123456789abcdef';

export interface Clinic {
  readonly folder: string;
  /** A path in its folder. */
  readonly at: (...parts: string[]) => string;
  /** Writes a file of it anew, for its owner alone. */
  readonly write: (name: string, text: string) => void;
  /** Every problem of the service, without those of this computer's browser. */
  readonly problems: (circumstances?: Circumstances) => Promise<Problem[]>;
}

interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>;
  readonly probe?: Partial<Probe>;
  readonly now?: number;
}

const SETTINGS = `service: {en: Test, cy: Prawf}
nation: Wales
areas: [W06000005]
languages: [en, cy]
extracts: in
reference: reference
deliveries: store
output: packs
key_file: key/boardpack.key
`;
const SCHEDULE = `jobs:
  take-in: {does: take in, every: day, at: '01:30'}
  pack: {does: build pack, every: quarter, on: {working_day: 10}, at: '05:00'}
`;

/** A service of which nothing is wrong. */
export function clinic(): Clinic {
  const folder = emptyFolder();
  const at = (...parts: string[]): string => join(folder, ...parts);
  const write = (name: string, text: string): void => {
    writeFileSync(at(name), text, { mode: 0o600 });
  };
  for (const name of ['in', 'reference', 'store', 'history', 'key']) mkdirSync(at(name));
  write('service.yaml', SETTINGS);
  write('schedule.yaml', SCHEDULE);
  write('key/boardpack.key', `${KEY}\n`);
  write('in/children.csv', 'child_id\nC1\n');
  write('reference/population.csv', 'area\nW06000005\n');
  return { folder, at, write, problems: (given = {}) => problemsOf(folder, given) };
}

async function problemsOf(folder: string, circumstances: Circumstances): Promise<Problem[]> {
  const { environment = {}, probe = {}, now = NOW } = circumstances;
  const settings = join(folder, 'service.yaml');
  const asked = { folder: projectFolder(), settings, schedule: null, now, today: TODAY };
  const { findings, ...declared } = await examineDeclarations(asked);
  const service =
    declared.settings === null
      ? []
      : await examineService({
          ...asked,
          ...declared,
          settings: declared.settings,
          probe: { ...PROBE, ...probe },
          environment,
        });
  return [...findings, ...service].flatMap((finding) => finding.problems);
}

/** What was found, as kind and code. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ kind, code }) => `${kind} ${code}`);
}

/** The command as it is typed: its lines, its problems and its exit status. */
export async function typed(
  ...argv: string[]
): Promise<{ lines: string[]; problems: readonly Problem[]; status: number }> {
  const lines: string[] = [];
  const out = (line: string): void => {
    lines.push(line);
  };
  const terminal = { out, err: out, progress: () => undefined };
  const problems = await doctor(readArguments(['doctor', ...argv]), terminal);
  return { lines, problems, status: exitStatus(problems) };
}

/** As histories and locks write it. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** One delivery in the ledger, and who it is of, as if taken in on a day under a key. */
export function received(store: string, on: string, key: string): void {
  mkdirSync(store, { recursive: true });
  const counts = { received: 1, accepted: 1, set_aside: 0, added: 1, corrected: 0, withdrawn: 0 };
  const marks = { known_from: on, key_mark: computeKeyMark(key), confirmed: [] };
  const delivery = createHash('sha256').update('rows').digest('hex');
  writeFileSync(join(store, `${delivery}.parquet`), 'rows', { mode: 0o600 });
  const entry = { extract: 'children', delivery, contract_version: 1, files: [] };
  const deliveries = [{ ...entry, arrives: 'full' as const, ...counts, ...marks }];
  const nobody = { forename: null, surname: null, postcode: null, sex: null };
  const born = { date_of_birth: '2009-01-02', known_from: on };
  addIdentities(identityFile(store), key, [
    { source: 'service', person: 'p', mark: 'm', ...nobody, ...born },
  ]);
  recordKeyCopyCheck(store, on, computeKeyMark(key));
  appendLedger(store, { what: 'received', on, deliveries, again: [] });
}

/** Permissions hold nobody back who is root: there, the folder is given to a user that is nobody, and so is the look. */
export async function asNobody<Result>(
  folder: string,
  act: () => Promise<Result>,
): Promise<Result> {
  if (process.getuid?.() !== 0) return act();
  const nobody = 65_534;
  execFileSync('chown', ['-R', String(nobody), folder]);
  process.seteuid?.(nobody);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

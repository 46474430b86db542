// npm run nodes [-- VERSION …]: the demonstration's pack and a short set of tests on the newest of each release of Node that
// is promised, or on the versions named, as the npm package `node` brings them. A line for each; exit status 1 where the
// pack or a test fails, Node warns, or the pack is another than the first to the byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNodeReleases, writeEngines } from '../../pipeline/doctor/node-releases.js';
import { hashes, PROJECT, removeServices, serviceLike } from '../end-to-end/service.js';

/** What rests most on Node itself: the engine's arithmetic, files, threads, locks, the database's and the reader's own code. */
const TESTS = ['statistics', 'disclosure', 'extracts', 'publish', 'commands', 'locks', 'nodes'];
const PACK = ['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15'];
/** What the demonstration's folder holds beside its settings. */
const BESIDE = ['commentary', 'actions.csv', 'decisions.csv', 'risks.csv'];

type Files = Readonly<Record<string, string>>;

/** Runs a program to its end and gives what it said. Throws where it fails, and where Node warns. */
function runProgram(program: string, argv: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd: PROJECT, encoding: 'utf8' });
  const warning = /.*(?:Warning: |unrecognized flag|bad option).*/.exec(stderr)?.[0];
  const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-3).join(' · ');
  if (status !== 0) throw new Error(`exit status ${status}: ${said}`);
  if (warning !== undefined) throw new Error(warning);
  return stdout;
}

/** Puts a version of Node into a folder of its own and gives its program. */
function installNode(version: string, folder: string): string {
  const npm = process.env['npm_execpath'] ?? '';
  runProgram(process.execPath, [npm, 'install', '--prefix', folder, `node@${version}`]);
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', 'node', 'bin', name);
}

/** Builds the demonstration's pack from an empty store; gives every file of it with the hash of its bytes. */
function buildDemonstration(node: string): Files {
  const { folder, settings, out } = serviceLike('reports/service.yaml');
  for (const name of BESIDE)
    cpSync(join(PROJECT, 'reports', name), join(folder, name), { recursive: true });
  runProgram(node, ['dist/pipeline/cli.js', ...PACK, '--settings', settings]);
  return hashes(out);
}

/** Gives how many tests passed, as the runner says it. */
function runTests(node: string): string {
  const folders = TESTS.map((name) => `tests/${name}/`);
  const said = runProgram(node, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--no-color',
    ...folders,
  ]);
  return /Tests +(.*)/.exec(said)?.[1] ?? 'no test';
}

/** Tries one version, and gives its pack. Throws with what is wrong. */
function tryNode(version: string, folder: string, first: Files | null): Files {
  const begun = performance.now();
  const node = installNode(version, folder);
  const running = runProgram(node, ['--version']).trim();
  const pack = buildDemonstration(node);
  const others = Object.keys({ ...first, ...pack }).filter(
    (file) => first && first[file] !== pack[file],
  );
  if (others.length > 0) throw new Error(`another pack than the first: ${others.join(', ')}`);
  const tests = runTests(node);
  const digest = createHash('sha256').update(JSON.stringify(pack)).digest('hex').slice(0, 12);
  const seconds = Math.round((performance.now() - begun) / 1000);
  say(`${running.padEnd(12)}ok      pack ${digest}; tests ${tests}; ${seconds} s`);
  return pack;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const named = process.argv.slice(2);
const versions = named.length > 0 ? named : writeEngines(readNodeReleases(PROJECT)).split(' || ');
const folder = mkdtempSync(join(tmpdir(), 'boardpack-nodes-'));
let first: Files | null = null;
try {
  for (const [at, version] of versions.entries())
    try {
      const pack = tryNode(version, join(folder, String(at)), first);
      first ??= pack;
    } catch (error) {
      say(`${version.padEnd(12)}FAILED  ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
  removeServices();
}

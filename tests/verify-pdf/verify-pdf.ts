// npm run verify [-- FILE …]: holds finished PDFs to PDF/A-2a and PDF/UA-1 with veraPDF, by default those of every pack under
// reports/. Exit status 1 where a rule is broken or there is no file, 3 where Java or Maven is missing or veraPDF could not
// be fetched: then nothing was verified, and it is said.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const HERE = import.meta.dirname;
const PROJECT = join(HERE, '../..');
const NOT_VERIFIED = 3;

function run(program: string, argv: readonly string[], cwd: string): number | null {
  return spawnSync(program, argv, { cwd, stdio: 'inherit' }).status;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['-version']).status === 0;
}

/** Fetches the validator into the folder. False where Maven could not. */
function fetchValidator(folder: string): boolean {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  return run('mvn', ['-q', '-B', ...goal], HERE) === 0;
}

function verify(files: readonly string[]): number {
  if (files.length === 0) {
    process.stderr.write('There is no PDF to verify. Build a pack first: npm run pack\n');
    return 1;
  }
  const missing = ['java', 'mvn'].filter((program) => !isInstalled(program));
  if (missing.length > 0) {
    process.stderr.write(`Not verified: ${missing.join(' and ')} not found.\n`);
    return NOT_VERIFIED;
  }
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-verify-'));
  try {
    if (!fetchValidator(folder)) {
      process.stderr.write('Not verified: veraPDF could not be fetched.\n');
      return NOT_VERIFIED;
    }
    const classes = [join(folder, '*'), HERE].join(delimiter);
    return run('java', ['-cp', classes, join(HERE, 'VerifyPdf.java'), ...files], PROJECT) ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every PDF under reports/, in order. */
function listPacks(): string[] {
  const reports = join(PROJECT, 'reports');
  const found = readdirSync(reports, { recursive: true, encoding: 'utf8' });
  return found
    .filter((file) => file.endsWith('.pdf'))
    .sort()
    .map((file) => join('reports', file));
}

const named = process.argv.slice(2);
process.exitCode = verify(named.length > 0 ? named : listPacks());

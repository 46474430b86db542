// The Chromium that comes with the packages → a program and its libraries, unpacked once for this user.
import { lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A browser ready to start: its program, and the folder of the libraries it needs. */
interface UnpackedBrowser {
  readonly program: string;
  readonly libraries: string;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` (Linux on x64 only) into a folder that belongs to this user alone, and
 * gives null elsewhere. Two runs at once cannot see it half unpacked: it is unpacked apart and moved into place.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(tmpdir(), `boardpack-chromium-${packageVersion()}-${userInfo().uid}`);
  if (!isOwnFolder(home)) {
    const fresh = mkdtempSync(join(tmpdir(), 'boardpack-unpacking-'));
    try {
      await inflate(fresh);
      moveIntoPlace(fresh, home);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return { program: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') };
}

/**
 * The package unpacks to the temporary folder, brings the libraries a bare Debian lacks only when it believes it runs on
 * Amazon's servers, and changes the environment as it loads: so it does that in a thread, whose environment is its own.
 */
function inflate(folder: string): Promise<void> {
  const chromium = import.meta.resolve('@sparticuz/chromium');
  const script = `import chromium from '${chromium}'; await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  return new Promise((done, failed) => {
    new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), { env })
      .once('error', failed)
      .once('exit', () => {
        done();
      });
  });
}

function moveIntoPlace(fresh: string, home: string): void {
  try {
    renameSync(fresh, home);
  } catch (error) {
    if (!isOwnFolder(home)) throw error;
  }
}

function isOwnFolder(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return (
    found?.isDirectory() === true && found.uid === userInfo().uid && (found.mode & 0o022) === 0
  );
}

function packageVersion(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = require(join(entry, '../../../package.json')) as { version: string };
  return version;
}

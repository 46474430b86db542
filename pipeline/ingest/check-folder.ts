// A folder for what a check writes while it runs → removed by the check, or by the next command if that was killed.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The process is part of the name, so that another can see whether it still runs. */
const NAME = /^boardpack-check-(\d+)-/;

/** Creates a folder that its owner alone may read. */
export function createCheckFolder(): string {
  return mkdtempSync(join(tmpdir(), `boardpack-check-${process.pid}-`));
}

/**
 * Removes the folders of this user's checks whose process has ended. A process of the same number that began since keeps
 * its folder for one command more; it is removed when that has ended too.
 */
export function removeAbandonedCheckFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    const path = join(tmpdir(), name);
    if (pid !== undefined && !isRunning(Number(pid)) && isOwn(path))
      rmSync(path, { recursive: true, force: true });
  }
}

function isOwn(path: string): boolean {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  return process.getuid === undefined || owner === process.getuid();
}

/** Signal 0 only asks. A process of another user may not be asked, and runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

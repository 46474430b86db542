// An output folder → the folder of its drafts, for the commands that build drafts and those that delete them.
import { join } from 'node:path';

/** The folder that drafts are written to when packs are written to `out`. */
export function draftsFolder(out: string): string {
  return join(out, 'drafts');
}

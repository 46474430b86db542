// Where drafts are left: known by those who clear them away, and who load nothing that builds them.
import { join } from 'node:path';

/** Where the drafts of packs are left that are themselves left in a folder. */
export function draftsFolder(out: string): string {
  return join(out, 'drafts');
}

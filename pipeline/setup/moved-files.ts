// The files of an edited program and of this one → those that a service's folder may hold instead, and those it may not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describeLeftEdit, type Edits } from './edit.js';

/** Files of `reports/` that come in place of the program's when a service's folder has them. */
const WHOLE = /^reports\/(editions\/[^/]+\.yaml|packs\/quarterly\.yaml|confidence\.yaml)$/;
/** What is moved line by line, and pages that are made from the rest. */
const ELSEWHERE = /^queries\/(contracts|codes|suppliers)\/|\/README\.md$/;

/**
 * Finds whole files that differ from this version's or that it does not have. `isService` says of a path of the edited
 * program whether it is the service's own, such as its extracts.
 */
export function findFileEdits(
  edited: string,
  program: string,
  isService: (path: string) => boolean,
): Edits {
  const files: Edits['files'][number][] = [];
  const left: Edits['left'][number][] = [];
  for (const name of ['queries', 'templates', 'reports'].flatMap((each) =>
    listFiles(edited, each),
  )) {
    if (ELSEWHERE.test(name) || isService(join(edited, name))) continue;
    const text = readFileSync(join(edited, name));
    const shipped = join(program, name);
    if (existsSync(shipped) && readFileSync(shipped).equals(text)) continue;
    if (WHOLE.test(name))
      files.push({ file: name.replace('reports/', ''), text: text.toString('utf8') });
    else if (!name.startsWith('reports/'))
      left.push(describeLeftEdit(name, existsSync(shipped) ? 'differs' : 'new-file'));
  }
  return { lines: [], files, settings: {}, left };
}

/** Every file of a folder, by its path in the program with `/`. */
function listFiles(program: string, name: string): string[] {
  const folder = join(program, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(program, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

// Decisions → lines at the end of mapping.csv, and lines taken out of it again.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  MAPPING_COLUMNS,
  mappingSubject,
  readMapping,
  type MappingDecision,
} from '../contracts/mapping-file.js';
import { writeCsv } from '../publish/csv.js';

/** Adds decisions, in order. The file is made with the first. */
export function appendDecisions(file: string, decisions: readonly MappingDecision[]): void {
  if (decisions.length === 0) return;
  const [heading = '', ...lines] = writeCsv(MAPPING_COLUMNS, decisions).split('\n');
  if (!existsSync(file)) writeFileSync(file, `${heading}\n`, { flag: 'wx' });
  appendFileSync(file, lines.join('\n'));
}

/**
 * Takes out decisions and gives them: the last, all, or the last about one subject. The other lines stay as they are, to the
 * byte, and the file goes with its last decision.
 */
export function undoDecisions(
  file: string,
  which: 'last' | 'all' | { readonly subject: string },
): MappingDecision[] {
  const decisions = readMapping(file);
  const chosen = decisions.filter((_, at) => {
    if (which === 'all') return true;
    if (which === 'last') return at === decisions.length - 1;
    const last = decisions.findLastIndex((other) => mappingSubject(other) === which.subject);
    return at === last;
  });
  if (chosen.length === 0) return [];
  if (chosen.length === decisions.length) rmSync(file);
  else removeLines(file, new Set(chosen.map((each) => decisions.indexOf(each))));
  return chosen;
}

/** No field holds a line break, so that a line of the file is a decision. */
function removeLines(file: string, indexes: ReadonlySet<number>): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  let at = -2;
  const kept = lines.filter((line) => {
    if (line.trim() === '') return true;
    at += 1;
    return !indexes.has(at);
  });
  writeFileSync(file, kept.join('\n'));
}

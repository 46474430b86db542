// boardpack links: the links between partners' records and children that wait for a person, and what a person decided.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { containsPath } from '../config/contains-path.js';
import type { Problem } from '../domain/problem.js';
import { addDecision, decisionsFile } from '../identity/decisions.js';
import { readLinkWords } from './link-words.js';
import { holdStoreLock } from '../locks/lock.js';
import { projectFolder, readIngestDeclarations } from '../config/project.js';
import { buildClericalReview, type ClericalReview } from '../load/clerical-review.js';
import type { Settings } from '../config/settings.js';
import { badArgument, type Arguments } from './arguments.js';
import { linksPage, namedLinksPage, type ListWords } from './links-page.js';
import type { Terminal } from './print.js';
import { findServiceFolder, readRunSettings } from './service-settings.js';
import { today } from './clock.js';

/** Prints the pairs, writes them with names into a file that only its owner may read, or keeps a decision for good. */
export async function links(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readIngestDeclarations(projectFolder(), findServiceFolder(options));
  const settings = readRunSettings(options, project);
  const language = options.language ?? settings.languages[0] ?? 'en';
  const words = { language, say: readLinkWords(project.folder, language) };
  if (options.about !== null && options.about !== 'decide')
    throw badArgument('links-unknown-word', { typed: options.about });
  await holdStoreLock(settings.deliveries, async () => {
    const review = await buildClericalReview(project, settings, today());
    if (options.about === 'decide') {
      terminal.out(decide(options, settings, review, words));
      return;
    }
    if (options.names !== null) writeNames(options.names, settings, namedLinksPage(review, words));
    for (const line of linksPage(review, words)) terminal.out(line);
  });
  return [];
}

/** Keeps a decision, and gives the line that says so. */
function decide(
  options: Arguments,
  settings: Settings,
  review: ClericalReview,
  { say }: ListWords,
): string {
  const [name, says] = options.more;
  if ((says !== 'same' && says !== 'different') || options.by === null || options.by === '')
    throw badArgument('links-incomplete');
  const pair = review.pairs.find((each) => each.name === name);
  if (!pair) throw badArgument('links-no-pair');
  const { source, person, child } = pair;
  const decision = {
    source,
    person,
    child,
    says,
    who: options.by,
    decided_on: review.day,
  } as const;
  addDecision(decisionsFile(settings.deliveries), decision);
  return say('decided', { pair: pair.name, says: say(`says.${says}`), day: review.day });
}

/** A new file for its owner alone, and in no folder that is shared as packs, extracts or deliveries are. */
function writeNames(typed: string, settings: Settings, lines: readonly string[]): void {
  const file = resolve(typed);
  const { output, extracts, deliveries } = settings;
  if ([output, extracts, deliveries].some((folder) => containsPath(folder, file)))
    throw badArgument('names-among-data', { typed });
  try {
    writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx', mode: 0o600 });
  } catch {
    throw badArgument('names-not-written', { typed });
  }
}

// boardpack pack: takes in the extracts, counts, and builds every edition of a quarter's pack.
import { resolve } from 'node:path';
import type { Edition } from '../disclosure/edition.js';
import type { Problem } from '../domain/problem.js';
import { draftsFolder } from '../config/drafts.js';
import { selectDraftEditions } from '../config/draft-editions.js';
import { projectFolder, readProject, type Project } from '../config/project.js';
import { selectMeasures } from '../config/select-measures.js';
import { buildPack } from '../build-pack.js';
import type { PackRequest } from '../config/pack-request.js';
import { badArgument, type Arguments } from './arguments.js';
import { printReceipts, type Terminal } from './print.js';
import { checkConfirmed, findServiceFolder, readRunSettings } from './service-settings.js';
import { today } from './clock.js';

/** Builds the pack; prints a line for each extract and each folder made, and gives the notes found. */
export async function pack(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readProject(projectFolder(), findServiceFolder(options));
  const request = buildRequest(options, project, today());
  const built = await buildPack(request, (step) => {
    terminal.progress(step);
  });
  terminal.progress('');
  printReceipts(terminal, built.receipts);
  for (const folder of built.folders) terminal.out(folder);
  return built.problems;
}

function buildRequest(options: Arguments, project: Project, now: string): PackRequest {
  const { quarter } = options;
  if (!quarter) throw badArgument('no-quarter');
  const settings = readRunSettings(options, project);
  const asAt = options.asAt ?? now;
  if (asAt > now) throw badArgument('as-at-ahead', { day: asAt });
  if (quarter.ends >= asAt)
    throw badArgument('quarter-not-over', {
      quarter: quarter.label,
      ends: quarter.ends,
      day: asAt,
    });
  const languages = settings.languages.filter((each) => each === (options.language ?? each));
  if (languages.length === 0)
    throw badArgument('language-not-printed', { languages: settings.languages });
  const out = options.out === null ? settings.output : resolve(options.out);
  return {
    project: selectMeasures(project, settings, quarter),
    settings,
    quarter,
    asOf: { asAt, today: now },
    confirmed: checkConfirmed(options, project),
    editions: chooseEditions(project, options),
    languages,
    extracts: options.extracts === null ? null : resolve(options.extracts),
    draft: options.draft,
    out: options.draft ? draftsFolder(out) : out,
  };
}

function chooseEditions(
  { editions }: Project,
  { edition: name, draft }: Pick<Arguments, 'edition' | 'draft'>,
): readonly Edition[] {
  if (draft && name === null) return selectDraftEditions(editions);
  const chosen = editions.filter((edition) => edition.name === (name ?? edition.name));
  if (chosen.length > 0) return chosen;
  const names = editions.map((edition) => edition.name).join(', ');
  throw badArgument('no-such-edition', { typed: name ?? '', names });
}

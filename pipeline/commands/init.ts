// boardpack init: makes a service's own folder, from what is typed or asked, or from a program's folder that it edited.
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { projectFolder } from '../config/project.js';
import { readSettings } from '../config/settings.js';
import { holdStoreLock } from '../locks/lock.js';
import { addDays, findQuarter } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { collectAnswers, type Prompt } from '../setup/answers.js';
import { readCouncils } from '../setup/councils.js';
import { moveService, type MovedService } from '../setup/move-service.js';
import { makeServiceFolder, refuseExisting, type MadeService } from '../setup/service-folder.js';
import type { Arguments } from './arguments.js';
import { today } from './clock.js';
import type { Terminal } from './print.js';
import { openPrompt } from './prompt.js';
import { settingsFile, SETTINGS_NAME } from './service-settings.js';

/** Makes the folder, and prints what was made, where the key is, and the next three commands. */
export async function init(
  options: Arguments,
  terminal: Terminal,
  prompt: Prompt | null = openPrompt(terminal, 'init-unanswered'),
): Promise<readonly Problem[]> {
  const program = projectFolder();
  const folder = resolve(options.about ?? '.');
  if (options.from !== null)
    return moveEdits(resolve(options.from), options.settings, folder, terminal);
  refuseExisting(resolve(folder, SETTINGS_NAME));
  const councils = readCouncils(program);
  const answers = await collectAnswers(
    { ...options, languages: options.languages?.join(',') ?? null },
    councils,
    prompt,
  );
  const environmentKey = process.env['BOARDPACK_KEY'];
  const made = makeServiceFolder(folder, program, answers, { councils, environmentKey });
  for (const line of [...describeService(made), ...describeNextSteps(made.settings, program)])
    terminal.out(line);
  return [];
}

/** Moves the edits of a program's folder, and prints what was moved and what is to be done with the old folder. */
async function moveEdits(
  edited: string,
  typed: string | null,
  folder: string,
  terminal: Terminal,
): Promise<readonly Problem[]> {
  const program = projectFolder();
  const settings = resolve(typed ?? join(edited, 'reports', SETTINGS_NAME));
  const { deliveries } = readSettings(settings);
  const move = { edited, settings, program, folder };
  const moved = existsSync(deliveries)
    ? await holdStoreLock(deliveries, () => Promise.resolve(moveService(move)))
    : moveService(move);
  for (const line of [...describeMove(moved), ...describeNextSteps(moved.settings, program)])
    terminal.out(line);
  return moved.left;
}

function describeMove({ settings, copiedStore, edits }: MovedService): string[] {
  const files = [...edits.lines, ...edits.files].map(({ file }) => file);
  const counts = [...new Set(files)].map((file) => {
    const count = files.filter((each) => each === file).length;
    return `  ${file}${edits.lines.some((each) => each.file === file) ? `: ${count} lines` : ''}`;
  });
  return [
    `Settings: ${settings}`,
    counts.length > 0
      ? 'Moved, from the program’s folder:'
      : 'Nothing of the program’s was edited.',
    ...counts,
    ...(copiedStore === null
      ? []
      : [
          `The store, the key and the extracts were copied. Compare a pack of both, and then delete the old store, which holds every child’s records: ${copiedStore}`,
        ]),
  ];
}

function describeService({ settings, keyFile, former }: MadeService): string[] {
  const key =
    keyFile === null
      ? 'The key is the one in BOARDPACK_KEY.'
      : `The secret key is ${keyFile}. Keep a copy of it apart from the data: without it the store cannot be read.`;
  const areas = former.map(({ name, code, until }) => `  ${name} (${code}, until ${until})`);
  return [
    `Settings: ${settings}`,
    ...(areas.length > 0
      ? ['Areas of before, whose children are counted as the service’s own:', ...areas]
      : []),
    key,
  ];
}

/** The next three commands, as they may be typed where this one was. */
export function describeNextSteps(settings: string, program: string): string[] {
  const run = process.env['npm_command'] === 'exec' ? 'npx boardpack' : 'boardpack';
  const isFound = resolve(settingsFile(null, program)) === settings;
  const named = isFound ? '' : ` --settings "${relative('.', settings)}"`;
  const { label } = findQuarter(addDays(findQuarter(today()).starts, -1));
  return [
    'Put the extracts into the folder extracts, population into reference, and then:',
    `  ${run} doctor${named}`,
    `  ${run} check${named}`,
    `  ${run} pack${named} --quarter "${label}" --draft`,
  ];
}

// boardpack init: makes a service's own folder, from what is typed or asked, or from a program's folder that it edited.
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { projectFolder } from '../config/project.js';
import { addDays, findQuarter } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { collectAnswers, type Prompt } from '../setup/answers.js';
import { readCouncils } from '../setup/councils.js';
import { makeServiceFolder, refuseExisting, type MadeService } from '../setup/service-folder.js';
import { badArgument, type Arguments } from './arguments.js';
import { today } from './clock.js';
import type { Terminal } from './print.js';
import { settingsFile, SETTINGS_NAME } from './service-settings.js';

/** Makes the folder, and prints what was made, where the key is, and the next three commands. */
export async function init(
  options: Arguments,
  terminal: Terminal,
  prompt: Prompt | null = openPrompt(terminal),
): Promise<readonly Problem[]> {
  const program = projectFolder();
  const folder = resolve(options.about ?? '.');
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

const HOW_TO_ANSWER =
  'Run boardpack init again; boardpack init --help lists the options that answer them.';

/** Null where nobody is at the terminal. */
function openPrompt({ err }: Terminal): Prompt | null {
  if (!process.stdin.isTTY) return null;
  return {
    say: err,
    ask: (question) =>
      new Promise((answer, stop) => {
        const asking = createInterface({ input: process.stdin, output: process.stderr });
        asking.once('close', () => {
          stop(badArgument('nothing was made: the questions were not answered', HOW_TO_ANSWER));
        });
        asking.question(question).then((text) => {
          answer(text);
          asking.close();
        }, stop);
      }),
  };
}

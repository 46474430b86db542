// boardpack catalogue: writes the pages that are made from declarations: of measures, marts and settings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeclaration } from '../domain/declared.js';
import type { Language } from '../domain/language.js';
import type { Problem } from '../domain/problem.js';
import { readOutline } from '../pack/outline.js';
import { createSay, phraseTree } from '../pack/phrases.js';
import { locateMeasures, projectFolder, readEveryMeasure, readRules } from '../config/project.js';
import { settingsSchema } from '../config/settings.js';
import type { Arguments } from './arguments.js';
import { writeCatalogue, type Catalogue } from './catalogue-page.js';
import { describeMarts } from './mart-columns.js';
import { writeMartsPage } from './marts-page.js';
import { writeSettingsPage } from './settings-page.js';
import type { Terminal } from './print.js';

/** Writes each page and prints where it is. */
export async function catalogue(_: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const folder = projectFolder();
  const pages = [
    [cataloguePath(folder), buildCatalogue(folder)],
    [locateMartsPage(folder), writeMartsPage(await describeMarts(folder))],
    [settingsPagePath(folder), writeSettingsPage(settingsSchema)],
  ] as const;
  for (const [path, text] of pages) {
    writeFileSync(path, text);
    terminal.out(path);
  }
  return [];
}

/** Where the page of the marts is kept. */
export function locateMartsPage(folder: string): string {
  return join(folder, 'queries', 'marts', 'README.md');
}

/** Where the catalogue of a project is kept. */
export function cataloguePath(folder: string): string {
  return join(locateMeasures(folder), 'README.md');
}

/** Where the page of a project's settings is kept. */
export function settingsPagePath(folder: string): string {
  return join(folder, 'docs', 'settings.md');
}

/** The catalogue as the declarations of the project in `folder` have it now. Throws `Stopped` for a faulty one. */
export function buildCatalogue(folder: string): string {
  return writeCatalogue({
    measures: readEveryMeasure(folder),
    rules: readRules(folder),
    sections: readOutline(join(folder, 'reports', 'packs', 'quarterly.yaml')).sections,
    words: { en: readWords(folder, 'en'), cy: readWords(folder, 'cy') },
  });
}

function readWords(folder: string, language: Language): Catalogue['words'][Language] {
  const read = (name: string) => {
    const file = join('words', language, `${name}.yaml`);
    return createSay(readDeclaration(join(folder, 'templates', file), phraseTree), file);
  };
  return { catalogue: read('catalogue'), pack: read('pack'), groups: read('groups') };
}

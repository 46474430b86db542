// What was typed and the settings it names → the words in which this run reports its problems.
import { existsSync, readFileSync } from 'node:fs';
import { projectFolder } from '../config/project.js';
import { LANGUAGES, type Language } from '../domain/language.js';
import { readProblemWords } from '../config/read-problem-words.js';
import type { ProblemWords } from '../domain/problem-words.js';
import { readYaml } from '../domain/yaml.js';
import type { Arguments } from './arguments.js';
import { settingsFile } from './service-settings.js';

/** The words of the language of --language, else of the first of the settings' languages, else English. */
export function readReportWords(
  options: Pick<Arguments, 'language' | 'settings'> | null,
): ProblemWords {
  const folder = projectFolder();
  const file = settingsFile(options?.settings ?? null, folder);
  return readProblemWords(folder, options?.language ?? findFirstLanguage(file) ?? 'en');
}

/** The first language of settings that may be faulty or missing: their own problem is reported in it too. */
function findFirstLanguage(file: string): Language | null {
  if (!existsSync(file)) return null;
  const read = readYaml(readFileSync(file, 'utf8'));
  if (!('value' in read) || typeof read.value !== 'object' || read.value === null) return null;
  const named: unknown = 'languages' in read.value ? read.value.languages : null;
  return Array.isArray(named) ? (LANGUAGES.find((each) => each === named[0]) ?? null) : null;
}

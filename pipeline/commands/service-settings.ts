// What was typed and the settings it names → the settings of this run.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectFolder, type IngestDeclarations } from '../config/project.js';
import { readSettings, type Settings } from '../config/settings.js';
import { badArgument, type Arguments } from './arguments.js';

/** The name of a service's settings in its own folder. */
export const SETTINGS_NAME = 'service.yaml';

/**
 * The file of settings: the one named by --settings, else `service.yaml` of the working folder or the nearest folder
 * above it, else that of the demonstration. `folder` is the program's.
 */
export function settingsFile(
  typed: string | null,
  folder: string,
  workingFolder = process.cwd(),
): string {
  if (typed !== null) return typed;
  const file = join(workingFolder, SETTINGS_NAME);
  if (existsSync(file)) return file;
  const above = dirname(workingFolder);
  return above === workingFolder
    ? join(folder, 'reports', SETTINGS_NAME)
    : settingsFile(null, folder, above);
}

/** The folder of the service: the one that its settings lie in. Everything that it decides lies there too. */
export function findServiceFolder({ settings }: Pick<Arguments, 'settings'>): string {
  return dirname(resolve(settingsFile(settings, projectFolder())));
}

/** The settings of that file; --received-on comes before theirs. */
export function readRunSettings(
  { settings: file, receivedOn }: Pick<Arguments, 'settings' | 'receivedOn'>,
  { folder }: IngestDeclarations,
): Settings {
  const settings = readSettings(settingsFile(file, folder));
  return receivedOn === null ? settings : { ...settings, received_on: receivedOn };
}

/** The extracts that a person confirms to be right. Refuses a name that no contract has. */
export function checkConfirmed(
  { confirm }: Pick<Arguments, 'confirm'>,
  { contracts }: IngestDeclarations,
): readonly string[] {
  const unknown = confirm.filter((name) => contracts.every(({ extract }) => extract !== name));
  if (unknown.length === 0) return confirm;
  throw badArgument('confirm-unknown', { typed: unknown });
}

// What was typed and the settings it names → the settings of this run.
import { join } from 'node:path';
import type { IngestDeclarations } from '../config/project.js';
import { readSettings, type Settings } from '../config/settings.js';
import { badArgument, type Arguments } from './arguments.js';

/** The file of settings named by --settings, else that of the demonstration. */
export function settingsFile(typed: string | null, folder: string): string {
  return typed ?? join(folder, 'reports', 'service.yaml');
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
  throw badArgument(
    `--confirm names no extract: ${unknown.join(', ')}`,
    'Name extracts as queries/contracts does: --confirm outcomes,custody.',
  );
}

// boardpack key check COPY: proves that a copy of the key, kept apart from the data, opens the store.
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { containsPath } from '../config/contains-path.js';
import type { Problem } from '../domain/problem.js';
import { listDeliveries, readLedgerEvents } from '../deliveries/ledger.js';
import { identityFile, readIdentities } from '../identity/identity-file.js';
import { recordKeyCopyCheck } from '../identity/key-copy.js';
import { readKey } from '../identity/key.js';
import { computeKeyMark } from '../identity/pseudonym.js';
import { projectFolder } from '../config/project.js';
import { readSettings, type Settings } from '../config/settings.js';
import { badArgument, type Arguments } from './arguments.js';
import { today } from './clock.js';
import type { Terminal } from './print.js';
import { settingsFile } from './service-settings.js';

/** Records the day of the proof in the store. Throws `ProblemError` if the copy is no copy, or does not open the store. */
export function key(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const settings = readSettings(settingsFile(options.settings, projectFolder()));
  const [copy] = options.more;
  if (options.about !== 'check' || copy === undefined) throw badArgument('key-no-copy');
  const file = resolve(copy);
  refuseNoCopy(file, settings);
  const mark = computeKeyMark(readKey(file, undefined));
  const deliveries = listDeliveries(readLedgerEvents(settings.deliveries));
  if (deliveries.length === 0 || deliveries.some(({ key_mark }) => key_mark !== mark))
    throw badArgument('key-other', { copy });
  readIdentities(identityFile(settings.deliveries), readKey(file, undefined));
  recordKeyCopyCheck(settings.deliveries, today(), mark);
  terminal.out(`The copy opens the store: ${settings.deliveries}`);
  return Promise.resolve([]);
}

/** The key itself proves nothing of a copy, and neither does a copy that is lost with the data. */
function refuseNoCopy(file: string, { key_file, deliveries, extracts }: Settings): void {
  if (!existsSync(file)) throw badArgument('key-copy-missing', { copy: file });
  const path = realpathSync(file);
  if (existsSync(key_file) && realpathSync(key_file) === path) throw badArgument('key-itself');
  if ([deliveries, extracts].some((folder) => containsPath(folder, path)))
    throw badArgument('key-copy-among-data');
}

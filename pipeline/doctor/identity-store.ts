// A service's store → whether the encrypted identity file, the links and the decisions can be read.
import { existsSync } from 'node:fs';
import { hasIdentity } from '../contracts/contract.js';
import type { LedgerEvent } from '../deliveries/events.js';
import { listDeliveries } from '../deliveries/ledger.js';
import type { CheckOutcome } from './finding.js';
import { checkIdentityFile } from './identities.js';
import { decisionsFile, readDecisions } from '../identity/decisions.js';
import { identityFile, readIdentities } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import { releasedLinksFile, readReleasedLinks } from '../identity/made-links.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';

/** The settings of the store and its key. */
interface IdentityStoreContext {
  readonly settings: Settings;
  readonly project: Project | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Checks that all files exist and open; the key must be valid. Reports no identity. */
export function checkIdentityStore(
  { settings, environment, project }: IdentityStoreContext,
  lines: readonly LedgerEvent[],
): CheckOutcome {
  const { key_file, deliveries } = settings;
  const environmentKey = environment['BOARDPACK_KEY'];
  const known = new Set(listDeliveries(lines).map(({ extract }) => extract));
  const facts = {
    file: identityFile(deliveries),
    isThere: existsSync(identityFile(deliveries)),
    isNeeded:
      project?.contracts.some((each) => hasIdentity(each) && known.has(each.extract)) ?? false,
    missingKey: environmentKey === undefined && !existsSync(key_file) ? key_file : null,
  };
  const open = (): void => {
    const key = readKey(key_file, environmentKey);
    readIdentities(facts.file, key);
    readReleasedLinks(releasedLinksFile(deliveries), key);
    readDecisions(decisionsFile(deliveries));
  };
  return checkIdentityFile({ ...facts, open });
}

// A service's store → whether the sealed file of who is who, and the links and decisions beside it, can be read.
import { existsSync } from 'node:fs';
import { saysWho } from '../contracts/contract.js';
import type { Happening } from '../deliveries/events.js';
import { deliveriesIn } from '../deliveries/ledger.js';
import type { Look } from './finding.js';
import { identityLook } from './identities.js';
import { decisionsFile, readDecisions } from '../identity/decisions.js';
import { identityFile, readIdentities } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import { madeLinksFile, readMadeLinks } from '../identity/made-links.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';

/** Where the store and its key are. */
interface Stored {
  readonly settings: Settings;
  readonly project: Project | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Looks whether all of it is there and opens; the key must be well. It tells of nobody. */
export function identities(
  { settings, environment, project }: Stored,
  lines: readonly Happening[],
): Look {
  const { key_file, deliveries } = settings;
  const given = environment['BOARDPACK_KEY'];
  const known = new Set(deliveriesIn(lines).map(({ extract }) => extract));
  const facts = {
    file: identityFile(deliveries),
    isThere: existsSync(identityFile(deliveries)),
    isNeeded: project?.contracts.some((each) => saysWho(each) && known.has(each.extract)) ?? false,
    missingKey: given === undefined && !existsSync(key_file) ? key_file : null,
  };
  const open = (): void => {
    const key = readKey(key_file, given);
    readIdentities(facts.file, key);
    readMadeLinks(madeLinksFile(deliveries), key);
    readDecisions(decisionsFile(deliveries));
  };
  return identityLook({ ...facts, open });
}

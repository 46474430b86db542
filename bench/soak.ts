// Kill -9 at random moments of what writes: how many runs were struck, and whether all came right at the next one.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { readDecisions, addDecision, decisionsFile } from '../pipeline/identity/decisions.js';
import { identityFile, readIdentities } from '../pipeline/identity/identity-file.js';
import { readKey } from '../pipeline/identity/key.js';
import { releasedLinksFile, readReleasedLinks } from '../pipeline/identity/made-links.js';
import { createPseudonymiser } from '../pipeline/identity/pseudonym.js';
import { englishService, killed, state } from '../tests/deliveries/scenarios/processes.js';
import {
  boardpackTold,
  hashes,
  PROJECT,
  removeServices,
  type Service,
} from '../tests/end-to-end/service.js';
import { say, seconds } from './print.js';

/** How often in all, unless another number is typed: half of taking in, half of building. Erasing comes on top. */
const TIMES = Number(process.argv[2] ?? 50);
const HALF = Math.ceil(TIMES / 2);
/** One of the commands alone, where it is typed too. */
const ONLY = process.argv[3] ?? null;
/** One edition: the others are printed by the same steps. */
const PACK = ['--quarter', '2023-24 Q4', '--as-at', '2024-07-31', '--edition', 'public'];
const CHILD = 'YP0006';
const KEY = readKey(join(PROJECT, 'data-samples/english-service/synthetic.key'), undefined);
const PSEUDONYM = createPseudonymiser(KEY)(CHILD);

/** What is run and killed, how often, on what, and by what it is known that it came right. */
interface Trial {
  readonly command: string;
  readonly options: readonly string[];
  readonly typed: string;
  readonly times: number;
  readonly begin: () => Service;
  readonly outcome: (service: Service) => unknown;
  /** What the next run may say instead of ending well. */
  readonly nothingLeft: RegExp | null;
}

/** Gives how many runs were struck. Throws where the next run does not end, or ends otherwise than undisturbed. */
async function strike(trial: Trial): Promise<{ struck: number; length: number }> {
  const { command, times, begin, outcome } = trial;
  const calm = begin();
  const began = performance.now();
  await run(trial, calm, null);
  const length = performance.now() - began;
  const wanted = outcome(calm);
  let struck = 0;
  for (let time = 0; time < times; time += 1) {
    const service = begin();
    // A random moment of each stretch of its length: a few strikes meet all of it.
    const after = ((time + Math.random()) / times) * length;
    if (!(await killed(argvOf(trial, service), after, trial.typed))) struck += 1;
    await run(trial, service, trial.nothingLeft);
    const moment = `${command}, killed at ${Math.round(after)} ms`;
    assert.deepStrictEqual(outcome(service), wanted, moment);
    assert.deepStrictEqual(state(service).left, [], moment);
    process.stderr.write(`${moment}, came right: ${time + 1} of ${times}\n`);
  }
  return { struck, length };
}

function argvOf({ command, options }: Trial, { settings }: Service): string[] {
  return [command, '--settings', settings, ...options];
}

async function run(trial: Trial, service: Service, nothingLeft: RegExp | null): Promise<void> {
  const { status, stderr } = await boardpackTold(trial.typed, ...argvOf(trial, service));
  if (status !== 0 && !nothingLeft?.test(stderr))
    throw new Error(`${trial.command} ended with ${status}: ${stderr}`);
}

/** A service that has a pack, so that links were made; and what a person decided of the child and of somebody else. */
async function packed(): Promise<Service> {
  const service = englishService();
  await run({ ...TRIAL, command: 'pack', options: PACK }, service, null);
  const file = decisionsFile(join(service.folder, 'deliveries'));
  const linked = readReleasedLinks(releasedLinksFile(join(service.folder, 'deliveries')), KEY);
  const [own] = linked.filter(({ child }) => child === PSEUDONYM);
  const [other] = linked.filter(({ child }) => child !== PSEUDONYM);
  if (!own || !other) throw new Error(`${CHILD} is linked to nobody, or nobody else is`);
  const by = { who: 'Officer', decided_on: '2024-07-31' };
  const { source, person } = own;
  addDecision(file, { ...by, source, person, child: other.child, says: 'different' });
  addDecision(file, { ...by, source, person: other.person, child: PSEUDONYM, says: 'different' });
  return service;
}

/** What is kept of who is who, by the pseudonyms of the child: nothing, once it is erased. */
function keptOf(service: Service): unknown {
  const store = join(service.folder, 'deliveries');
  const identities = readIdentities(identityFile(store), KEY);
  return {
    ...state(service),
    known: identities.length,
    ours: identities.filter(({ person }) => person === PSEUDONYM).length,
    links: readReleasedLinks(releasedLinksFile(store), KEY),
    decisions: readDecisions(decisionsFile(store)),
  };
}

const TRIAL = {
  options: [],
  typed: '',
  times: HALF,
  begin: englishService,
  outcome: state,
  nothingLeft: null,
};

async function trials(): Promise<Trial[]> {
  const before = await packed();
  const begin = (): Service => {
    const service = englishService();
    cpSync(join(before.folder, 'deliveries'), join(service.folder, 'deliveries'), {
      recursive: true,
    });
    return service;
  };
  const built = (service: Service): unknown => ({ ...state(service), files: hashes(service.out) });
  const erasing = { typed: `${CHILD}\nERASE\n`, begin, outcome: keptOf };
  return [
    { ...TRIAL, command: 'receive' },
    { ...TRIAL, command: 'erase', ...erasing, nothingLeft: /\[unknown-child\]/ },
    { ...TRIAL, command: 'pack', times: TIMES - HALF, options: PACK, outcome: built },
  ];
}

try {
  for (const trial of (await trials()).filter(({ command }) => command === (ONLY ?? command))) {
    const { struck, length } = await strike(trial);
    say(`boardpack ${trial.command}, undisturbed`, seconds(length));
    say('  killed', `${struck} of ${trial.times} times before its end`);
    say('  came right at the next run', `${trial.times} of ${trial.times}`);
  }
} finally {
  removeServices();
}

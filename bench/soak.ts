// Kill -9 at random moments of taking in and of building a pack: how many were struck, and whether all came right after.
import { boardpack, hashes, removeServices, type Service } from '../tests/end-to-end/service.js';
import { englishService, killed, state } from '../tests/deliveries/scenarios/processes.js';
import { say } from './print.js';

const PACK = ['--quarter', '2023-24 Q4', '--as-at', '2024-07-31'];

/** What is run and killed, how often, and by what it is known that it came right. */
interface Trial {
  readonly command: string;
  readonly options: readonly string[];
  readonly times: number;
  readonly outcome: (service: Service) => unknown;
}

/** How often in all, unless another number is typed. */
const TIMES = Number(process.argv[2] ?? 50);

const TRIALS: readonly Trial[] = [
  { command: 'receive', options: [], times: Math.ceil(TIMES / 2), outcome: state },
  {
    command: 'pack',
    options: PACK,
    times: Math.floor(TIMES / 2),
    outcome: ({ out }) => hashes(out),
  },
];

/** Gives how many runs were struck. Throws where the next run does not end, or ends otherwise than undisturbed. */
async function strike({ command, options, times, outcome }: Trial): Promise<number> {
  const argv = ({ settings }: Service): string[] => [command, '--settings', settings, ...options];
  const calm = englishService();
  const began = performance.now();
  await finished(argv(calm));
  const length = performance.now() - began;
  const wanted = JSON.stringify(outcome(calm));
  let struck = 0;
  for (let time = 0; time < times; time += 1) {
    const service = englishService();
    const after = Math.random() * length;
    if (!(await killed(argv(service), after))) struck += 1;
    await finished(argv(service));
    const got = JSON.stringify(outcome(service));
    if (got !== wanted || state(service).left.length > 0)
      throw new Error(
        `${command}, killed at ${Math.round(after)} ms: ${got}, undisturbed ${wanted}`,
      );
  }
  return struck;
}

async function finished(argv: readonly string[]): Promise<void> {
  const { status, stderr } = await boardpack(...argv);
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
}

try {
  for (const trial of TRIALS) {
    const struck = await strike(trial);
    say(`boardpack ${trial.command}, killed`, `${struck} of ${trial.times} times before its end`);
    say('  came right at the next run', `${trial.times} of ${trial.times}`);
  }
} finally {
  removeServices();
}

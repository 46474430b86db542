// `npm run compare -- OTHER`: does another checkout, installed and built, make the same packs as this one, byte for byte?
// Numbers of CSV files are compared to 14 significant digits, and files that agree only so are listed as well.
// Each sample service is built for two quarters, so that the second stands on what the first has released: by each
// checkout alone, and the second by this one in the store that the other has begun. PDFs and manifests are left out, for
// they say what printed them and name files by content.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { packArguments, prepareService } from './checkout.js';
import { say } from './print.js';

interface Sample {
  readonly name: string;
  /** Within a checkout. */
  readonly settings: string;
  readonly packs: readonly (readonly [quarter: string, asAt: string])[];
}

const SAMPLES: readonly Sample[] = [
  {
    name: 'demonstration',
    settings: 'reports/service.yaml',
    packs: [
      ['2022-23 Q3', '2023-05-10'],
      ['2022-23 Q4', '2023-05-15'],
    ],
  },
  {
    name: 'english-service',
    settings: 'data-samples/english-service/service.yaml',
    packs: [
      ['2023-24 Q4', '2024-05-10'],
      ['2024-25 Q1', '2024-08-15'],
    ],
  },
];

const LEFT_OUT = /\.pdf$|manifest\.json$|\.arrow$/;

const here = resolve(import.meta.dirname, '..');
const other = resolve(process.argv[2] ?? '.');
if (other === here)
  throw new RangeError('give the folder of another checkout: npm run compare -- OTHER');

const folder = mkdtempSync(join(tmpdir(), 'boardpack-compare-'));
try {
  const found = SAMPLES.flatMap(compareSample);
  for (const kind of ['last digits', 'content'] as const) {
    const files = found.filter(({ differs }) => differs === kind);
    say(`files that differ in ${kind}`, String(files.length));
    for (const { file } of files) say(`  ${file}`, '');
  }
  process.exitCode = found.some(({ differs }) => differs === 'content') ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A file that two packs have otherwise: in what it says, or in digits beyond the fourteenth alone. */
interface Difference {
  readonly file: string;
  readonly differs: 'last digits' | 'content';
}

function compareSample(sample: Sample): Difference[] {
  const [first, second] = sample.packs;
  if (!first || !second) throw new RangeError('a sample is compared over two packs');
  const theirs = prepare(sample, other, 'theirs');
  const ours = prepare(sample, here, 'ours');
  build(other, theirs, first);
  cpSync(theirs, `${theirs}-continued`, { recursive: true });
  build(other, theirs, second);
  for (const pack of sample.packs) build(here, ours, pack);
  build(here, `${theirs}-continued`, second);
  return [
    ...compareFolders(join(theirs, 'packs'), join(ours, 'packs'), `${sample.name}, each alone`),
    ...compareFolders(
      join(theirs, 'packs'),
      join(`${theirs}-continued`, 'packs'),
      `${sample.name}, in the other's store`,
    ),
  ];
}

function prepare({ name, settings }: Sample, checkout: string, whose: string): string {
  const own = join(folder, `${name}-${whose}`);
  prepareService(own, checkout, settings);
  return own;
}

function build(checkout: string, own: string, pack: Sample['packs'][number]): void {
  execFileSync(process.execPath, packArguments(checkout, own, pack), { cwd: own, stdio: 'ignore' });
}

function compareFolders(one: string, two: string, label: string): Difference[] {
  const files = [...new Set([...listFiles(one), ...listFiles(two)])].sort();
  say(`${label}: files compared`, String(files.length));
  return files.flatMap((name) => {
    const [first, second] = [readText(join(one, name)), readText(join(two, name))];
    if (first !== null && first === second) return [];
    const agrees =
      first !== null && second !== null && roundNumbers(first) === roundNumbers(second);
    const differs = agrees && name.endsWith('.csv') ? 'last digits' : 'content';
    return [{ file: `${label}: ${name}`, differs } as const];
  });
}

function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => relative(root, join(root, name)))
    .filter((name) => !LEFT_OUT.test(name) && statSync(join(root, name)).isFile());
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function roundNumbers(text: string): string {
  return text.replaceAll(/\d+\.\d{12,}(?:e-?\d+)?/g, (number) => Number(number).toPrecision(14));
}

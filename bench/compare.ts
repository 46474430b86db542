// `npm run compare -- OTHER`: does another checkout, installed and built, make the same packs as this one, byte for byte?
// Numbers of CSV files are compared to 14 significant digits, and files that agree only so are listed as well.
// Each sample service is built for two quarters, so that the second stands on what the first has released: by each
// checkout alone, and the second by this one in the store that the other has begun. PDFs and manifests are left out, for
// they say what printed them and name files by content.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { readYaml } from '../pipeline/domain/yaml.js';
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

/** Settings that name a path, which is relative to the file that they are in. */
const PATHS = ['extracts', 'reference', 'receipts', 'key_file'];
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

/** A folder with the sample's settings, whose paths lead into a checkout and whose store and packs lie in the folder. */
function prepare({ name, settings }: Sample, checkout: string, whose: string): string {
  const own = join(folder, `${name}-${whose}`);
  const file = join(checkout, settings);
  const read = readYaml(readFileSync(file, 'utf8'));
  if ('fault' in read) throw new RangeError(`${file}: ${read.fault}`);
  const declared = read.value as Record<string, unknown>;
  const paths = PATHS.flatMap((key) => {
    const path = declared[key];
    return typeof path === 'string' ? [[key, resolve(dirname(file), path)] as const] : [];
  });
  const moved = {
    ...declared,
    ...Object.fromEntries(paths),
    deliveries: 'deliveries',
    output: 'packs',
  };
  mkdirSync(own);
  writeFileSync(join(own, 'service.yaml'), JSON.stringify(moved));
  return own;
}

function build(checkout: string, own: string, [quarter, asAt]: Sample['packs'][number]): void {
  execFileSync(
    process.execPath,
    [
      join(checkout, 'dist', 'pipeline', 'cli.js'),
      ...['pack', '--settings', join(own, 'service.yaml')],
      ...['--quarter', quarter, '--as-at', asAt],
    ],
    { cwd: own, stdio: 'ignore' },
  );
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

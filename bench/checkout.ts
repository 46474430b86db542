// A checkout's sample service → a folder of its own to build packs in, so that nothing is written in the checkout.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readYaml } from '../pipeline/domain/yaml.js';

/** Settings that name a path, which is relative to the file that they are in. */
const PATHS = ['extracts', 'reference', 'receipts', 'key_file'];

/** Makes the folder, with the service's settings: their paths lead into the checkout, its store and packs lie in the folder. */
export function prepareService(folder: string, checkout: string, settings: string): void {
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
  mkdirSync(folder);
  writeFileSync(join(folder, 'service.yaml'), JSON.stringify(moved));
}

/** The arguments of Node that build a quarter's pack in such a folder. */
export function packArguments(
  checkout: string,
  folder: string,
  [quarter, asAt]: readonly [quarter: string, asAt: string],
): string[] {
  return [
    join(checkout, 'dist', 'pipeline', 'cli.js'),
    ...['pack', '--settings', join(folder, 'service.yaml')],
    ...['--quarter', quarter, '--as-at', asAt],
  ];
}

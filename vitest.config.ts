import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A workbook with odd formats that is read or written leaves them in the library, for every workbook that is written after it. */
const ALONE = [
  'extracts/xlsx',
  'extracts/workbook-traps',
  'workbook/workbook',
  'samples/integrity',
].map((file) => `tests/${file}.test.ts`);

/** Begun before the others, in this order: the last to end must not be one long file on one core. */
const LONGEST = [
  ...['measures/mutation', 'kinds/kinds', 'end-to-end/pack', 'deliveries/scenarios'],
  ...['end-to-end/definitions', 'end-to-end/private', 'measures/never-recorded'],
  ...['end-to-end/as-at', 'kpi/kpis', 'contracts/layouts', 'measures/preview'],
  ...['deliveries/restatements', 'deliveries/erase-killed', 'publish/pdf'],
  ...['contracts/take-cells', 'measures/cases', 'systems/moved', 'extracts/xlsx'],
].map((file) => `tests/${file}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? LONGEST.length : place;
}

export default defineConfig({
  test: {
    // Only against what never ends: a test under load takes several times what it takes alone.
    testTimeout: 180_000,
    hookTimeout: 400_000,
    // Left to itself vitest keeps one core free, which on a computer of two is half of it.
    maxWorkers: '100%',
    // What a test says of the environment holds for that test: files of one worker share it.
    unstubEnvs: true,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/shared-folder.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        // These share what they load: loading it is most of their time. So a file leaves what is outside it as it was.
        test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
    ],
  },
});

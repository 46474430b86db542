import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of these change what is outside themselves, as the environment is, or time the program. */
const FOLDERS = ['deliveries', 'doctor', 'end-to-end', 'publish', 'schedule'];
const ALONE = [
  ...FOLDERS.map((folder) => `tests/${folder}/**/*.test.ts`),
  // A workbook that it writes with odd formats leaves them in the library, for every workbook after it.
  'tests/extracts/xlsx.test.ts',
];

/** Begun before the others of their project: the last to end must not be one long file on one core. */
const LONGEST = ['measures/mutation', 'kpi/kpis', 'contracts/take-large-cells'].map(
  (file) => `tests/${file}.test.ts`,
);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ project, moduleId }: TestSpecification): number {
  if (project.name === 'alone') return 0;
  return LONGEST.some((file) => moduleId.endsWith(file)) ? 1 : 2;
}

export default defineConfig({
  test: {
    // Only against what never ends: a test under load takes several times what it takes alone.
    testTimeout: 180_000,
    hookTimeout: 400_000,
    // Left to itself vitest keeps one core free, which on a computer of two is half of it.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/shared-folder.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        // These share what they load: loading it is most of their time.
        test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
    ],
  },
});

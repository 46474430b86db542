import { defineConfig } from 'vitest/config';

/** Tests of these change nothing outside themselves, and so share what they load: loading it is most of their time. */
const TOGETHER = ['commentary', 'domain', 'figures', 'quality', 'statistics'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // Only against what never ends: a test under load takes several times what it takes alone.
    testTimeout: 180_000,
    hookTimeout: 400_000,
    // Left to itself vitest keeps one core free, which on a computer of two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          globalSetup: ['tests/end-to-end/shared-folder.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: TOGETHER,
        },
      },
      {
        extends: true,
        test: { name: 'together', include: TOGETHER, isolate: false },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/end-to-end/shared-folder.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Left to itself vitest keeps one core free, which on a computer of two is half of it.
    maxWorkers: '100%',
  },
});

// A run of the tests → a folder for what its files share, removed after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly shared: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-shared-'));
  provide('shared', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

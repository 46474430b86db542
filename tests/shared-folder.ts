// A run of the tests → a folder for what its files share, removed after it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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
  // Some tests look as a user who is nobody: that user may pass through, and list nothing.
  chmodSync(folder, 0o711);
  provide('shared', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

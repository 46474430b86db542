// The walks of docs/architecture.md lead through files that are there, and are short enough to follow.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';

const MOST_FILES = 20;
const PAGE = readFileSync(join(projectFolder(), 'docs', 'architecture.md'), 'utf8');
const WALKS = PAGE.split(/^## /m)
  .filter((part) => part.startsWith('Walk'))
  .map((part) => ({
    title: part.split('\n')[0] ?? '',
    files: [...part.matchAll(/`((?:pipeline|queries)\/[^`]+)`/g)].map(([, file]) => file ?? ''),
  }));

it('the page of the architecture has three walks', () => {
  expect(WALKS).toHaveLength(3);
});

describe.each(WALKS)('$title', ({ files }) => {
  it(`names at most ${String(MOST_FILES)} files, each once`, () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.length).toBeLessThanOrEqual(MOST_FILES);
    expect(new Set(files).size).toBe(files.length);
  });

  it.each(files)('%s is there', (file) => {
    expect(existsSync(join(projectFolder(), file))).toBe(true);
  });
});

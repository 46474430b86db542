// The versions of Node that are promised to work: said alike wherever they are said, and allowed by every package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { readNodeReleases, writeEngines } from '../../pipeline/doctor/node-releases.js';

interface Package {
  readonly engines?: { readonly node?: string };
}

const FOLDER = projectFolder();
const DECLARED = readNodeReleases(FOLDER);
const PROMISED = writeEngines(DECLARED).split(' || ');

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

describe('the promised versions of Node', () => {
  it('are the even releases from 20.20 to 26, each as old as its packages allow', () => {
    expect(PROMISED).toEqual(['^20.20', '^22.13', '^24.0', '^26.0']);
    const releases = DECLARED.releases.map(({ release }) => release);
    expect(releases).toEqual(releases.toSorted((one, other) => one - other));
    expect(PROMISED).toContain(`^${DECLARED.recommended}.0`);
  });

  it('are the engines of package.json', () => {
    expect((readJson('package.json') as Package).engines?.node).toBe(PROMISED.join(' || '));
  });

  it.each(PROMISED)('from %s on are excluded by no package of the lock file', (range) => {
    const { packages } = readJson('package-lock.json') as { packages: Record<string, Package> };
    const least = minVersion(range) ?? range;
    const asked = Object.entries(packages).flatMap(([name, { engines }]) =>
      engines?.node === undefined ? [] : [{ name, node: engines.node }],
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ node }) => !satisfies(least, node))).toEqual([]);
  });
});

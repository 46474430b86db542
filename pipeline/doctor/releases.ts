// The folder of packs → whether each release in it, the earlier ones too, is as it was published.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problem } from '../domain/problem.js';
import { listEarlierReleases } from '../publish/earlier-releases.js';
import { listAlteredFiles, readManifest } from '../publish/release-folder.js';
import type { CheckOutcome } from './finding.js';

/** Compares every file of every release with the hash in its manifest. Changes nothing; a draft is not looked at. */
export function checkReleases(output: string): CheckOutcome {
  const releases = listReleases(output);
  return {
    summary: releases.length === 1 ? '1 release' : `${releases.length} releases`,
    problems: releases.flatMap((folder) => checkRelease(folder, output)),
  };
}

/** The folders of releases: `<quarter>/<edition>`, and those under its `earlier`. */
function listReleases(output: string): string[] {
  const places = listFolders(output).flatMap(listFolders);
  const all = places.flatMap((place) => [place, ...listEarlierReleases(place)]);
  return all.filter((folder) => readManifest(folder) !== null);
}

/** None where there is no such folder, or a file in its place: another check says so. */
function listFolders(parent: string): string[] {
  if (!existsSync(parent) || !statSync(parent).isDirectory()) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => join(parent, name))
    .sort();
}

function checkRelease(folder: string, output: string): Problem[] {
  const manifest = readManifest(folder);
  const altered = manifest === null ? [] : listAlteredFiles(folder, manifest);
  if (altered.length === 0) return [];
  return [
    {
      kind: 'note',
      code: 'altered-release',
      file: relative(output, folder),
      facts: { names: altered },
    },
  ];
}

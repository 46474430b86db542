// The declared releases of Node → whether the one that runs will do, and is still mended by Node's own project.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';

const nodeReleases = z.strictObject({
  source: z.string(),
  recommended: z.int(),
  releases: z.array(
    z.strictObject({
      release: z.int(),
      /** The last day that it is mended. */
      end_of_life: z.iso.date(),
      /** Promised to work from this minor version on; a release without one is not tried. */
      least_minor: z.int().optional(),
    }),
  ),
});

type NodeReleases = z.infer<typeof nodeReleases>;
type NodeRelease = NodeReleases['releases'][number];

/** Reads what the project in `folder` declares. Throws `ProblemError` for a faulty file. */
export function readNodeReleases(folder: string): NodeReleases {
  return readDeclaration(join(folder, 'queries', 'reference', 'node_releases.yaml'), nodeReleases);
}

/** The versions that are promised to work, as `engines` in package.json writes them. */
export function writeEngines({ releases }: NodeReleases): string {
  return releases
    .filter(({ least_minor }) => least_minor !== undefined)
    .map(({ release, least_minor }) => `^${release}.${least_minor}`)
    .join(' || ');
}

/**
 * Whether a version of Node, such as `20.20.2`, will do on a day. One older than all that are promised will not. One
 * that is not tried, and one that is past its end of life, are noted. Each comes with what to do.
 */
export function checkNodeVersion(
  version: string,
  declared: NodeReleases,
  today: Day,
): CheckOutcome {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const promised = declared.releases.filter(({ least_minor }) => least_minor !== undefined);
  const running = declared.releases.find(({ release }) => release === major);
  const facts = {
    version,
    tried: writeEngines(declared),
    recommended: String(declared.recommended),
  };
  const problems: Problem[] = [];
  const isTooOld = ({ release, least_minor = 0 }: NodeRelease): boolean =>
    major < release || (major === release && minor < least_minor);
  if (promised.every(isTooOld)) problems.push({ kind: 'computer', code: 'old-node', facts });
  else if (running?.least_minor === undefined || isTooOld(running))
    problems.push({ kind: 'note', code: 'untried-node', facts });
  if (running && running.end_of_life < today)
    problems.push({
      kind: 'note',
      code: 'node-past-end',
      facts: { ...facts, release: String(major), ended: running.end_of_life },
    });
  return {
    summary: `${version}, mended until ${running?.end_of_life ?? 'a day not known'}`,
    problems,
  };
}

// survivors.yaml → the mutants that no case can notice, each with the reason.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import { projectFolder } from '../../pipeline/config/project.js';
import type { Trial } from './mutation.js';

const survivor = z.strictObject({ change: z.string(), line: z.string(), why: z.string().min(20) });

/** The explained mutants by query: `marts.outcomes`, `measures.remands`, or `ANY_QUERY`. */
export const EXPLAINED = readDeclaration(
  join(projectFolder(), 'tests', 'measures', 'survivors.yaml'),
  z.record(z.string(), z.array(survivor)),
);

/** Those explained under this name mean the same in whatever query they are found. */
export const ANY_QUERY = 'any query';

/** Why a mutant that no case notices is let be, or null where nobody has said. */
export function explainSurvivor({ query, change, line }: Trial): string | null {
  const explained = [...(EXPLAINED[ANY_QUERY] ?? []), ...(EXPLAINED[query] ?? [])];
  return explained.find((each) => each.change === change && each.line === line)?.why ?? null;
}

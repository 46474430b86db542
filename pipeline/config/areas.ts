// The areas of a service in its settings: its codes of today, and the codes of the areas that became them.
import { z } from 'zod';
import type { Phrase } from '../domain/problem.js';
import { isAreaCode, isInNation, normaliseAreaCode, type Nation } from '../domain/area-code.js';

/** An area code, whatever its case and spaces. */
export const areaCodeSchema = z
  .string()
  .refine(isAreaCode, 'refused-area-code')
  .overwrite(normaliseAreaCode);

/** The strict schema of one predecessor: an area that wholly became one or more of the service's own. */
export const predecessorSchema = z.strictObject({
  code: areaCodeSchema.describe('The code of the area before the reorganisation.'),
  until: z.iso.date().describe('The last day on which the area was in force.'),
  became: z
    .array(areaCodeSchema)
    .min(1)
    .optional()
    .describe(
      "The service's own areas that it became. Needed where the service has several areas; without it, the one that it has.",
    ),
});

interface DeclaredAreas {
  readonly nation: Nation;
  readonly areas: readonly string[];
  readonly predecessors: readonly z.infer<typeof predecessorSchema>[];
}

/** One error in the areas: where in the settings, and what is wrong. */
interface AreaError {
  readonly path: (string | number)[];
  readonly phrase: Phrase;
}

/** One predecessor and one of the service's own areas that it became. */
export interface Predecessor {
  readonly code: string;
  readonly until: string;
  readonly became: string;
}

/** Lists the errors that only the areas together show: another nation's code, or a predecessor that became none. */
export function findAreaErrors({ nation, areas, predecessors }: DeclaredAreas): AreaError[] {
  const codes = [
    ...areas.map((code, index) => ({ code, path: ['areas', index] })),
    ...predecessors.map(({ code }, index) => ({ code, path: ['predecessors', index, 'code'] })),
  ];
  const foreign = codes
    .filter(({ code }) => isAreaCode(code) && !isInNation(code, nation))
    .map(({ code, path }) => ({
      path,
      phrase: { phrase: 'refused-other-nation', facts: { code, nation } },
    }));
  const became = predecessors.flatMap((each, index) => findPredecessorErrors(each, index, areas));
  return [...foreign, ...became];
}

function findPredecessorErrors(
  { code, became }: DeclaredAreas['predecessors'][number],
  index: number,
  areas: readonly string[],
): AreaError[] {
  const path = ['predecessors', index];
  if (areas.includes(code))
    return [{ path, phrase: { phrase: 'refused-area-of-today', facts: { code } } }];
  if (became === undefined)
    return areas.length === 1
      ? []
      : [{ path, phrase: { phrase: 'refused-became', facts: { code } } }];
  return became
    .filter((each) => !areas.includes(each))
    .map((each) => ({ path, phrase: { phrase: 'refused-no-area', facts: { code: each } } }));
}

/** Lists each predecessor with each area that it became. */
export function listPredecessors({
  areas,
  predecessors,
}: Pick<DeclaredAreas, 'areas' | 'predecessors'>): Predecessor[] {
  return predecessors.flatMap(({ code, until, became = areas }) =>
    became.map((area) => ({ code, until, became: area })),
  );
}

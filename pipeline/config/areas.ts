// The areas of a service in its settings: its codes of today, and the codes of the areas that became them.
import { z } from 'zod';
import { isAreaCode, isInNation, normaliseAreaCode, type Nation } from '../domain/area-code.js';

/** An area code, whatever its case and spaces. */
export const areaCodeSchema = z
  .string()
  .refine(isAreaCode, 'must be an area code: a letter and eight digits, such as W06000005')
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
  readonly message: string;
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
      message: `${code} is not in ${nation}: write the other nation, or the service’s own codes`,
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
    return [{ path, message: `${code} is in areas too: an area of today has no last day` }];
  if (became === undefined)
    return areas.length === 1
      ? []
      : [{ path, message: `say in became which of the areas ${code} became` }];
  return became
    .filter((each) => !areas.includes(each))
    .map((each) => ({ path, message: `${each} is not one of the areas` }));
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

// measure.yaml → the measures of its folder: one of the folder's own name, or one for each variant it declares.
import { z } from 'zod';
import type { Facts } from '../domain/problem.js';
import { describeRefusal } from '../domain/refusal.js';
import { declarationSchema, type Declaration } from './declaration.js';
import type { QueryParameters } from './parameters.js';
import { findUnfinished } from './unfinished.js';

/** A measure as its folder declares it. */
interface DeclaredMeasure {
  readonly declaration: Declaration;
  readonly parameters: QueryParameters;
}

/** What a declaration is held against. */
export interface DeclarationContext {
  /** The name of the folder. */
  readonly folder: string;
  /** The parameters that the folder's queries ask for. */
  readonly queryParameters: ReadonlySet<string>;
  /** The measures of other folders. */
  readonly otherIds: ReadonlySet<string>;
  /** The texts of a new draft, which may not be published. */
  readonly drafts: ReadonlySet<string>;
}

const { window, source, review } = declarationSchema.shape;

/** A part of a declaration; a window, a source and a review may be in parts themselves, a text is whole in both languages. */
const part = declarationSchema.partial().extend({
  window: window.partial().optional(),
  source: source.partial().optional(),
  review: review.partial().optional(),
});

const variantSchema = part.extend({
  parameters: z
    .record(z.string().regex(/^[a-z]\w*$/), z.union([z.string(), z.int(), z.boolean()]))
    .default({}),
});

/** Lower-case words merged by `_`, as measures are named. */
const measureId = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);

const variedSchema = part.extend({
  variants: z
    .record(measureId, variantSchema)
    .refine((variants) => Object.keys(variants).length > 1, 'refused-one-variant'),
});

type Issues = z.RefinementCtx;
type Path = readonly PropertyKey[];

/**
 * The strict shape of `measure.yaml`, with or without `variants`. What all variants share stands once, outside them; each
 * names its measure and all else, and together they must be a whole declaration. Refused, each with its key: an unknown
 * key, a missing one, one said both for all and for one, a measure that another folder has, a parameter that no query
 * asks for or that is not given, and, of what is published, an unfinished text.
 */
export function measureFileSchema(context: DeclarationContext): z.ZodType<DeclaredMeasure[]> {
  return z.unknown().transform((written, issues) => {
    const found = isVaried(written)
      ? readVaried(written, context, issues)
      : [
          {
            id: context.folder,
            parameters: {},
            parsed: declarationSchema.safeParse(written),
            path: [],
          },
        ];
    return found.flatMap((each) => completeMeasure(each, context, issues));
  });
}

/** One measure before it is known to be whole, and where it stands in the file. */
interface Candidate {
  readonly id: string;
  readonly parameters: QueryParameters;
  readonly parsed: z.ZodSafeParseResult<z.infer<typeof declarationSchema>>;
  readonly path: Path;
}

function isVaried(written: unknown): boolean {
  return typeof written === 'object' && written !== null && 'variants' in written;
}

function readVaried(
  written: unknown,
  { queryParameters }: DeclarationContext,
  issues: Issues,
): Candidate[] {
  const read = variedSchema.safeParse(written);
  if (!read.success) {
    addIssues(read.error.issues, [], issues);
    return [];
  }
  const { variants, ...shared } = read.data;
  return Object.entries(variants).map(([id, { parameters, ...own }]) => {
    const path = ['variants', id];
    for (const key of Object.keys(parameters))
      if (!queryParameters.has(key))
        addIssue(issues, [...path, 'parameters', key], 'refused-unasked');
    for (const key of findSharedKeys(shared, own))
      addIssue(issues, [...path, ...key], 'refused-said-twice');
    return { id, parameters, parsed: declarationSchema.safeParse(mergeParts(shared, own)), path };
  });
}

/** The keys that both parts have, down to where they are no further parts. */
function findSharedKeys(one: object, other: object): Path[] {
  return Object.entries(other).flatMap(([key, value]) => {
    const before = (one as Record<string, unknown>)[key];
    if (before === undefined) return [];
    if (!isParts(before) || !isParts(value)) return [[key]];
    return findSharedKeys(before, value).map((path) => [key, ...path]);
  });
}

function mergeParts(one: object, other: object): object {
  const merged: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = merged[key];
    merged[key] = isParts(before) && isParts(value) ? mergeParts(before, value) : value;
  }
  return merged;
}

function isParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function completeMeasure(
  { id, parameters, parsed, path }: Candidate,
  { queryParameters, otherIds: taken, drafts }: DeclarationContext,
  issues: Issues,
): DeclaredMeasure[] {
  for (const name of queryParameters)
    if (!(name in parameters))
      addIssue(issues, [...path, 'parameters', name], 'refused-asked', { name });
  if (taken.has(id)) addIssue(issues, path, 'refused-taken');
  if (!parsed.success) {
    addIssues(parsed.error.issues, path, issues);
    return [];
  }
  if (parsed.data.status === 'published')
    for (const text of findUnfinished(parsed.data, drafts))
      addIssue(issues, [...path, ...text.path], text.message);
  return [{ declaration: { ...parsed.data, id }, parameters }];
}

function addIssues(found: readonly z.core.$ZodIssue[], path: Path, issues: Issues): void {
  for (const issue of found) {
    const { phrase, facts } = describeRefusal(issue);
    addIssue(issues, [...path, ...issue.path], phrase, facts);
  }
}

function addIssue(issues: Issues, path: Path, message: string, params: Facts = {}): void {
  issues.addIssue({ code: 'custom', path: [...path], message, params });
}

// What was counted and found → what every document of a pack has in common.
import type { PackRequest } from '../config/pack-request.js';
import { readRenderAssets } from '../render/assets.js';
import type { RenderContext } from '../render/context.js';
import type { PackFacts } from './count-pack.js';

/**
 * Reads what documents are made with, and adds what they say beside figures, but no value of a measure: figures come
 * disclosed, by edition. Throws `Stopped` with all that is wrong in what the service writes.
 */
export function createRenderContext(
  { project, settings, quarter, asOf, draft }: PackRequest,
  { results: { published, populations }, quality, grades, names }: PackFacts,
  findChanges: RenderContext['findChanges'],
): RenderContext {
  const request = { project, settings, quarter };
  const found = { published, populations, quality, grades, findChanges };
  return {
    ...request,
    asAt: asOf.asAt,
    draft,
    ...found,
    ...readRenderAssets(request, names.groups),
  };
}

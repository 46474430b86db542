// The project's templates and what a service writes → all that documents are made with, before anything is counted.
import { join } from 'node:path';
import type { CurrentNames } from '../domain/former-names.js';
import { openPlotter, type Plotter } from '../figures/draw.js';
import { readForm, type PackForm, type ReadingRules } from '../pack/forms.js';
import { readOutline, type Outline } from '../pack/outline.js';
import { readTemplates, type Templates } from '../pack/templates.js';
import { readNarrative, type Narrative } from './commentary.js';
import { locateReport } from '../config/own-declarations.js';
import type { Project } from '../config/project.js';
import type { PackRequest } from '../config/pack-request.js';
import { readWording, type Wording } from './words.js';

/** For whom a pack is rendered, and of which quarter. */
export type RenderRequest = Pick<PackRequest, 'project' | 'settings' | 'quarter'>;

/** What documents are made with, whatever was counted. */
export interface RenderAssets {
  readonly outline: Outline;
  /** The documents to make. */
  readonly form: PackForm;
  readonly reading: ReadingRules;
  readonly templates: Templates;
  readonly drawing: Plotter;
  readonly wording: Wording;
  readonly narrative: Narrative;
}

/** Reads the outline, templates, shapes and words, and what the service writes. Throws `Stopped` with all that is wrong there. */
export function readRenderAssets(
  { project, settings, quarter }: RenderRequest,
  groups: ReadonlyMap<string, CurrentNames>,
): RenderAssets {
  const templates = join(project.folder, 'templates');
  const outline = readOutline(locateReport(project, 'packs', 'quarterly.yaml'));
  const sections = outline.sections.map(({ id }) => id);
  return {
    outline,
    ...readForm(locateReport(project, 'packs', 'forms.yaml'), settings.pack_form),
    templates: readTemplates(templates),
    drawing: openPlotter(templates),
    wording: readWording(project, settings),
    narrative: readNarrative(project, settings, quarter, sections, groups),
  };
}

/** The only fonts that documents are printed in. */
export function fontFolder({ folder }: Project): string {
  return join(folder, 'templates', 'fonts');
}

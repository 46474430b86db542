// boardpack preview <id>: one measure's page in a browser of this computer, followed as its files change.
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../domain/problem.js';
import { measureAnchor } from '../pack/contents.js';
import { projectFolder } from '../config/project.js';
import { readSettings } from '../config/settings.js';
import { badArgument, type Arguments } from './arguments.js';
import { findMeasureFolder, previewPage, type PreviewRequest } from './preview-page.js';
import { openPreview } from './preview-server.js';
import type { Terminal } from './print.js';
import { settingsFile } from './service-settings.js';
import { today } from './clock.js';

/** Prints the address of the page and serves it until it is interrupted. */
export async function preview(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const request = readPreviewRequest(options, projectFolder());
  const opened = await openPreview({
    page: () => previewPage(request),
    follow: ['queries', 'templates'].map((folder) => join(request.project, folder)),
    shell: join(request.project, 'templates', 'preview'),
  });
  terminal.out(`${opened.url}#${measureAnchor(request.measure)}`);
  await once(process, 'SIGINT');
  await opened.close();
  return [];
}

function readPreviewRequest(options: Arguments, project: string): PreviewRequest {
  const { about: measure, quarter } = options;
  if (measure === null || findMeasureFolder(project, measure) === null)
    throw measure === null
      ? badArgument('which-measure')
      : badArgument('no-such-measure', { typed: measure });
  const file = resolve(settingsFile(options.settings, project));
  const settings = readSettings(file);
  const language = options.language ?? settings.languages[0] ?? 'en';
  const serviceFolder = dirname(file);
  return {
    project,
    serviceFolder,
    settings,
    measure,
    language,
    quarter,
    asAt: options.asAt ?? today(),
  };
}

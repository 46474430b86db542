// This computer, a service's settings and its schedule → every finding of boardpack doctor, in the order a person mends them.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { roomLook } from './computer.js';
import { looked, type Finding, type Look } from './finding.js';
import { nodeLook, readNodeReleases } from './node-releases.js';
import { fontsLook, trialPage } from './printing.js';
import type { Probe } from './probe.js';
import { Stopped } from '../domain/problem.js';
import { readTheme } from '../figures/theme.js';
import { examineDeclared, type Asked } from './declarations.js';
import { examineService } from './service.js';
import { fontRule } from '../pack/style.js';
import { readTemplates } from '../pack/templates.js';
import { withBrowser } from '../print/browser.js';
import { printDocuments } from '../print/print-documents.js';

/** The computer it runs on. */
export interface Surroundings {
  readonly probe: Probe;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Is told each step, when a person is watching. */
  readonly progress: (what: string) => void;
}

/** Looks at everything. Promises a finding of each part, and changes nothing. */
export async function examine(asked: Asked, surroundings: Surroundings): Promise<Finding[]> {
  const { probe, progress } = surroundings;
  const { findings, settings, project, schedule } = await examineDeclared(asked);
  const service =
    settings === null
      ? [await looked('service', unread)]
      : await examineService({ ...asked, ...surroundings, project, settings, schedule });
  progress('printing a trial page');
  return [
    await looked('Node', () =>
      nodeLook(process.versions.node, readNodeReleases(asked.folder), asked.today),
    ),
    await looked('database', database),
    await looked('temporary', () => roomLook([tmpdir()], [], probe)),
    ...findings,
    ...service,
    ...(await examinePrinting(asked.folder)),
  ];
}

async function examinePrinting(folder: string): Promise<Finding[]> {
  const templates = join(folder, 'templates');
  const fonts = join(templates, 'fonts');
  const found = [
    await looked('fonts', () => fontsLook(readTheme(templates).fonts.files, fonts)),
    await looked('browser', () => withBrowser(fonts, browserLook)),
  ];
  if (found.some(({ problems }) => problems.length > 0)) return found;
  return [...found, await looked('printing', () => printTrial(templates, fonts))];
}

async function browserLook(browser: Browser): Promise<Look> {
  const program = browser.process()?.spawnfile;
  const version = await browser.version();
  return { says: program === undefined ? version : `${version}, ${program}`, problems: [] };
}

/** A browser that starts may still print blanks: only a page that was printed shows that it does not. */
async function printTrial(templates: string, fonts: string): Promise<Look> {
  const faces = readTemplates(templates).fonts;
  const page = trialPage(faces, faces.map(fontRule), 'Boardpack');
  const files = await printDocuments([page], fonts);
  const bytes = files.reduce((sum, { pdf }) => sum + pdf.length, 0);
  return { says: `a trial page of ${bytes} bytes, tagged, its fonts inside`, problems: [] };
}

/** A program of its own in the packages, which another system or processor does not run. */
async function database(): Promise<Look> {
  try {
    const { openForBuilding } = await import('../warehouse/connection.js');
    (await openForBuilding(':memory:')).close();
    return { says: 'starts', problems: [] };
  } catch {
    const what = 'the database that comes with the packages does not start';
    const fix =
      'Run npm ci on this computer: packages that were copied from another may not run here.';
    throw new Stopped([{ kind: 'computer', code: 'no-database', what, fix }]);
  }
}

/** Nothing is left out in silence: without settings nobody knows which folders and keys are meant. */
function unread(): Look {
  const what = 'folders, key, clock and locks were not looked at: the settings cannot be read';
  const fix = 'Mend the settings, then ask again.';
  return { says: what, problems: [{ kind: 'note', code: 'not-looked-at', what, fix }] };
}

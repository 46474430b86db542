// This computer, a service's settings and its schedule → every finding of boardpack doctor, in the order a person corrects them.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { checkDiskSpace } from './computer.js';
import { runCheck, type DoctorFinding, type CheckOutcome } from './finding.js';
import { checkNodeVersion, readNodeReleases } from './node-releases.js';
import { checkFonts, buildTrialPage } from './printing.js';
import type { Probe } from './probe.js';
import { ProblemError } from '../domain/problem.js';
import { readTheme } from '../figures/theme.js';
import { examineDeclarations, type DoctorRequest } from './declarations.js';
import { examineService } from './service.js';
import { writeFontRule } from '../pack/style.js';
import { readTemplates } from '../pack/templates.js';
import { useBrowser } from '../print/browser.js';
import { printDocuments } from '../print/print-documents.js';

/** The computer that is examined. */
interface DoctorContext {
  readonly probe: Probe;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Called with each step, if a person is watching. */
  readonly progress: (what: string) => void;
}

/** Runs every check. Promises a finding for each part, and changes nothing. */
export async function examine(
  request: DoctorRequest,
  context: DoctorContext,
): Promise<DoctorFinding[]> {
  const { probe, progress } = context;
  const { findings, settings, project, schedule } = await examineDeclarations(request);
  const service =
    settings === null
      ? [await runCheck('service', describeSkippedChecks)]
      : await examineService({ ...request, ...context, project, settings, schedule });
  progress('printing a trial page');
  return [
    await runCheck('Node', () =>
      checkNodeVersion(process.versions.node, readNodeReleases(request.folder), request.today),
    ),
    await runCheck('database', checkDatabase),
    await runCheck('temporary', () => checkDiskSpace([tmpdir()], [], probe)),
    ...findings,
    ...service,
    ...(await examinePrinting(request.folder)),
  ];
}

async function examinePrinting(folder: string): Promise<DoctorFinding[]> {
  const templates = join(folder, 'templates');
  const fonts = join(templates, 'fonts');
  const findings = [
    await runCheck('fonts', () => checkFonts(readTheme(templates).fonts.files, fonts)),
    await runCheck('browser', () => useBrowser(fonts, checkBrowser)),
  ];
  if (findings.some(({ problems }) => problems.length > 0)) return findings;
  return [...findings, await runCheck('printing', () => checkPrinting(templates, fonts))];
}

async function checkBrowser(browser: Browser): Promise<CheckOutcome> {
  const program = browser.process()?.spawnfile;
  const version = await browser.version();
  return { summary: program === undefined ? version : `${version}, ${program}`, problems: [] };
}

/** A browser that starts may still print blank pages: only a printed page proves that it works. */
async function checkPrinting(templates: string, fonts: string): Promise<CheckOutcome> {
  const faces = readTemplates(templates).fonts;
  const page = buildTrialPage(faces, faces.map(writeFontRule), 'Boardpack');
  const files = await printDocuments([page], fonts);
  const bytes = files.reduce((sum, { pdf }) => sum + pdf.length, 0);
  return { summary: `a trial page of ${bytes} bytes, tagged, its fonts inside`, problems: [] };
}

/** The database is a native program, which does not run on another system or processor. */
async function checkDatabase(): Promise<CheckOutcome> {
  try {
    const { openForBuilding } = await import('../warehouse/connection.js');
    (await openForBuilding(':memory:')).close();
    return { summary: 'starts', problems: [] };
  } catch {
    throw new ProblemError([{ kind: 'computer', code: 'no-database' }]);
  }
}

/** Reports the checks that are skipped: without settings the folders and keys are unknown. */
function describeSkippedChecks(): CheckOutcome {
  return { summary: 'not looked at', problems: [{ kind: 'note', code: 'not-looked-at' }] };
}

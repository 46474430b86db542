// What is installed and what is among the packages → the browser to print with, and how it is started.
import { ProblemError, type Facts } from '../domain/problem.js';
import { findBrowser, isProgram } from './browser-place.js';
import { unpackBrowser } from './bundled-browser.js';

/** How a browser is started. */
export interface BrowserLaunch {
  readonly program: string;
  /** Folder of libraries the program needs beside those of the system; empty for an installed browser. */
  readonly libraries: string;
}

/**
 * Taken in order: the browser named by BOARDPACK_BROWSER, an installed Chrome, Edge or Chromium, the one among the
 * packages, which may have to be unpacked first. Throws `Stopped` (kind computer) when none is found.
 */
export async function chooseBrowser(): Promise<BrowserLaunch> {
  const named = process.env['BOARDPACK_BROWSER'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return { program: named, libraries: '' };
    throw browserError('browser-not-found', { browser: named });
  }
  const installed = findBrowser(process.platform, process.env);
  if (installed !== null) return { program: installed, libraries: '' };
  const bundled = await unpackBrowser();
  if (bundled !== null) return bundled;
  throw browserError('no-browser');
}

/** That there is no browser to print with, or none that starts. */
export function browserError(code: string, facts: Facts = {}): ProblemError {
  return new ProblemError([{ kind: 'computer', code, facts }]);
}

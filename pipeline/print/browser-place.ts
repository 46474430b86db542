// This computer → the path of a browser that can print: an installed one, or none.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
const MAC_PROGRAMS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** The variables of the environment that matter here. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The first Chrome, Edge or Chromium found in its usual places, in an order of preference that does not change.
 * Null where there is none. `exists` says whether a path is a program.
 */
export function findBrowser(
  platform: NodeJS.Platform,
  environment: Environment,
  exists: (path: string) => boolean = isProgram,
): string | null {
  return browserPlaces(platform, environment).find(exists) ?? null;
}

/** Every path worth trying on this platform. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((name) => environment[name] ?? []);
    return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const roots = [
      '/Applications',
      ...(environment['HOME'] ? [`${environment['HOME']}/Applications`] : []),
    ];
    return MAC_PROGRAMS.flatMap((program) => roots.map((root) => `${root}/${program}`));
  }
  const path = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...new Set([...path, ...LINUX_FOLDERS])];
  const commands = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...commands, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/** Whether a path is a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

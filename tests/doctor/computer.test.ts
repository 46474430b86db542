// Browsers, fonts and a Node that do not work, as the doctor finds them.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkNodeVersion, readNodeReleases } from '../../pipeline/doctor/node-releases.js';
import { checkFonts } from '../../pipeline/doctor/printing.js';
import { readTheme } from '../../pipeline/figures/theme.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { emptyFolder } from '../deliveries/folder.js';
import { told, typed } from './clinic.js';
import { readProblem } from '../problems/words.js';

const FONTS = join(projectFolder(), 'templates', 'fonts');
const FACES = readTheme(join(projectFolder(), 'templates')).fonts.files;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('this computer', () => {
  it.each([
    ['18.20.8', '2026-11-30', ['computer old-node']],
    ['20.19.6', '2026-04-30', ['computer old-node']],
    ['20.20.0', '2026-04-30', []],
    ['20.20.2', '2026-05-01', ['note node-past-end']],
    ['21.7.3', '2024-06-01', ['note untried-node']],
    ['22.12.0', '2026-11-30', ['note untried-node']],
    ['22.13.0', '2027-04-30', []],
    ['23.11.1', '2025-06-02', ['note untried-node', 'note node-past-end']],
    ['24.21.0', '2028-04-30', []],
    ['24.21.0', '2028-05-01', ['note node-past-end']],
    ['26.10.0', '2026-11-30', []],
    ['27.0.0', '2027-04-30', ['note untried-node']],
  ])('Node %s on %s', (version, today, found) => {
    const { problems } = checkNodeVersion(version, readNodeReleases(projectFolder()), today);
    expect(told(problems)).toEqual(found);
    for (const each of problems) expect(readProblem(each).fix).toContain('Install Node 24');
  });

  it('reports a browser that is not where BOARDPACK_BROWSER says', async () => {
    vi.stubEnv('BOARDPACK_BROWSER', join(emptyFolder(), 'chrome'));
    const { lines, problems, status } = await typed();
    expect(told(problems).filter((each) => !each.startsWith('note'))).toEqual([
      'computer browser-not-found',
    ]);
    expect(status).toBe(3);
    expect(lines).toContain('MEND  browser        browser-not-found');
  });

  it('reports a program in its place that is not a browser', async () => {
    const program = join(emptyFolder(), 'chrome');
    writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    vi.stubEnv('BOARDPACK_BROWSER', program);
    const { problems } = await typed();
    expect(told(problems)).toContain('computer browser-did-not-start');
  });

  it('reports fonts that are missing, damaged or of another family', () => {
    expect(checkFonts(FACES, FONTS).problems).toEqual([]);
    const folder = emptyFolder();
    for (const name of FACES.flatMap(({ file, embedded }) => [file, embedded]))
      copyFileSync(join(FONTS, name), join(folder, name));
    rmSync(join(folder, 'IBMPlexSans-Bold.ttf'));
    writeFileSync(join(folder, 'IBMPlexSans-Medium.woff2'), 'not a font');
    writeFileSync(join(folder, 'IBMPlexSans-Italic.ttf'), 'not a font');
    copyFileSync(join(FONTS, 'IBMPlexSans-Regular.ttf'), join(folder, 'IBMPlexSerif-Medium.ttf'));
    const found = checkFonts(FACES, folder).problems;
    expect(found.map(({ file }) => String(file).slice(folder.length + 1)).sort()).toEqual([
      'IBMPlexSans-Bold.ttf',
      'IBMPlexSans-Italic.ttf',
      'IBMPlexSans-Medium.woff2',
      'IBMPlexSerif-Medium.ttf',
    ]);
  });
});

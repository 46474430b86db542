// Browsers, fonts and a Node that will not do, as doctor finds them.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeLook } from '../../pipeline/doctor/computer.js';
import { fontsLook } from '../../pipeline/doctor/printing.js';
import { readTheme } from '../../pipeline/figures/theme.js';
import { nodeAsked, projectFolder } from '../../pipeline/config/project.js';
import { emptyFolder } from '../deliveries/folder.js';
import { told, typed } from './clinic.js';

const FONTS = join(projectFolder(), 'templates', 'fonts');
const FACES = readTheme(join(projectFolder(), 'templates')).fonts.files;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('this computer', () => {
  it('a Node older than the package asks for', () => {
    const asked = nodeAsked(projectFolder());
    expect(told(nodeLook('18.20.4', asked).problems)).toEqual(['computer old-node']);
    expect(nodeLook('20.0.0', asked).problems).toEqual([]);
    expect(nodeLook(process.versions.node, asked).problems).toEqual([]);
  });

  it('a browser that is not where BOARDPACK_BROWSER says', async () => {
    vi.stubEnv('BOARDPACK_BROWSER', join(emptyFolder(), 'chrome'));
    const { lines, problems, status } = await typed();
    expect(told(problems).filter((each) => !each.startsWith('note'))).toEqual([
      'computer browser-not-found',
    ]);
    expect(status).toBe(3);
    expect(lines).toContain('MEND  browser        browser-not-found');
  });

  it('a program in its place that is no browser', async () => {
    const program = join(emptyFolder(), 'chrome');
    writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    vi.stubEnv('BOARDPACK_BROWSER', program);
    const { problems } = await typed();
    expect(told(problems)).toContain('computer browser-did-not-start');
  });

  it('fonts that are gone, torn, or another', () => {
    expect(fontsLook(FACES, FONTS).problems).toEqual([]);
    const folder = emptyFolder();
    for (const name of FACES.flatMap(({ file, embedded }) => [file, embedded]))
      copyFileSync(join(FONTS, name), join(folder, name));
    rmSync(join(folder, 'IBMPlexSans-Bold.ttf'));
    writeFileSync(join(folder, 'IBMPlexSans-Medium.woff2'), 'not a font');
    writeFileSync(join(folder, 'IBMPlexSans-Italic.ttf'), 'not a font');
    copyFileSync(join(FONTS, 'IBMPlexSans-Regular.ttf'), join(folder, 'IBMPlexSerif-Medium.ttf'));
    const found = fontsLook(FACES, folder).problems;
    expect(found.map(({ file }) => String(file).slice(folder.length + 1)).sort()).toEqual([
      'IBMPlexSans-Bold.ttf',
      'IBMPlexSans-Italic.ttf',
      'IBMPlexSans-Medium.woff2',
      'IBMPlexSerif-Medium.ttf',
    ]);
  });
});

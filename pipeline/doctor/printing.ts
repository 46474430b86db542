// The house style's fonts → whether each is the font it should be, and a page that shows all of them, to be printed once.
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Problem } from '../domain/problem.js';
import type { FontFace } from '../pack/style.js';
import type { PrintJob } from '../print/print-job.js';
import type { CheckOutcome } from './finding.js';

/** Whether each file of the house style is there and holds the family it is used as: a wrong one prints blanks. */
export function checkFonts(
  faces: readonly Pick<FontFace, 'family' | 'file' | 'embedded'>[],
  folder: string,
): CheckOutcome {
  const files = faces.flatMap(({ family, file, embedded }) =>
    [file, embedded].map((name) => ({ family, path: join(folder, name) })),
  );
  const wrong = files.filter(({ family, path }) => !hasFamily(path, family));
  return {
    summary: `${faces.length} fonts in ${folder}`,
    problems: wrong.map(({ family, path }) => describeBadFont(path, family)),
  };
}

/**
 * A document of one page that shows every face, which the rules bring along, and has contents, printed and held to what
 * every pack is held to.
 */
export function buildTrialPage(
  faces: readonly FontFace[],
  rules: readonly string[],
  name: string,
): PrintJob {
  const shown = faces.map(
    ({ family, weight, style }) =>
      `<p style="font:${style} ${weight} 12pt '${family}'">${family} ${weight} ${style}</p>`,
  );
  const head = `<meta charset="utf-8"><title>${name}</title><style>${rules.join('')}</style>`;
  const contents = `<nav class="contents"><a href="#top">${name}</a></nav>`;
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><h1 id="top">${name}</h1>${contents}${shown.join('')}</body></html>`;
  return { name, html, language: 'en', title: name, dated: '2000-01-01' };
}

function hasFamily(path: string, family: string): boolean {
  try {
    const font = fontkit.openSync(path);
    return 'familyName' in font && font.familyName.startsWith(family);
  } catch {
    return false;
  }
}

function describeBadFont(file: string, family: string): Problem {
  return {
    kind: 'computer',
    code: 'bad-font',
    file,
    what: `is not there, cannot be read, or is not ${family}`,
    fix: 'Put back the file that Boardpack came with, or mend fonts.files in templates/theme.json.',
  };
}

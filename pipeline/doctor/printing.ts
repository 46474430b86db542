// The fonts of the theme → whether each is the expected font, and a trial page that shows all of them.
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Problem } from '../domain/problem.js';
import type { FontFace } from '../pack/style.js';
import type { PrintJob } from '../print/print-job.js';
import type { CheckOutcome } from './finding.js';

/** Checks that each font file exists and contains its family: a wrong one prints blanks. */
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
 * Builds a one-page document that shows every font face of the rules and has contents, held to the same checks as every
 * pack.
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
    facts: { family },
  };
}

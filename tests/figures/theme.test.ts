import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openFonts, readTheme } from '../../pipeline/figures/theme.js';
import { TEMPLATES } from './templates.js';

const theme = readTheme(TEMPLATES);

/** Relative luminance of a colour: WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21: WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the theme', () => {
  const { paper, accent, accentSoft, previous } = theme.colours;

  it('has a contrast of 4.5 to 1 or more for every text colour, on paper and on the shaded band', () => {
    for (const name of ['ink', 'muted', 'accent', 'previous', 'warning'] as const)
      expect(contrast(theme.colours[name], paper), name).toBeGreaterThanOrEqual(4.5);
    for (const colour of [accent, theme.colours.ink])
      expect(contrast(colour, accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(previous, accentSoft)).toBeGreaterThanOrEqual(3);
  });

  it('keeps this year and the year before distinct in grey', () => {
    expect(contrast(accent, previous)).toBeGreaterThanOrEqual(1.7);
  });

  it('ships exactly the fonts it names', () => {
    const shipped = readdirSync(join(TEMPLATES, 'fonts')).filter((name) =>
      /\.ttf$|woff/.test(name),
    );
    const named = theme.fonts.files.flatMap(({ file, embedded }) => [file, embedded]);
    expect(named.sort()).toEqual(shipped.sort());
  });

  it('prints in the same font that it measures', () => {
    const opened = (name: string): fontkit.Font => {
      const font = fontkit.openSync(join(TEMPLATES, 'fonts', name));
      if (!('glyphForCodePoint' in font)) throw new Error(`${name} is not a single font`);
      return font;
    };
    for (const { file, embedded } of theme.fonts.files) {
      const [measured, printed] = [opened(file), opened(embedded)];
      expect([embedded, printed.postscriptName]).toEqual([embedded, measured.postscriptName]);
      const points = measured.characterSet;
      expect(printed.characterSet).toEqual(points);
      const widths = (font: fontkit.Font): number[] =>
        points.map((point) => font.glyphForCodePoint(point).advanceWidth);
      expect(widths(printed)).toEqual(widths(measured));
    }
  });

  it('has the Welsh letters and tabular figures in every font', () => {
    for (const { file } of theme.fonts.files) {
      const font = fontkit.openSync(join(TEMPLATES, 'fonts', file));
      if (!('glyphForCodePoint' in font)) throw new Error(`${file} is not a single font`);
      const letters = Array.from('ŵŷâêîôûŴŶÂÊÎÔÛáéíóúàèìòùäëïöüẅẁẃỳ’–');
      const missing = letters.filter(
        (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
      );
      expect([file, missing]).toEqual([file, []]);
      const widths = Array.from('0123456789').map(
        (digit) => font.glyphForCodePoint(digit.charCodeAt(0)).advanceWidth,
      );
      expect(new Set(widths).size, file).toBe(1);
    }
  });

  it('measures text by the font: five figures of 0.6 em at ten points are thirty points', () => {
    const measure = openFonts(TEMPLATES, theme);
    expect(measure('12345', 10)).toBeCloseTo(30, 10);
    expect(measure('Wrecsam', 10, 700)).toBeGreaterThan(measure('Wrecsam', 10, 400));
  });
});

// templates/theme.json and its fonts → the theme, and the exact width of a text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

const points = z.number().positive();

const themeSchema = z.strictObject({
  fonts: z.strictObject({
    text: z.string(),
    display: z.string(),
    fallback: z.string(),
    displayFallback: z.string(),
    files: z.array(
      z.strictObject({
        family: z.string(),
        weight: z.int(),
        style: z.enum(['normal', 'italic']),
        file: z.string(),
        /** The same font compressed, for embedding in a page. */
        embedded: z.string(),
      }),
    ),
  }),
  colours: z.strictObject({
    ink: colour,
    muted: colour,
    rule: colour,
    paper: colour,
    accent: colour,
    accentSoft: colour,
    previous: colour,
    warning: colour,
  }),
  /** In points, the unit of charts: `chartWidth` fills the text column, `chartBeside` leaves room for a table. */
  sizes: z
    .object({
      chartWidth: points,
      chartBeside: points,
      chartText: points,
      chartSmall: points,
    })
    .catchall(points),
});

/** Fonts, colours and sizes shared by charts and pages. */
export type Theme = z.infer<typeof themeSchema>;

/** The width in points of one line of text at a size in points, in the text font at a weight. */
export type MeasureText = (text: string, size: number, weight?: number) => number;

/** Reads the theme from the templates folder. Refuses an unknown or missing key. */
export function readTheme(templates: string): Theme {
  return themeSchema.parse(JSON.parse(readFileSync(join(templates, 'theme.json'), 'utf8')));
}

/** Opens the upright files of the text font. A missing weight is measured as the next heavier one. */
export function openFonts(templates: string, theme: Theme): MeasureText {
  const files = theme.fonts.files
    .filter((font) => font.family === theme.fonts.text && font.style === 'normal')
    .sort((a, b) => a.weight - b.weight);
  const advances = files.map((font) => ({
    weight: font.weight,
    advance: openAdvances(join(templates, 'fonts', font.file)),
  }));
  return (text, size, weight = 400) => {
    const font = advances.find((one) => one.weight >= weight) ?? advances.at(-1);
    if (!font) throw new RangeError('the theme names no file for its text font');
    return Array.from(text).reduce((sum, character) => sum + font.advance(character), 0) * size;
  };
}

/** The advance width of characters in ems. Ignores kerning, which only makes Latin text a little narrower. */
function openAdvances(path: string): (character: string) => number {
  const opened = fontkit.openSync(path);
  if (!('glyphForCodePoint' in opened)) throw new RangeError(`not a single font: ${path}`);
  const cache = new Map<string, number>();
  return (character) => {
    const cached = cache.get(character);
    if (cached !== undefined) return cached;
    const glyph = opened.glyphForCodePoint(character.codePointAt(0) ?? 32);
    const ems = glyph.advanceWidth / opened.unitsPerEm;
    cache.set(character, ems);
    return ems;
  };
}

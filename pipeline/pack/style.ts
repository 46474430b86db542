// Theme and running lines → the one style sheet inside the page.
import { z } from 'zod';

const face = z.object({
  family: z.string(),
  weight: z.number(),
  style: z.enum(['normal', 'italic']),
  file: z.string(),
  embedded: z.string(),
});

/** The parts of `templates/theme.json` that pages use; other keys are ignored. */
export const pageThemeSchema = z.object({
  fonts: z.object({
    text: z.string(),
    display: z.string(),
    fallback: z.string(),
    displayFallback: z.string(),
    files: z.array(face),
  }),
  colours: z.object({ muted: z.string(), warning: z.string() }).catchall(z.string()),
  sizes: z.record(z.string(), z.number()),
});

export type PageTheme = z.infer<typeof pageThemeSchema>;

/** A font embedded in the page, so that the page looks the same on any computer. */
export type FontFace = z.infer<typeof face> & { readonly base64: string };

/** What is printed at the edges of every page except the cover, which gives it in full. */
export interface RunningLines {
  readonly heading: string;
  readonly marking: string;
  /** True if the marking is a warning, printed in the warning colour. */
  readonly isWarning: boolean;
  /** True if the heading says that it is a draft, printed in the warning colour. */
  readonly isDraft: boolean;
  readonly notice: string;
  /** With `{page}` and `{pages}`, in the order of the language. */
  readonly pageNumbers: string;
}

/** Writes the whole style sheet: fonts, colours and sizes as custom properties, running lines, then `print.css`, `reading.css` and `screen.css`. */
export function writeStyleSheet(
  theme: PageTheme,
  fonts: readonly FontFace[],
  css: string,
  running: RunningLines,
): string {
  return [
    ...fonts.map(writeFontRule),
    writeRootRule(theme),
    css,
    writePageRule(theme, running),
  ].join('\n');
}

/**
 * Escapes any text as a CSS string. Everything except ASCII letters and digits is escaped, so that no text can end the
 * string, the rule or the style element.
 */
export function escapeCssString(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9]/gu,
    (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}

/** The `@font-face` rule that embeds a font in a page. */
export function writeFontRule({ family, weight, style, base64 }: FontFace): string {
  return `@font-face{font-family:${escapeCssString(family)};font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
}

function writeRootRule({ fonts, colours, sizes }: PageTheme): string {
  const properties = [
    `--text:${escapeCssString(fonts.text)},${fonts.fallback}`,
    `--display:${escapeCssString(fonts.display)},${fonts.displayFallback}`,
    ...Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`),
    ...Object.entries(sizes).map(([name, points]) => `--size-${name}:${points}pt`),
  ];
  return `:root{${properties.join(';')}}`;
}

/** Page margin boxes cannot use custom properties, so the running lines have their colours and fonts written out. */
function writePageRule(
  { fonts, colours }: PageTheme,
  { heading, marking, isWarning, isDraft, notice, pageNumbers }: RunningLines,
): string {
  const writeBox = (place: string, content: string): string => `@${place}{content:${content}}`;
  const rules = [
    `font-family:${escapeCssString(fonts.text)},${fonts.fallback};color:${colours.muted};`,
    writeBox('top-left', escapeCssString(heading)),
    writeBox('top-right', escapeCssString(marking)),
    writeBox('bottom-left', escapeCssString(notice)),
    writeBox('bottom-right', writePageNumbers(pageNumbers)),
    isDraft ? `@top-left{color:${colours.warning};font-weight:600}` : '',
    isWarning ? `@top-right{color:${colours.warning}}` : '',
  ];
  return `@page{${rules.join('')}}`;
}

function writePageNumbers(pageNumbers: string): string {
  const parts = pageNumbers.split(/(\{pages?\})/).filter((part) => part !== '');
  const counters: Record<string, string> = {
    '{page}': 'counter(page)',
    '{pages}': 'counter(pages)',
  };
  return parts.map((part) => counters[part] ?? escapeCssString(part)).join(' ');
}

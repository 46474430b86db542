// A chart's SVG, or our style sheet → text that the page takes unescaped. Nothing else bypasses escaping.
import Handlebars from 'handlebars';
import { ProblemError } from '../domain/problem.js';

const ALLOWED_ELEMENTS = new Set(
  'svg g path rect line circle text tspan title desc defs clipPath linearGradient stop'.split(' '),
);
const TAG = /<\/?([^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;
const ACTIVE_ATTRIBUTE = /(?:^|\s)(?:on\w+|(?:xlink:)?href|src)\s*=/i;
const OUTSIDE_REFERENCE =
  /\b(?:style|fill|stroke|clip-path|filter|mask)\s*=\s*["'][^"']*url\(\s*[^#)\s]/i;

/**
 * Lets one drawing into a page unescaped. It is safe because the text is our own renderer's output, in which every
 * word from outside is already an escaped text node or attribute. Anything that could run, load or restyle is refused
 * here too, so that a change of renderer cannot bypass escaping unnoticed.
 */
export function inlineDrawing(svg: string): Handlebars.SafeString {
  const isWhole = svg.startsWith('<svg') && svg.trimEnd().endsWith('</svg>');
  const isRead = !svg.replace(TAG, '').includes('<');
  if (
    !isWhole ||
    !isRead ||
    [...svg.matchAll(TAG)].some(([, name, rest]) => !isShape(name ?? '', rest ?? ''))
  )
    throw createBugError('unsafe-drawing');
  return new Handlebars.SafeString(svg);
}

/**
 * Lets the style sheet into its element unescaped, because a style element does not decode escapes. It is safe because
 * text from outside is always escaped by `escapeCssString`, and because a style sheet with a `<` is refused.
 */
export function inlineStyle(css: string): Handlebars.SafeString {
  if (css.includes('<')) throw createBugError('unsafe-style');
  return new Handlebars.SafeString(css);
}

function createBugError(code: 'unsafe-drawing' | 'unsafe-style'): ProblemError {
  return new ProblemError([{ kind: 'bug', code }]);
}

function isShape(name: string, attributes: string): boolean {
  const bare = attributes.replace(/"[^"]*"|'[^']*'/g, '""');
  return (
    ALLOWED_ELEMENTS.has(name) &&
    !ACTIVE_ATTRIBUTE.test(bare) &&
    !OUTSIDE_REFERENCE.test(attributes)
  );
}

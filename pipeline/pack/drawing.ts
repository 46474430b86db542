// A chart's SVG → markup that the page takes as it is: the one door around escaping.
import Handlebars from 'handlebars';
import { Stopped } from '../domain/problem.js';

const SHAPES = new Set(
  'svg g path rect line circle text tspan title desc defs clipPath linearGradient stop'.split(' '),
);
const TAG = /<\/?([^\s/>]*)([^>]*)>/g;
const ACTIVE_ATTRIBUTE = /(?:^|\s)(?:on\w+|(?:xlink:)?href|src)\s*=/i;
const OUTSIDE_REFERENCE = /\b(?:style|fill|stroke|clip-path|filter|mask)="[^"]*url\(\s*[^#)\s]/i;

/**
 * Lets one drawing into a page unescaped. It is safe because the text is our own renderer's output, in which every
 * word from outside is already an escaped text node or attribute, and because anything that could run, load or
 * restyle is refused here as well, so that a change of renderer cannot open the door unseen.
 */
export function inlineDrawing(svg: string): Handlebars.SafeString {
  const whole = svg.startsWith('<svg') && svg.trimEnd().endsWith('</svg>');
  if (!whole || [...svg.matchAll(TAG)].some(([, name, rest]) => !isShape(name ?? '', rest ?? '')))
    throw new Stopped([
      {
        kind: 'bug',
        code: 'unsafe-drawing',
        what: 'A chart holds something other than shapes and text.',
        fix: 'Report this: the chart was not put into the pack.',
      },
    ]);
  return new Handlebars.SafeString(svg);
}

function isShape(name: string, attributes: string): boolean {
  const bare = attributes.replace(/"[^"]*"/g, '""');
  return SHAPES.has(name) && !ACTIVE_ATTRIBUTE.test(bare) && !OUTSIDE_REFERENCE.test(attributes);
}

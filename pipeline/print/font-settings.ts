// The folder of fonts → settings that let the browser find them on a computer that has none.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Writes font settings into `scratch` and gives their path. Without a font it can find, a browser on Linux prints blank
 * pages and reports success, so the pack's fonts are named outright; only they are, so that every computer prints alike.
 */
export function writeFontSettings(scratch: string, fontFolder: string): string {
  const cache = join(scratch, 'font-cache');
  mkdirSync(cache, { recursive: true });
  const path = join(scratch, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${xml(resolve(fontFolder))}</dir><cachedir>${xml(cache)}</cachedir></fontconfig>`,
  ];
  writeFileSync(path, lines.join('\n'));
  return path;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

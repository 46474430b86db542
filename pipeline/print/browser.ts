// An installed or bundled browser → a printer of pages, closed after use.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chooseBrowser, browserError, type BrowserLaunch } from './choose-browser.js';
import { writeFontSettings } from './font-settings.js';

const START_LIMIT_MS = 30_000;

/**
 * Starts one browser that finds only the fonts in `fontFolder`, lends it to `work`, and closes it whatever happens.
 * Throws `Stopped` (kind computer) when there is none or it does not start.
 */
export async function useBrowser<Result>(
  fontFolder: string,
  work: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const start = await chooseBrowser();
  const scratch = mkdtempSync(join(tmpdir(), 'boardpack-browser-'));
  try {
    const browser = await startBrowser(start, scratch, writeFontSettings(scratch, fontFolder));
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function startBrowser(
  { program, libraries }: BrowserLaunch,
  scratch: string,
  fontSettings: string,
): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  try {
    return await puppeteer.launch({
      executablePath: program,
      headless: libraries === '' ? true : 'shell',
      userDataDir: join(scratch, 'profile'),
      // A browser started over a pipe ends when the process that started it ends, for any reason.
      pipe: true,
      timeout: START_LIMIT_MS,
      args: [
        '--font-render-hinting=none',
        '--disable-gpu',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        // Chromium's sandbox refuses to start for root (a container); every other user keeps it.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
      env: {
        ...process.env,
        FONTCONFIG_FILE: fontSettings,
        ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }),
      },
    });
  } catch {
    throw browserError('browser-did-not-start');
  }
}

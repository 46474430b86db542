// A browser is looked for where each system keeps it, in one order.
import { describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser } from '../../pipeline/print/browser-place.js';

describe('the place of a browser', () => {
  it('is under Program Files or the user’s own programs on Windows, Chrome before Edge', () => {
    const found = findBrowser(
      'win32',
      { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local' },
      (path) => path.endsWith('msedge.exe') || path.startsWith('C:\\Users'),
    );
    expect(found).toBe('C:\\Users\\x\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
  });

  it('is among the applications on a Mac', () => {
    expect(browserPlaces('darwin', { HOME: '/Users/x' })).toContain(
      '/Users/x/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  });

  it('is on the path on Linux, and nowhere when nothing is a program', () => {
    expect(findBrowser('linux', { PATH: '/a:/b' }, (path) => path === '/b/chromium')).toBe(
      '/b/chromium',
    );
    expect(findBrowser('linux', {}, () => false)).toBeNull();
  });
});

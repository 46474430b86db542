// Which settings a command uses where none are named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsFile } from '../../pipeline/commands/service-settings.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { emptyFolder } from '../deliveries/folder.js';

const PROGRAM = projectFolder();

describe('the settings, where none are named', () => {
  it('are those of the nearest service folder above, else those of the demonstration', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'a', 'b', 'c'), { recursive: true });
    for (const place of ['', 'a/b']) writeFileSync(join(folder, place, 'service.yaml'), '');
    const find = (...parts: string[]): string =>
      settingsFile(null, PROGRAM, join(folder, ...parts));
    expect(find('a', 'b', 'c')).toBe(join(folder, 'a', 'b', 'service.yaml'));
    expect(find('a')).toBe(join(folder, 'service.yaml'));
    expect(settingsFile(null, PROGRAM, emptyFolder())).toBe(
      join(PROGRAM, 'reports', 'service.yaml'),
    );
    expect(settingsFile('mine.yaml', PROGRAM, folder)).toBe('mine.yaml');
  });
});

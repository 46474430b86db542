// The page of settings says what the schema says now.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { settingsPagePath } from '../../pipeline/commands/catalogue.js';
import { writeSettingsPage } from '../../pipeline/commands/settings-page.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { settingsSchema } from '../../pipeline/config/settings.js';

it('the page of settings is up to date: when this fails, run `npm run catalogue`', () => {
  const kept = readFileSync(settingsPagePath(projectFolder()), 'utf8');
  expect(kept).toBe(writeSettingsPage(settingsSchema));
});

it('the page of settings lists every key', () => {
  const page = writeSettingsPage(settingsSchema);
  for (const key of Object.keys(settingsSchema.shape)) expect(page).toContain(`| \`${key}\` |`);
});

it('a key that does not say what it means is refused', () => {
  const unsaid = z.strictObject({ systems: z.array(z.strictObject({ id: z.string() })) });
  expect(() => writeSettingsPage(unsaid)).toThrow('systems does not say what it means');
});

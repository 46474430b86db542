// A laid-out service → its packs, built by the command line of another checkout.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Builder } from './build-plan.js';

/** A builder that runs another checkout's program as a person does. It throws where the program itself fails. */
export function buildByProgram(checkout: string): Builder {
  const program = join(checkout, 'dist', 'pipeline', 'cli.js');
  return ({ folder, quarter, asAt, editions, languages, draft, locale }) => {
    const argv = ['pack', '--settings', join(folder, 'service.yaml'), '--quarter', quarter];
    const [edition] = editions;
    if (draft) argv.push('--draft');
    else if (editions.length === 1 && edition !== undefined) argv.push('--edition', edition);
    const [language] = languages;
    if (languages.length === 1 && language !== undefined) argv.push('--language', language);
    const env = locale ? { ...process.env, LC_ALL: locale, LANG: locale } : process.env;
    return new Promise((done, failed) => {
      const { execPath } = process;
      execFile(
        execPath,
        [program, ...argv, '--as-at', asAt],
        { maxBuffer: 1 << 26, env },
        (error, stdout, stderr) => {
          const said = stdout + stderr;
          if (error && error.code !== 2) failed(new Error(said));
          else done(error ? said : null);
        },
      );
    });
  };
}

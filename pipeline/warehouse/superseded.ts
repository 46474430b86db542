// The years of a yearly return → the rows of an earlier one that a later one states again.
import type { ExtractRows } from './extract-rows.js';
import { quoteName } from './sql.js';

/** How many rows of a file a later year's file states again. */
export interface SupersededRows {
  readonly file: number;
  readonly count: number;
}

/**
 * Sets aside the rows whose key a file of a later year has too. `years` are those of the files in order, null where a file's
 * name gives none: then its rows stand beside the others, and a key in both is a duplicate.
 */
export async function rejectSuperseded(
  rows: ExtractRows,
  years: readonly (number | null)[],
): Promise<SupersededRows[]> {
  if (new Set(years.filter((year) => year !== null)).size < 2) return [];
  const key = rows.contract.key.map(quoteName).join(', ');
  const cases = years.flatMap((year, file) => (year === null ? [] : [`when ${file} then ${year}`]));
  await rows.connection.execute(
    `create or replace temp table superseded as
     select "#file", "#line" from (
       select "#file", "#line", case "#file" ${cases.join(' ')} end as year, max(year) over (partition by ${key}) as latest
       from ${rows.accepted}
     ) where year < latest`,
  );
  const found = await rows.connection.query(
    'select "#file", count(*)::integer from superseded group by "#file" order by "#file"',
  );
  if (found.length > 0) await rows.reject('select "#file", "#line" from superseded');
  return found.map(([file, count]) => ({ file: Number(file), count: Number(count) }));
}

/**
 * The year that each file's name gives: its first year of four digits, or, where no file has one, whether it is the previous
 * or the current year's. Null where neither is there.
 */
export function readFileYears(names: readonly string[]): (number | null)[] {
  const years = names.map((name) => {
    const [year] = /(?<!\d)(?:19|20)\d\d/.exec(name) ?? [];
    return year === undefined ? null : Number(year);
  });
  if (years.some((year) => year !== null)) return years;
  return names.map((name) => (/prev/i.test(name) ? 0 : /curr/i.test(name) ? 1 : null));
}

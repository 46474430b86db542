// How two case systems' records lie beside each other → lines for a screen.
import type { LedgerEntry } from '../deliveries/ledger.js';
import { systemName, type System } from '../domain/system.js';
import type { SystemJoin } from '../load/load-plan.js';

type Join = Pick<SystemJoin, 'mark' | 'extracts'>;
type Joined = Join['extracts'] extends ReadonlyMap<string, infer Each> ? Each : never;

/** The last join of each later system that the ledger tells of, by its mark. */
export function newestJoins(ledger: readonly LedgerEntry[]): Join[] {
  const found = new Map<string, Map<string, Joined>>();
  for (const { extract, joins = {} } of ledger)
    for (const [mark, joined] of Object.entries(joins)) {
      const own = found.get(mark) ?? new Map<string, Joined>();
      found.set(mark, own.set(extract, joined));
    }
  return [...found].map(([mark, extracts]) => ({ mark, extracts }));
}

/** A heading and a line for each extract of which both systems could hold the same records. */
export function joinLines({ mark, extracts }: Join, systems: readonly System[]): string[] {
  const at = systems.findIndex(({ id }) => id === mark);
  const name = systemName(systems, mark);
  const before = systems.slice(0, Math.max(at, 0)).map((each) => each.name.en);
  const earlier = before.join(' and ');
  const listed = [...extracts].filter(([, joined]) =>
    Object.values(joined).some((count) => count > 0),
  );
  const width = Math.max(...listed.map(([extract]) => extract.length)) + 2;
  const lines = listed.map(
    ([extract, joined]) => `${extract.padEnd(width)}${sentence(extract, joined, earlier, name)}`,
  );
  return lines.length === 0 ? [] : [`${name}, which came after ${earlier}:`, ...lines];
}

function sentence(extract: string, joined: Joined, earlier: string, name: string): string {
  const { both, earlier_only, later_only, not_linked } = joined;
  if (extract === 'children')
    return `${both} of ${name} linked to a child of ${earlier}, ${not_linked} not`;
  const parts = [
    [earlier_only, `only in ${earlier}`],
    [later_only, `only in ${name}`],
    [not_linked, 'of children linked to none'],
  ] as const;
  const rest = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [`${both} in both, counted once`, ...rest].join('; ');
}

// Parquet files on their way into the store → what each changes beside what is known, and what stands against it.
import type { Contract } from './contracts/contract.js';
import type { Happening } from './deliveries/entry.js';
import { guard, type MayLose } from './deliveries/guard.js';
import { deliveriesIn, knownAt } from './deliveries/ledger.js';
import { parquetPath, sha256 } from './deliveries/store.js';
import type { Day } from './domain/period.js';
import type { Problem } from './domain/problem.js';
import type { Receipt } from './receipt.js';
import type { Settings } from './settings.js';
import { changesIn, type Changes } from './warehouse/changes.js';
import type { Connection } from './warehouse/connection.js';

/** What one extract changes. */
export interface News {
  readonly receipt: Receipt;
  readonly parquet: string;
  readonly added: number;
  readonly corrected: number;
  readonly withdrawn: number;
  /** The delivery whose rows came once more, where nothing changes; null for a delivery that is new. */
  readonly again: string | null;
  /** The problems that a person has confirmed, by their codes. */
  readonly confirmed: readonly string[];
}

/** What news are told by. */
export interface Before {
  readonly database: Connection;
  readonly settings: Settings;
  readonly lines: readonly Happening[];
  /** From when what came will be known: it is judged by what was known by then. */
  readonly day: Day;
}

/** Tells the news of every extract, and gathers what stops them: all but what is `confirmed`, by extract. */
export async function newsOf(
  before: Before,
  receipts: readonly Receipt[],
  parquets: ReadonlyMap<string, string>,
  confirmed: readonly string[],
): Promise<{ news: News[]; problems: Problem[] }> {
  const news: News[] = [];
  const problems: Problem[] = [];
  for (const receipt of receipts) {
    const { extract } = receipt.contract;
    const parquet = parquets.get(extract);
    if (parquet === undefined) continue;
    const { against, ...told } = await tell(before, receipt, parquet);
    const isConfirmed = confirmed.includes(extract);
    if (!isConfirmed) problems.push(...against);
    const codes = isConfirmed ? against.map(({ code }) => code) : [];
    news.push({ receipt, parquet, ...told, confirmed: codes });
  }
  return { news, problems };
}

type Told = Pick<News, 'added' | 'corrected' | 'withdrawn' | 'again'> & {
  readonly against: readonly Problem[];
};

async function tell(
  { database, settings, lines, day }: Before,
  { contract, files }: Receipt,
  parquet: string,
): Promise<Told> {
  const { extract, arrives } = contract;
  const ledger = deliveriesIn(lines).filter((entry) => entry.extract === extract);
  const current = knownAt(ledger, day).get(extract) ?? [];
  const stored = current.map(({ delivery }) => parquetPath(settings.deliveries, delivery));
  const name = await sha256(parquet);
  const isSame = current.length === 1 && current[0]?.delivery === name;
  const changes = isSame ? NOTHING : await changesIn(database, contract, parquet, stored);
  // Of a partial extract, what did not come is still there.
  const withdrawn = arrives === 'full' ? changes.withdrawn : 0;
  const { added, corrected } = changes;
  const again = added + corrected + withdrawn === 0 ? (current.at(-1)?.delivery ?? null) : null;
  const cameBefore = again === null && ledger.some(({ delivery }) => delivery === name);
  const names = files.map(({ name }) => name);
  const judged = { ...changes, extract, arrives, files: names, cameBefore };
  return {
    ...{ added, corrected, withdrawn, again },
    against: guard(judged, mayLose(contract, settings)),
  };
}

/** Of the very bytes that are stored nothing need be asked. */
const NOTHING: Changes = {
  before: 0,
  added: 0,
  corrected: 0,
  withdrawn: 0,
  newestBefore: null,
  newest: null,
};

function mayLose({ extract, may_lose }: Contract, settings: Settings): MayLose {
  return { ...may_lose, share: settings.may_lose[extract] ?? may_lose.share };
}

// Rows of a file, or of a part of one → checked, and written down without children's numbers for the database to link.
import type { CodeList } from '../contracts/codes.js';
import { ExtractCheck } from '../contracts/check.js';
import type { Contract } from '../contracts/contract.js';
import { openSpool } from '../deliveries/spool.js';
import type { Day } from '../domain/period.js';
import type { Marks } from '../domain/system.js';
import { marker, pseudonymiser } from '../identity/pseudonym.js';

/** What rows are checked by: plain values, so that they can be handed to a thread. */
export interface RowRules {
  readonly contract: Contract;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  /** Makes the pseudonyms of children's numbers. */
  readonly key: string;
  readonly marks?: Marks;
}

/** Where rows were written down: those accepted, and those set aside, which may all the same point at records not there. */
export interface RowSpools {
  readonly accepted: string;
  readonly setAside: string;
}

/** The spools of a writer; `path` is what their names begin with. */
export function spoolsAt(path: string): RowSpools {
  return { accepted: `${path}.accepted.tsv`, setAside: `${path}.set-aside.tsv` };
}

/** A check whose kept rows hold pseudonyms in the place of numbers, and marks in that of names and birthdays. */
export function openCheck({ contract, key, ...rules }: RowRules): ExtractCheck {
  const context = { ...rules, pseudonymise: pseudonymiser(key), mark: marker(key) };
  return new ExtractCheck(contract, context);
}

/** Takes rows, checking each and writing it down, until it is closed. */
export interface RowWriter {
  readonly spools: RowSpools;
  take(cells: readonly string[], line: number): void;
  close(): void;
}

/** Opens a writer into the spools at `path`. */
export function openRowWriter(check: ExtractCheck, path: string): RowWriter {
  const spools = spoolsAt(path);
  const [accepted, setAside] = [openSpool(spools.accepted), openSpool(spools.setAside)];
  return {
    spools,
    take(cells, line) {
      (check.row(cells, line) ? accepted : setAside).write(check.kept);
    },
    close() {
      accepted.close();
      setAside.close();
    },
  };
}

// What a text says of the editions it is for → whether an edition carries it.
import type { Edition } from '../disclosure/edition.js';
import type { Registers } from './registers.js';

/** A text that may say which editions it is for, by name; null if it does not say. */
interface AddressedText {
  readonly editions: readonly string[] | null;
}

/** What an edition is known by, and whether it hides anything. */
type Reader = Pick<Edition, 'name' | 'formerly' | 'hide_below'>;

/**
 * Whether an edition carries a text. A text that does not say is for the editions that hide nothing: no program can know a
 * child from a story, so that a person must say that a text is for anybody to read.
 */
export function carriesText({ editions }: AddressedText, reader: Reader): boolean {
  if (editions === null) return reader.hide_below === 0;
  return listNames(reader).some((name) => editions.includes(name));
}

/** The lines of the registers that an edition carries. */
export function selectCarriedEntries(registers: Registers, reader: Reader): Registers {
  const isCarried = (entry: AddressedText): boolean => carriesText(entry, reader);
  return {
    ...registers,
    actions: registers.actions.filter(isCarried),
    risks: registers.risks.filter(isCarried),
    decisions: registers.decisions.filter(isCarried),
    // A review gives counts, so that no edition that hides has one.
    reviews: reader.hide_below === 0 ? registers.reviews : [],
  };
}

/** Every name that a text may give an edition: its own, and those it had before. */
export function listEditionNames(editions: readonly Reader[]): Set<string> {
  return new Set(editions.flatMap(listNames));
}

function listNames({ name, formerly }: Reader): string[] {
  return [name, ...(formerly ?? [])];
}

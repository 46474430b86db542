// queries/marts/columns.yaml → what an analyst wrote of each column of the marts.
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';

const text = z.string().min(1);
const meaning = z.union([
  text,
  z.strictObject({ means: text, codes: text }),
  z.strictObject({ means: text, groups: text }),
  z.strictObject({ means: text, values: z.array(text).min(1) }),
]);
const columns = z.record(z.string(), meaning);
const schema = z.strictObject({
  /** What is said of all marts, above them. */
  about: text,
  /** Marts that have columns of another as they are there, by the other's name. */
  follows: z.record(z.string(), text),
  /** What a column means in every mart that does not say otherwise. */
  everywhere: columns,
  marts: z.record(z.string(), columns),
});

/** What a column means, and in which words it is coded: those of a list of codes, of a breakdown, or its own. */
export type Meaning = z.infer<typeof meaning>;

/** The meanings as they are written. */
type Meanings = z.infer<typeof schema>;

/** Reads the file strictly. Throws `Stopped` with what is wrong in it. */
export function readMeanings(file: string): Meanings {
  return readDeclaration(file, schema);
}

/** A meaning, and where it is written. */
interface FoundMeaning {
  readonly key: string;
  readonly meaning: Meaning;
}

/** What a column of a mart means: by the mart's own words, else those of the mart it follows, else those for every mart. */
export function findMeaning(
  { marts, follows, everywhere }: Meanings,
  mart: string,
  column: string,
): FoundMeaning | null {
  const followed = follows[mart];
  const places = [
    { key: `marts.${mart}`, columns: marts[mart] },
    { key: `marts.${followed}`, columns: followed === undefined ? undefined : marts[followed] },
    { key: 'everywhere', columns: everywhere },
  ];
  for (const { key, columns: written = {} } of places) {
    const own = Object.hasOwn(written, column) ? written[column] : undefined;
    if (own !== undefined) return { key: `${key}.${column}`, meaning: own };
  }
  return null;
}

/** Where every meaning is written, and every mart that follows another. */
export function listMeaningKeys({ marts, follows, everywhere }: Meanings): string[] {
  return [
    ...Object.keys(everywhere).map((column) => `everywhere.${column}`),
    ...Object.entries(marts).flatMap(([mart, own]) =>
      Object.keys(own).map((column) => `marts.${mart}.${column}`),
    ),
    ...Object.keys(follows).map((mart) => `follows.${mart}`),
  ];
}

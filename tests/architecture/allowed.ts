// What the rules of the structure allow, each with the reason.

/** The only files that lie in the root of pipeline/. */
export const LOOSE_FILES: readonly string[] = ['build-pack.ts', 'cli.ts'];

/** Functions named by a preposition for which any other name would be worse. */
export const ALLOWED_NAMES: Readonly<Record<string, string>> = {
  over: 'a declared key of reports/packs/quarterly.yaml, which the function is found by',
};

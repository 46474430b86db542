// Prints how the sources are built, and fails where a file, a name or an import breaks a rule. Part of `npm run check`.
import { floorOf, importsOf, sources } from './imports.js';
import { ALLOWED_NAMES, LOOSE_FILES } from './allowed.js';
import {
  findCircle,
  findFunctions,
  findRepeatedExports,
  findRoomCircle,
  isNamedByPreposition,
} from './structure.js';

const all = sources();
const imports = all.flatMap(importsOf);
const functions = all.flatMap(findFunctions);
const loose = all.map(({ fileName }) => fileName).filter((file) => floorOf(file) === '');
const repeated = [...findRepeatedExports(all)].map(
  ([name, files]) => `${name}: ${files.join(', ')}`,
);
const named = functions.filter(isNamedByPreposition);
const unlisted = named.filter(({ name }) => !(name in ALLOWED_NAMES));

/** What is counted, and each one that breaks the rule. */
const rules: readonly (readonly [counted: string, broken: readonly string[]])[] = [
  [
    `files in the root of pipeline/: ${String(loose.length)}`,
    loose.filter((file) => !LOOSE_FILES.includes(file)),
  ],
  ['files in circles of imports, types counted', findCircle(imports)],
  ['rooms in circles of imports, types counted', findRoomCircle(imports)],
  ['exported names declared in more than one file', repeated],
  [
    `functions named by a preposition, of ${String(functions.length)}, but for ${String(named.length - unlisted.length)} listed`,
    unlisted.map(({ file, name }) => `${file}: ${name}`),
  ],
];

for (const [counted, broken] of rules) {
  process.stdout.write(`${counted}: ${String(broken.length)} against the rule\n`);
  for (const each of broken) process.stdout.write(`  ${each}\n`);
}
process.exitCode = rules.some(([, broken]) => broken.length > 0) ? 1 : 0;

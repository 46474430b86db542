// `npm run kinds -- CHECKOUT`: what another built checkout prints for every input of every kind, and whether it is right.
// Writes the table of it, beside what is right, to tests/kinds/README.md. `--only PACK` builds one pack and writes nothing;
// without CHECKOUT this checkout's own program is run, and nothing is written.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../pipeline/config/project.js';
import { buildByProgram } from './build-there.js';
import { buildPlan } from './build-plan.js';
import { readKinds, readPackPlans } from './input.js';
import { judge } from './judge.js';
import { writeTable, type JudgedInput } from './table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true } },
});
const checkout = resolve(positionals[0] ?? projectFolder());
const kinds = readKinds();
const folder = mkdtempSync(join(tmpdir(), 'boardpack-kinds-'));
const judged: JudgedInput[] = [];
try {
  for (const [name, plan] of readPackPlans(kinds)) {
    if (values.only && !values.only.includes(name)) continue;
    const printed = await buildPlan(plan, join(folder, name), buildByProgram(checkout));
    for (const kind of kinds)
      for (const input of kind.inputs.filter(({ pack }) => pack === name)) {
        const verdicts = input.shows.map((shown) => judge(printed, shown));
        const right = verdicts.every((each) => each.right);
        const found = verdicts.find((each) => each.right === right)?.found ?? '';
        judged.push({ kind, input, right, found });
        process.stdout.write(
          `${right ? 'right' : 'WRONG'}  ${kind.folder}/${input.name}: ${found}\n`,
        );
      }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const wrong = judged.filter(({ right }) => !right).length;
process.stdout.write(`${judged.length} inputs, ${wrong} of them wrong in ${checkout}\n`);
if (positionals[0] !== undefined && !values.only)
  writeFileSync(join(import.meta.dirname, 'README.md'), writeTable(kinds, judged));

// npm run mutate -- <measure_id>: bends each rule of one measure's query and prints those that no case notices.
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';
import { emptyWarehouse } from './case-runner.js';
import { tryMutants, type Trial } from './mutation.js';
import { explainSurvivor } from './survivors.js';

const UNNOTICED = 2;

const [id] = process.argv.slice(2);
if (!readEveryMeasure(projectFolder()).some(({ declaration }) => declaration.id === id)) {
  process.stderr.write(
    `no such measure: ${id ?? '(none named)'}. npm run mutate -- <measure_id>\n`,
  );
  process.exitCode = UNNOTICED;
} else {
  const warehouse = await emptyWarehouse();
  const trials = await tryMutants(warehouse, id);
  warehouse.close();
  report(trials);
}

function report(trials: readonly Trial[]): void {
  const survived = trials.filter(({ killedBy }) => killedBy === null);
  const open = survived.filter((trial) => explainSurvivor(trial) === null);
  for (const { change, line } of open) print(`NO CASE NOTICES  ${change}\n    in: ${line}`);
  for (const trial of survived.filter((each) => !open.includes(each)))
    print(`explained        ${trial.change}\n    in: ${trial.line}\n    ${explainSurvivor(trial)}`);
  const refused = trials.filter((trial) => trial.refused);
  for (const { change, line } of refused) print(`NOT VALID SQL    ${change}\n    in: ${line}`);
  const noticed = trials.length - survived.length - refused.length;
  print(
    `${trials.length} rules bent: ${noticed} noticed by a case, ${open.length} by none, ` +
      `${survived.length - open.length} explained, ${refused.length} not valid SQL.`,
  );
  if (open.length + refused.length > 0) process.exitCode = UNNOTICED;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

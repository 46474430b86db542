// Types, lint and format → all three looked at side by side, each told whole in its turn; fails where one does.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import process from 'node:process';

const CHECKS = [
  ['node_modules/eslint/bin/eslint.js', '.'],
  ['node_modules/typescript/bin/tsc', '-p', '.'],
  ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
];

/** Runs one and gives its exit status and what it said, or that it was killed. */
function run(argv) {
  return new Promise((done) => {
    const child = spawn(process.execPath, argv);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (each) => said.push(each));
    child.once('close', (status) => {
      done({ status: status ?? 1, said: Buffer.concat(said) });
    });
  });
}

for (const check of CHECKS.map(run)) {
  const { status, said } = await check;
  process.stdout.write(said);
  if (status !== 0) process.exitCode = status;
}

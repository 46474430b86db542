// `npx tsx bench/test-power.ts`: prints the tables of docs/tests.md.
import {
  tabulateFixedRates,
  tabulateFunnels,
  tabulateQuarters,
  tabulateRates,
  tabulateShares,
} from './power-tables.js';

for (const tabulate of [
  tabulateShares,
  tabulateRates,
  tabulateFixedRates,
  tabulateQuarters,
  tabulateFunnels,
])
  process.stdout.write(`${tabulate().join('\n')}\n\n`);

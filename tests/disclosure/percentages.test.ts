// Percentages that others showed to reveal a count → none of them is shown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { sensitivities, THRESHOLD, valueOf } from './table.js';

describe('published examples of percentages that reveal a count', () => {
  const rows = Papa.parse<Record<string, string>>(
    readFileSync(join(import.meta.dirname, 'vectors', 'percentage_leak.csv'), 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data;

  it('shows no percentage of a small count, however large its base and coarse its rounding', () => {
    expect(rows.length).toBeGreaterThan(80);
    const told = sensitivities({ children: 'proportion' });
    for (const row of rows) {
      const counted = [Number(row['true_count']), Number(row['base_n'])] as const;
      const [figure] = disclose([valueOf(counted)], told, THRESHOLD);
      expect(figure).toMatchObject({ status: 'hidden' });
      expect(figure).not.toHaveProperty('value');
    }
  });
});

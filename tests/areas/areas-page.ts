// Areas, their measures and what each measure draws on → docs/areas.md.
import type { Declaration } from '../../pipeline/measures/declaration.js';

/** An area the board monitors, and its measures in order. */
export interface Area {
  readonly area: string;
  readonly measures: readonly AreaMeasure[];
}

/** One measure: its declaration, the extracts its counts draw on, and the title of its section. */
export interface AreaMeasure {
  readonly declaration: Declaration;
  readonly extracts: readonly string[];
  readonly section: string;
}

/** Writes the page: a table for each area, one measure a row. */
export function writeAreasPage(areas: readonly Area[]): string {
  const measures = new Set(
    areas.flatMap((each) => each.measures.map(({ declaration }) => declaration.id)),
  );
  const intro = `# Areas

The seventeen areas that a board monitors and what surrounds them, each with its measures: ${measures.size} in all. A measure can
serve several areas. *Board* means that only an edition that hides nothing has it; *all*, that every edition does. Each measure
stands in its section of the annex, or of the long pack. What its figure is and how it is counted is in the
[catalogue](../queries/measures/README.md).

This page is made by \`tests/areas/areas.test.ts\` from \`tests/areas/areas.yaml\` and the declarations.`;
  return `${[intro, ...areas.map(writeArea)].join('\n\n')}\n`;
}

function writeArea({ area, measures }: Area): string {
  const rows = measures.map(({ declaration: { id, title, detail }, extracts, section }) =>
    writeRow([
      `${title.en} (\`${id}\`)`,
      extracts.map((extract) => `\`${extract}\``).join(', '),
      detail === true ? 'board' : 'all',
      section,
    ]),
  );
  const heads = ['Measure', 'Extracts', 'Editions', 'Section'];
  return [`## ${area}\n`, writeRow(heads), writeRow(heads.map(() => '---')), ...rows].join('\n');
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

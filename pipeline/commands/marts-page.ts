// Described marts → the page of them as Markdown, for the analyst who writes a measure.
import type { DescribedMarts, Mart, MartColumn } from './mart-columns.js';

/** Of a longer list the page gives the number of words, and the file that holds them. */
const MOST_WORDS = 12;

/** Writes the page. Pure: one set of marts gives one text. */
export function writeMartsPage({ about, marts }: DescribedMarts): string {
  const listed = marts.map(({ name, opening }) => [`[${name}](#${name})`, firstSentence(opening)]);
  const parts = ['# Marts', about.trim(), table(['Mart', 'Grain'], listed), ...marts.map(section)];
  return `${parts.join('\n\n')}\n`;
}

function section({ name, opening, columns }: Mart): string {
  const rows = columns.map((column) => [`\`${column.name}\``, column.type, meaning(column)]);
  const link = `[${name}.sql](${name}.sql)`;
  return [
    `## ${name}`,
    `${opening.join(' ')} ${link}`,
    table(['Column', 'Type', 'Meaning'], rows),
  ].join('\n\n');
}

function meaning({ means, coded }: MartColumn): string {
  if (!coded) return means;
  const { list, words } = coded;
  const few = words.length <= MOST_WORDS ? words.join(' · ') : `${words.length} words`;
  return `${means} *${few}*${list === null ? '' : ` ([${list}](../codes/${list}.csv))`}`;
}

function firstSentence(opening: readonly string[]): string {
  const [first = ''] = /^.*?(?:\.(?= )|$)/.exec(opening.join(' ')) ?? [];
  return first;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

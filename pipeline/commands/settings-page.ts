// The schema of the settings → docs/settings.md, a table of every key with what it means.
import { z } from 'zod';

/** The part of a JSON Schema that the page is written from. */
interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

const OPENING = `# Settings

One YAML file holds the settings of a service. Paths in it are relative to the file. A key that is not listed here is
refused, with its line. This page is made from the schema by \`npm run catalogue\`; change the schema, not this page.
`;

/** Writes the page. Pure: one schema gives one text. Throws \`RangeError\` for a key that does not say what it means. */
export function writeSettingsPage(schema: z.ZodType): string {
  const page = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  const table = writeTable(page);
  const lists = Object.entries(page.properties ?? {}).flatMap(([key, { items }]) =>
    items?.properties ? [`## Each entry of \`${key}\`\n`, writeTable(items)] : [],
  );
  return [OPENING, table, ...lists].join('\n');
}

function writeTable({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(([key, schema]) => {
    if (!schema.description) throw new RangeError(`${key} does not say what it means`);
    const must = required.includes(key) ? 'required' : describeDefault(schema);
    return `| \`${key}\` | ${describeType(schema)} | ${must} | ${schema.description} |`;
  });
  return ['| key | value | if left out | meaning |', '| --- | --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}

function describeDefault(schema: JsonSchema): string {
  return 'default' in schema ? `\`${JSON.stringify(schema.default)}\`` : 'see meaning';
}

function describeType(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((each) => `\`${each}\``).join(' or ');
  if (schema.format === 'date') return 'day, `YYYY-MM-DD`';
  if (schema.items) return `list of ${describeType(schema.items)}`;
  if (schema.properties) return `\`{${Object.keys(schema.properties).join(', ')}}\``;
  if (typeof schema.additionalProperties === 'object')
    return typeof schema.additionalProperties.additionalProperties === 'object'
      ? `by extract and column, a ${describeType(schema.additionalProperties.additionalProperties)}`
      : `by extract, a ${describeType(schema.additionalProperties)}`;
  return (
    { string: 'text', integer: 'whole number', boolean: 'true or false' }[schema.type ?? ''] ??
    schema.type ??
    ''
  );
}

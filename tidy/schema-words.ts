import type { TSchema } from 'typebox';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

/** An object of the schema's shape in which every value is the name of its own place, like `lines[].part`. */
export const sampleOf = (schema: TSchema): never => sample(schema as Schema, '') as never;

function sample({ properties, items }: Schema, place: string): unknown {
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, sample(schema, place ? `${place}.${name}` : name)]),
    );
  return items ? [sample(items, `${place}[]`)] : place;
}

/** One table row per field, fields of nested objects below their parent. */
export const describeFields = (schema: TSchema): string[] => rows(schema as Schema, '');

function rows({ properties = {}, required = [] }: Schema, place: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const here = place ? `${place}.${name}` : name;
    const row = `| \`${here}\` | ${describe(schema)} | ${required.includes(name) ? '' : 'optional'} |`;
    const inner = schema.items ?? schema;
    return [row, ...rows(inner, schema.items ? `${here}[]` : here)];
  });
}

function describe(schema: Schema): string {
  if (schema.items) return `list of ${describe(schema.items)}${schema.maxItems ? `, at most ${schema.maxItems}` : ''}`;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.properties) return 'object';
  if (schema.description) return schema.description;
  if (schema.type === 'string') return `text${schema.maxLength ? `, at most ${schema.maxLength} characters` : ''}`;
  return `${schema.type ?? 'anything'}${range(schema)}`;
}

function range({ minimum, maximum }: Schema): string {
  if (minimum === undefined && maximum === undefined) return '';
  return maximum === undefined ? `, at least ${minimum}` : `, ${minimum ?? '…'} … ${maximum}`;
}

import type { Names } from '../../shell/names.ts';

export interface DisplayedValue {
  field: string;
  text: string;
  /** What the id stands for. */
  name?: string;
}
const LONGEST = 120;

export function displayed(data: Record<string, unknown>, names: Names): DisplayedValue[] {
  return Object.entries(data).map(([field, value]) => ({ field, text: textOf(value), name: nameOf(value, names) }));
}

function textOf(value: unknown): string {
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object') ? value.join(', ') : `[${value.length}]`;
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

function nameOf(value: unknown, names: Names): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (names.parts.has(value)) return names.part(value);
  if (names.sites.has(value)) return names.site(value);
  return names.organisations.has(value) ? names.organisation(value) : undefined;
}

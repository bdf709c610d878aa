import pg from 'pg';

/**
 * How column values arrive: whole numbers as numbers while JavaScript holds them exactly, instants as UTC ISO strings
 * with milliseconds, calendar days as 'YYYY-MM-DD'. `pg` alone would turn days into local midnights.
 */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const TEXT_ARRAY: number = 1009;
const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: parseWhole,
  [DATE]: String,
  [TIMESTAMP]: String,
  [TIMESTAMPTZ]: parseInstant,
  1016: arrayOf(parseWhole),
  1182: arrayOf(String),
  1115: arrayOf(String),
  1185: arrayOf(parseInstant),
};

export const VALUE_PARSERS: pg.CustomTypesConfig = {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares a parser's result as any.
  getTypeParser(type: number, format?: any): any {
    const own = format === 'binary' ? undefined : PARSERS[type];
    return own ?? pg.types.getTypeParser(type, format);
  },
};

/** Beyond 2^53 the text is kept, because a number would be a different one. */
export function parseWhole(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

const INSTANT = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::?(\d\d))?(?::\d\d)?$/;

/** 'infinity' and years before Christ have no ISO form and are kept as PostgreSQL writes them. */
export function parseInstant(text: string): string {
  const match = INSTANT.exec(text);
  if (!match) return text;
  const [, day, time, hours, minutes = '00'] = match;
  return new Date(`${day}T${time}${hours}:${minutes}`).toISOString();
}

function arrayOf(parse: (text: string) => unknown) {
  const parseTexts = pg.types.getTypeParser(TEXT_ARRAY) as (text: string) => unknown;
  return (text: string) => deepMap(parseTexts(text), parse);
}

function deepMap(value: unknown, parse: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => deepMap(item, parse));
  return value === null ? null : parse(value as string);
}

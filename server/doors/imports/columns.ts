/** A column of a sheet: what it is called, and how its cells are read. */
export interface Column {
  field: string;
  header: string;
  /** Other headers that mean the same, in German or as people shorten it. */
  aliases: string[];
  kind: 'text' | 'number' | 'yes-no' | 'day' | 'moment' | 'list' | 'weekdays' | 'days';
  required?: boolean;
  /** The only values allowed, written in any case. */
  values?: readonly string[];
  about: string;
}

export type Value = string | number | boolean | string[] | number[];
export type Cells = Record<string, Value>;
export interface CellError {
  field: string;
  value: string;
  message: string;
}
type Read = { ok: true; value: Value } | { ok: false; message: string };

/** Reads a cell by its column. An empty cell says nothing; it never empties what is there. */
export function readCell(column: Column, text: string): Read {
  if (column.kind === 'number') return readNumber(text);
  if (column.kind === 'yes-no') return readYesNo(text);
  if (column.kind === 'day') return readDay(text);
  if (column.kind === 'moment') return readMoment(text);
  if (column.kind === 'days') return readList(text, readDay);
  if (column.kind === 'weekdays') return readWeekdays(text);
  if (column.kind === 'list') return readList(text, (item) => readAllowed(column, item));
  return readAllowed(column, text);
}

function readAllowed({ values }: Column, text: string): Read {
  if (!values) return { ok: true, value: text };
  const value = values.find((allowed) => allowed.toLowerCase() === text.toLowerCase());
  return value ? { ok: true, value } : { ok: false, message: `must be one of ${values.join(', ')}` };
}

/**
 * The decimal sign is the last of `.` and `,` where both stand; a lone comma is the decimal sign unless exactly three
 * digits follow, which could mean either and is refused; a lone point always is.
 */
export function readNumber(text: string): Read {
  const bare = text.replace(/[\s\u00a0']/g, '');
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(bare)) {
    return {
      ok: false,
      message: `could mean ${bare.replace(',', '')} or ${bare.replace(',', '.')}; write one of them`,
    };
  }
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  const plain = comma > point ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return { ok: false, message: 'must be a number' };
  return { ok: true, value: Number(plain) };
}

const YES = ['yes', 'y', 'true', '1', 'ja', 'j', 'x', '是'];
const NO = ['no', 'n', 'false', '0', 'nein', '否'];

function readYesNo(text: string): Read {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { ok: true, value: true };
  return NO.includes(word) ? { ok: true, value: false } : { ok: false, message: 'must be yes or no' };
}

/** `2026-03-01`, or with the day first and points between, as German sheets have it. */
function readDay(text: string): Read {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const day = german ? `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}` : text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return real ? { ok: true, value: day } : { ok: false, message: 'must be a day such as 2026-03-01 or 01.03.2026' };
}

/** A day with or without a time on the wall there, `2026-03-01 14:30`; an instant with `Z` stays one. */
function readMoment(text: string): Read {
  const [, date, time] = /^(\S+?)(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z?))?$/.exec(text) ?? [];
  const day = readDay(date ?? '');
  const clock = (time ?? '0:00').replace('Z', '').padStart(5, '0');
  const [hours, minutes, seconds = 0] = clock.split(':').map(Number);
  if (!day.ok || date!.length > 10 || hours! > 23 || minutes! > 59 || seconds >= 60)
    return { ok: false, message: 'must be a day and time such as 2026-03-01 14:30 or 01.03.2026 14:30' };
  const full = new Date(`${day.value}T${[clock, ...(clock.split(':').length === 2 ? ['00'] : [])].join(':')}Z`);
  const wall = full.toISOString();
  return { ok: true, value: time?.endsWith('Z') ? wall : wall.slice(0, -1) };
}

/** Items are parted by blanks, commas, semicolons or bars. */
function readList(text: string, readItem: (item: string) => Read): Read {
  const items = text
    .split(/[\s,;|]+/)
    .filter((item) => item !== '')
    .map(readItem);
  const wrong = items.find((item) => !item.ok);
  return wrong ?? { ok: true, value: items.map((item) => (item.ok ? String(item.value) : '')) };
}

function readWeekdays(text: string): Read {
  const days = text
    .split(/[^1-7]+/)
    .join('')
    .split('')
    .map(Number);
  const valid = days.length > 0 && /^[1-7\s,;|-]+$/.test(text);
  return valid
    ? { ok: true, value: [...new Set(days)].sort() }
    : { ok: false, message: 'must be weekdays 1 (Monday) to 7, such as 12345' };
}

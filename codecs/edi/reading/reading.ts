import type { Instant, IsoDay, MessagePosition, PartyReference, ScheduleQuantity } from '@intakt/contract';
import {
  DATE_FORMATS,
  DATE_PATTERNS,
  type DatePattern,
  instantOf,
  type Offset,
  type Period,
  parsePeriod,
} from '../moments.ts';
import {
  DATE_FORMAT_MISMATCH,
  DATE_FORMAT_UNKNOWN,
  DATE_INVALID,
  NUMBER_INVALID,
  NUMBER_NEGATIVE,
  type Report,
  VALUE_INVALID,
} from '../problems.ts';
import { peek, type Segment, take, text, whole } from '../segment.ts';
import { another, child } from '../tree.ts';

/** One message being read: what its mapper needs to know beyond the tree. */
export interface Reading {
  sender: PartyReference;
  receiver: PartyReference;
  /** Offset from UTC of local times, where neither value nor qualifier states one. */
  offsetMinutes: Offset;
  /** Agreed meaning of commitment or forecast qualifiers; overrides the tables. */
  horizons: ReadonlyMap<string, ScheduleQuantity['horizon']>;
  position: (segment: Segment, element?: number, component?: number) => MessagePosition;
  report: Report;
}

/** Decimal marks: ISO 9735 allows comma and point alike, and real files use the one that UNA does not name. */
const NUMBER = /^-?(\d+([.,]\d*)?|[.,]\d+)$/;

export function readNumber(reading: Reading, segment: Segment, element: number, component = 1): number | undefined {
  /* Nearly all are a few digits. */
  const digits = whole(segment, element, component);
  if (digits >= 0) return digits;
  const value = text(segment, element, component);
  if (value === undefined) return undefined;
  if (NUMBER.test(value)) return Number(value.replace(',', '.'));
  reading.report(NUMBER_INVALID, segment, {
    value,
    element,
    component,
    expected: 'digits with at most one decimal mark',
  });
  return undefined;
}

export function readQuantity(reading: Reading, segment: Segment, element: number, component = 1): number | undefined {
  const quantity = readNumber(reading, segment, element, component);
  if (quantity === undefined || quantity >= 0) return quantity;
  reading.report(NUMBER_NEGATIVE, segment, { value: String(quantity), element, component, expected: 'zero or more' });
  return undefined;
}

/** DTM: C507 holds qualifier, value and format. */
export function readDtm(reading: Reading, segment: Segment): Readonly<Period> | undefined {
  take(segment, 1, 1);
  const format = text(segment, 1, 3) ?? '102';
  const pattern = DATE_PATTERNS.get(format);
  const known = pattern && readDigits(segment, pattern, segment.find(1, 2));
  if (known) return known;
  const value = text(segment, 1, 2);
  if (value === undefined) return undefined;
  if (!pattern) {
    reading.report(DATE_FORMAT_UNKNOWN, segment, {
      value: format,
      element: 1,
      component: 3,
      expected: `one of ${Object.keys(DATE_FORMATS).join(', ')}`,
    });
    return undefined;
  }
  const period = parsePeriod(value, pattern.text);
  if (period) return period;
  const otherwise = PATTERNS_BY_LENGTH[value.length];
  const mended = otherwise && otherwise !== pattern.text ? parsePeriod(value, otherwise) : undefined;
  reading.report(mended ? DATE_FORMAT_MISMATCH : DATE_INVALID, segment, {
    value,
    element: 1,
    component: 2,
    expected: `${pattern.text} (format ${format})`,
  });
  return mended;
}

/** The period of a value of digits alone, marked as read; none where the value is anything else, which stays unread. */
function readDigits(segment: Segment, pattern: DatePattern, mark: number): Readonly<Period> | undefined {
  const digits = mark < 0 ? -1 : segment.wholeAt(mark);
  const period = digits < 0 ? undefined : pattern.ofDigits(digits, segment.lengthAt(mark));
  if (period) segment.take(mark);
  return period;
}

/** Senders put a day under a format with time and the other way round; the length tells what was meant. */
const PATTERNS_BY_LENGTH: Record<number, string> = {
  6: 'YYMMDD',
  8: 'CCYYMMDD',
  12: 'CCYYMMDDhhmm',
  14: 'CCYYMMDDhhmmss',
};

const DAY = DATE_PATTERNS.get('102')!;

/** X12 dates: six digits up to 003060, eight from then on; senders mix them, so the length decides. */
export function readX12Date(reading: Reading, segment: Segment, element: number): IsoDay | undefined {
  const known = readDigits(segment, DAY, segment.find(element, 1));
  if (known) return known.day;
  const value = text(segment, element);
  if (value === undefined) return undefined;
  if (value.charCodeAt(0) === 0x30 && /^0+$/.test(value)) return undefined;
  const pattern = value.length === 6 ? 'YYMMDD' : 'CCYYMMDD';
  const period = parsePeriod(value, pattern);
  if (!period) reading.report(DATE_INVALID, segment, { value, element, expected: 'YYMMDD or CCYYMMDD' });
  return period?.day;
}

/** Date and time elements, and the time code (data element 623) where the segment has one. */
export function readX12Moment(
  reading: Reading,
  segment: Segment,
  [dateElement, timeElement, zoneElement]: number[],
): Instant | undefined {
  const day = readX12Date(reading, segment, dateElement!);
  if (!day) return undefined;
  const time = timeElement === undefined ? undefined : readX12Time(reading, segment, timeElement);
  const zone = zoneElement === undefined ? undefined : text(segment, zoneElement);
  const offset = zone === undefined ? undefined : zoneOffset(zone, day);
  return instantOf(
    { day, ...(time && { time }), ...(offset !== undefined && { zoneMinutes: offset }) },
    reading.offsetMinutes,
  );
}

export function readX12Time(reading: Reading, segment: Segment, element: number): string | undefined {
  const value = text(segment, element);
  if (value === undefined) return undefined;
  const found = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)?\d{0,2}$/.exec(value);
  if (!found) reading.report(DATE_INVALID, segment, { value, element, expected: 'HHMM or HHMMSS' });
  return found ? `${found[1]}:${found[2]}:${found[3] ?? '00'}` : undefined;
}

/** Hours from UTC in standard time; the third letter says standard, daylight or whichever applies on that day. */
const AMERICAN_ZONES: Record<string, number> = { E: -5, C: -6, M: -7, P: -8 };

function zoneOffset(code: string, day: IsoDay): number | undefined {
  if (code === 'UT' || code === 'GM') return 0;
  const hours = AMERICAN_ZONES[code[0]!];
  if (code.length !== 2 || hours === undefined || !'TSD'.includes(code[1]!)) return undefined;
  const daylight = code[1] === 'D' || (code[1] === 'T' && isAmericanSummer(day));
  return (daylight ? hours + 1 : hours) * 60;
}

/** Second Sunday of March to first Sunday of November, the rule of the United States since 2007. */
function isAmericanSummer(day: IsoDay): boolean {
  const year = Number(day.slice(0, 4));
  const sunday = (month: number, nth: number) => {
    const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
    return new Date(Date.UTC(year, month - 1, 1 + ((7 - first) % 7) + (nth - 1) * 7)).toISOString().slice(0, 10);
  };
  return day >= sunday(3, 2) && day < sunday(11, 1);
}

/** A unit code as the contract wants it; none means pieces, as the EDIFACT guidelines have it. */
export function readUnit(
  reading: Reading,
  segment: Segment,
  element: number,
  translate: (code: string) => string,
  component = 1,
): string {
  const code = text(segment, element, component);
  if (code === undefined) return 'H87';
  const known = translate(code);
  if (known !== code) return known;
  const unit = translate(code.toUpperCase());
  if (/^[A-Z0-9]{2,3}$/.test(unit)) return unit;
  reading.report(VALUE_INVALID, segment, {
    value: code,
    element,
    component,
    expected: 'a unit code of UN/ECE Recommendation 20',
  });
  return 'H87';
}

/** Under a segment, the one with a tag whose first element is the best of the qualifiers; the best stands first. */
export function qualified(parent: Segment, tag: string, ...qualifiers: string[]): Segment | undefined {
  let found: Segment | undefined;
  let rank = qualifiers.length;
  for (let at = child(parent, tag); at !== undefined && rank > 0; at = another(at)) {
    const own = qualifiers.indexOf(peek(at, 1) ?? '');
    if (own < 0 || own >= rank) continue;
    found = at;
    rank = own;
  }
  return found;
}

/** The same among segments that stand in several places. */
export function bestOf(segments: Segment[], ...qualifiers: string[]): Segment | undefined {
  for (const qualifier of qualifiers)
    for (const segment of segments) if (peek(segment, 1) === qualifier) return segment;
  return undefined;
}

/** The number under the best of the qualifiers among the RFF of a level. */
export function referenceUnder(node: Segment, ...qualifiers: string[]): string | undefined {
  const rff = qualified(node, 'RFF', ...qualifiers);
  take(rff, 1);
  return text(rff, 1, 2);
}

/** FTX C108: up to five lines of free text as one. */
export function readText(ftx: Segment | undefined): string | undefined {
  if (!ftx) return undefined;
  const lines = [1, 2, 3, 4, 5].map((line) => text(ftx, 4, line));
  return lines.filter(Boolean).join(' ') || undefined;
}

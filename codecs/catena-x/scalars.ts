import { readBpn, readUnit, writeUnit } from '@intakt/identifiers';
import { dayOf, readTimestamp } from './moment.ts';
import type { ScalarName } from './shape.ts';

/** What a scalar means once it is read, what to say where it does not hold, and what is odd but taken. */
interface Scalar {
  expected: string;
  /** The value as statements carry it, or nothing where it does not hold. */
  read: (value: unknown) => string | number | boolean | undefined;
  /** The value as the payload carries it; nothing where Catena-X has no word for it. */
  write?: (value: string) => string | undefined;
  /** What was expected instead, where the value is taken all the same. */
  doubt?: (value: string) => string | undefined;
}

const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export const SCALARS: Readonly<Record<ScalarName, Scalar>> = {
  text: { expected: 'text', read: (value) => (typeof value === 'string' ? value : undefined) },
  number: { expected: 'a number', read: (value) => (isNumber(value) ? value : undefined) },
  boolean: { expected: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined) },
  uuid: {
    expected: 'a UUID, with or without urn:uuid: in front',
    read: fromText((text) => UUID.exec(text)?.[1]?.toLowerCase()),
    write: (uuid) => `urn:uuid:${uuid}`,
  },
  bpnl: businessPartner('BPNL', 'legal entity'),
  bpns: businessPartner('BPNS', 'site'),
  bpna: businessPartner('BPNA', 'address'),
  unit: {
    expected: 'a unit of the Catena-X item units, such as unit:piece',
    read: fromText((text) => (ITEM_UNITS.has(text) ? codeOf(text) : undefined)),
    write: itemUnitOf,
  },
  country: {
    expected: 'a country of three capital letters (ISO 3166-1 alpha-3)',
    read: fromText((text) => (/^[A-Z]{3}$/.test(text) ? text : undefined)),
  },
  day: { expected: 'a calendar day YYYY-MM-DD', read: fromText(dayOf) },
  timestamp: {
    expected: 'a date and time (XML Schema dateTime)',
    read: fromText((text) => readTimestamp(text)?.instant),
    doubt: zoneDoubt,
  },
  'local-timestamp': {
    expected: 'a date and time (XML Schema dateTime)',
    read: fromText((text) => readTimestamp(text) && text),
    doubt: zoneDoubt,
  },
  instant: {
    expected: 'a date and time with time zone (RFC 3339)',
    read: fromText((text) => {
      const moment = readTimestamp(text);
      return moment?.hasZone && !text.includes('T24') ? moment.instant : undefined;
    }),
  },
};

/**
 * The units that Catena-X allows for items (SAMM `shared.quantity` 2.0.0, ItemUnitEnumeration). Recommendation 20 knows
 * more; what has no word here cannot be said in an aspect.
 */
export const ITEM_UNITS: ReadonlySet<string> = new Set(
  `piece set pair page cycle kilowattHour gram kilogram tonneMetricTon tonUsOrShortTonUkorus ounceAvoirdupois pound
  metre centimetre kilometre inch foot yard squareCentimetre squareMetre squareInch squareFoot squareYard
  cubicCentimetre cubicMetre cubicInch cubicFoot cubicYard litre millilitre hectolitre secondUnitOfTime
  minuteUnitOfTime hourUnitOfTime day`
    .split(/\s+/)
    .map((word) => `unit:${word}`),
);

function fromText(read: (text: string) => string | undefined): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' ? read(value) : undefined);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The prefix is upper case, what follows may be either; wrong check characters are a doubt only (see `readBpn`). */
function businessPartner(prefix: string, kind: string): Scalar {
  return {
    expected: `a business partner number of a ${kind}: ${prefix} and 12 letters or digits`,
    read: fromText((text) => (text.startsWith(prefix) && text.trim() === text ? numberOf(text) : undefined)),
    doubt: (text) => {
      const partner = readBpn(text);
      return partner.ok ? partner.warnings[0]?.expected : undefined;
    },
  };
}

function numberOf(text: string): string | undefined {
  const partner = readBpn(text);
  return partner.ok ? partner.value.number : undefined;
}

function codeOf(unit: string): string | undefined {
  const row = readUnit(unit, 'catena-x');
  return row.ok ? row.value.code : undefined;
}

/** `one` and `each` are pieces under other names. */
function itemUnitOf(code: string): string | undefined {
  const row = readUnit(code === 'C62' || code === 'EA' ? 'H87' : code, 'rec20');
  const written = row.ok ? writeUnit(row.value, 'catena-x') : undefined;
  return written?.ok && ITEM_UNITS.has(written.value) ? written.value : undefined;
}

function zoneDoubt(text: string): string | undefined {
  return readTimestamp(text)?.hasZone === false ? 'a time zone; read as UTC' : undefined;
}

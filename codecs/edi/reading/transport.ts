import type { PlaceReference, TransportMode } from '@intakt/contract';
import { KILOGRAMS, TRANSPORT_8067 } from '../codes.ts';
import { CODE_DOUBTFUL, VALUE_INVALID } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { CUBIC_METERS } from '../transport-codes.ts';
import { children } from '../tree.ts';
import { compact } from './party.ts';
import { type Reading, readNumber } from './reading.ts';

/** What messages about transport share. */

/** TDT C220 8067. */
export function readMode(tdt: Segment | undefined, reading: Reading): TransportMode | undefined {
  const code = text(tdt, 3, 1);
  const mode = code === undefined ? undefined : TRANSPORT_8067[code];
  if (code && !mode)
    reading.report(CODE_DOUBTFUL, tdt!, { value: code, element: 3, expected: 'an unknown transport mode' });
  return mode;
}

/** EQD the trailer or container, else TDT C222 the means of transport. */
export function readVehicle(eqd: Segment | undefined, tdt: Segment | undefined): string | undefined {
  take(eqd, 1);
  return text(eqd, 2, 1) ?? text(tdt, 8, 1) ?? text(tdt, 8, 4);
}

/** The first MEA of one of the kinds (6313) in its base unit. */
function readMeasure(
  reading: Reading,
  meas: Segment[],
  { kinds, units }: { kinds: string[]; units: Record<string, number> },
): number | undefined {
  const mea = meas.find((segment) => kinds.includes(peek(segment, 2, 1) ?? ''));
  if (!mea) return undefined;
  take(mea, 1);
  take(mea, 2);
  return readMeasured(reading, mea, { value: [3, 2], unit: [3, 1], units });
}

/** No unit is the base unit. */
function readMeasured(
  reading: Reading,
  segment: Segment,
  at: { value: [number, number]; unit: [number, number]; units: Record<string, number> },
): number | undefined {
  const unit = text(segment, at.unit[0], at.unit[1]);
  const value = readNumber(reading, segment, at.value[0], at.value[1]);
  const factor = unit === undefined ? 1 : at.units[unit];
  if (factor === undefined) {
    const [element, component] = at.unit;
    const expected = `one of ${Object.keys(at.units).join(', ')}`;
    reading.report(VALUE_INVALID, segment, { value: unit!, element, component, expected });
  }
  return value === undefined || factor === undefined ? undefined : scaled(value, factor);
}

/** Six places are enough for a gram, and hide what binary fractions add. */
export const scaled = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toFixed(6));

export const readMass = (reading: Reading, meas: Segment[], kinds: string[]): number | undefined =>
  readMeasure(reading, meas, { kinds, units: KILOGRAMS });

export const readVolume = (reading: Reading, meas: Segment[], kinds: string[]): number | undefined =>
  readMeasure(reading, meas, { kinds, units: CUBIC_METERS });

/** CNT 6069: a total of the message; `units` where it is measured. */
export function readTotal(
  message: Segment,
  qualifier: string,
  reading: Reading,
  units?: Record<string, number>,
): number | undefined {
  const cnt = children(message, 'CNT').find((segment) => peek(segment, 1, 1) === qualifier);
  if (!cnt) return undefined;
  take(cnt, 1, 1);
  if (units) return readMeasured(reading, cnt, { value: [1, 2], unit: [1, 3], units });
  take(cnt, 1, 3);
  return readNumber(reading, cnt, 1, 2);
}

/** All numbers under the qualifiers, each once. */
export function referencesUnder(nodes: Segment[], ...qualifiers: string[]): string[] {
  const found = nodes
    .flatMap((node) => children(node, 'RFF'))
    .filter((rff) => qualifiers.includes(peek(rff, 1, 1) ?? ''))
    .flatMap((rff) => [text(rff, 1, 1) && text(rff, 1, 2)]);
  return [...new Set(found.filter((number) => number !== undefined))];
}

/** LOC C517: the code and whose it is, or the name. */
export function readLocation(loc: Segment | undefined): PlaceReference | undefined {
  if (!loc) return undefined;
  take(loc, 1);
  const place = compact<PlaceReference>({ code: text(loc, 2, 1), agency: text(loc, 2, 3), name: text(loc, 2, 4) });
  return Object.keys(place).length > 0 ? place : undefined;
}

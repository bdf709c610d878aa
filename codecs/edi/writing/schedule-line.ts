import type { CumulativePosition, SchedulePackaging, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { type Control, decimal } from './control.ts';
import { day, type EdifactSegment, moment, rff } from './edifact.ts';

/** What DELFOR and DELJIT say alike of one article. */

export const qty = (kind: string, value: number, unit: string): EdifactSegment => ['QTY', [kind, decimal(value), unit]];

/** DTM of a scheduled quantity: 2 for a day or a moment, 64 and 63 for a span of days or a window of hours. */
export function due({ from, to, dueAt, dueUntil }: ScheduleQuantity, control: Control): EdifactSegment[] {
  const first = (qualifier: string) => (dueAt ? moment(qualifier, dueAt, control) : day(qualifier, from));
  if (dueUntil) return [...first('64'), ...moment('63', dueUntil, control)];
  return to ? [...first('64'), ...day('63', to)] : first('2');
}

/** A schedule that calls nothing off says so, and keeps its unit. */
export const nothingDue = ({ quantities }: ScheduleStatement, unit: string): EdifactSegment[] =>
  quantities.length === 0 ? [qty('183', 0, unit)] : [];

/** PAC: C202 under the customer's code, C402 under the supplier's. */
export const pac = ({ packaging, supplierPackaging }: SchedulePackaging): EdifactSegment => [
  'PAC',
  '',
  '',
  packaging ? [packaging, '', '92'] : '',
  supplierPackaging ? ['', supplierPackaging, 'SA'] : '',
];

export const perPack = (capacity: number | undefined, unit: string): EdifactSegment[] =>
  capacity === undefined ? [] : [qty('52', capacity, unit)];

/** A last despatch of unknown quantity is a reference with its day. */
export function writeUncounted(cumulative: CumulativePosition | undefined): EdifactSegment[] {
  const last = cumulative?.lastDespatch;
  if (!last?.reference || last.quantity !== undefined) return [];
  return [...rff('AAK', last.reference), ...day('171', last.day)];
}

export function writePosition(cumulative: CumulativePosition | undefined, unit: string): EdifactSegment[] {
  if (!cumulative) return [];
  const { received, required, lastDespatch } = cumulative;
  const segments: EdifactSegment[] = [];
  if (received !== undefined) segments.push(qty('70', received, unit));
  if (required !== undefined) segments.push(qty('71', required, unit));
  if (lastDespatch?.quantity !== undefined)
    segments.push(
      qty('48', lastDespatch.quantity, unit),
      ...day('11', lastDespatch.day),
      ...rff('AAK', lastDespatch.reference),
    );
  return segments;
}

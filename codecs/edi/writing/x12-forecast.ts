import type { CumulativePosition, ScheduleQuantity } from '@intakt/contract';
import { HORIZON_FORECASTS } from '../codes.ts';
import { addDays, addMonths } from '../moments.ts';
import { type Control, decimal } from './control.ts';
import { dateAndTime, day8, ref, type X12Segment } from './x12.ts';

/** Horizons that 680 lacks in 004010 are named in FST08/09, where a reader without agreement passes over them. */
const NAMED = ['production', 'material', 'backorder'];

/** FST of one quantity, with the time of day (002, requested) where it has one. */
export function writeForecast(
  { from, to, quantity, horizon, dueAt, dueUntil }: ScheduleQuantity,
  control: Control,
): X12Segment {
  const timing = to === undefined || dueUntil ? 'D' : to === addDays(from, 6) ? 'W' : isMonth(from, to) ? 'M' : 'F';
  const named = NAMED.includes(horizon) ? ['ZZ', horizon.toUpperCase()] : [];
  const time = dueAt ? ['002', dateAndTime(dueAt, control)[1]] : ['', ''];
  const end = timing === 'F' ? day8(to) : '';
  return ['FST', decimal(quantity), HORIZON_FORECASTS[horizon], timing, day8(from), end, ...time, ...named];
}

const isMonth = (from: string, to: string) => from.endsWith('-01') && to === addDays(addMonths(from, 1), -1);

/** SHP: 02 the cumulative quantity received (050) or despatched (011), 01 the last shipment. */
export function writeShipped(cumulative: CumulativePosition | undefined): X12Segment[] {
  if (!cumulative) return [];
  const { received, despatched, zeroedOn, asOf, lastDespatch } = cumulative;
  const span = zeroedOn && asOf ? [day8(zeroedOn), '', day8(asOf)] : [day8(asOf)];
  const segments: X12Segment[] = [];
  if (received !== undefined) segments.push(['SHP', '02', decimal(received), '050', ...span]);
  if (despatched !== undefined) segments.push(['SHP', '02', decimal(despatched), '011', ...span]);
  if (lastDespatch) {
    const { quantity, day, reference } = lastDespatch;
    segments.push(
      ['SHP', '01', quantity === undefined ? '' : decimal(quantity), '011', day8(day)],
      ...ref('SI', reference),
    );
  }
  return segments;
}

import type { CumulativePosition, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { AUTHORISATION_RESOURCES, FUNCTION_PURPOSES, HORIZON_FORECASTS, x12Unit } from '../codes.ts';
import { addDays, addMonths } from '../moments.ts';
import { type Control, decimal, grouped } from './control.ts';
import { day8, lin, n1, pid, ref, writeX12, type X12Segment, type X12Set } from './x12.ts';

/**
 * 830 in 004010, quantities as actual. One set per release; one LIN loop per statement.
 * X12 cannot say: a function that is unspecified (written as original), a schedule without horizon (the release day
 * and the last date stand in), the previous release, the cumulative of a single date, a zeroing day without `asOf`.
 */
export function encode830(statements: ScheduleStatement[], control: Control): Uint8Array {
  const releases = grouped(statements, (s) => [
    s.documentNumber,
    s.release,
    s.function,
    s.customer,
    s.supplier,
    s.shipFrom,
    s.releasedOn,
    s.horizonStart,
    s.horizonEnd,
  ]);
  return writeX12(releases.map(writeRelease), control);
}

function writeRelease(statements: ScheduleStatement[]): X12Set {
  const head = statements[0]!;
  const quantities = statements.flatMap((statement) => statement.quantities);
  const last = [head.releasedOn, ...quantities.map(({ from, to }) => to ?? from)].sort().at(-1);
  const purpose = head.function === 'unspecified' ? '00' : FUNCTION_PURPOSES[head.function];
  const [start, end, written] = [head.horizonStart ?? head.releasedOn, head.horizonEnd ?? last, head.releasedOn].map(
    day8,
  );
  return {
    type: '830',
    functionalGroup: 'PS',
    segments: [
      ['BFR', purpose, head.documentNumber, head.release, 'DL', 'A', start, end, written],
      ...n1('BY', head.customer),
      ...n1('SU', head.supplier),
      ...n1('SF', head.shipFrom),
      ...statements.flatMap(writeLine),
      ['CTT', String(statements.length), decimal(quantities.reduce((sum, { quantity }) => sum + quantity, 0))],
    ],
  };
}

function writeLine(statement: ScheduleStatement): X12Segment[] {
  return [
    lin(undefined, statement.part, ['PO', statement.orderReference]),
    ['UIT', x12Unit(statement.unit)],
    ...pid(statement.part.description),
    ...ref('DK', statement.unloadingPoint),
    ...n1('ST', statement.shipTo),
    ...statement.quantities.map(writeForecast),
    ...writeRequired(statement.cumulative),
    ...(statement.authorisations ?? []).map(
      ({ kind, cumulative, from, until }): X12Segment => [
        'ATH',
        AUTHORISATION_RESOURCES[kind],
        day8(until),
        decimal(cumulative),
        '',
        day8(from),
      ],
    ),
    ...writeShipped(statement.cumulative),
  ];
}

/** Horizons that 680 lacks in 004010 are named in FST08/09, where a reader without agreement passes over them. */
const NAMED = ['production', 'material', 'backorder'];

function writeForecast({ from, to, quantity, horizon }: ScheduleQuantity): X12Segment {
  const timing = to === undefined ? 'D' : to === addDays(from, 6) ? 'W' : isMonth(from, to) ? 'M' : 'F';
  const named = NAMED.includes(horizon) ? ['ZZ', horizon.toUpperCase()] : [];
  return [
    'FST',
    decimal(quantity),
    HORIZON_FORECASTS[horizon],
    timing,
    day8(from),
    timing === 'F' ? day8(to) : '',
    '',
    '',
    ...named,
  ];
}

const isMonth = (from: string, to: string) => from.endsWith('-01') && to === addDays(addMonths(from, 1), -1);

function writeRequired(cumulative: CumulativePosition | undefined): X12Segment[] {
  if (cumulative?.required === undefined) return [];
  const { required, asOf, zeroedOn } = cumulative;
  return [['ATH', 'PQ', day8(asOf), decimal(required), '', asOf ? day8(zeroedOn) : '']];
}

function writeShipped(cumulative: CumulativePosition | undefined): X12Segment[] {
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

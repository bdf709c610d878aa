import type { CumulativePosition, ScheduleStatement } from '@intakt/contract';
import { AUTHORISATION_RESOURCES, FUNCTION_PURPOSES, x12Unit } from '../codes.ts';
import { type Control, decimal, grouped } from './control.ts';
import { day8, lin, n1, pid, writeX12, type X12Segment, type X12Set } from './x12.ts';
import { writeForecast, writeShipped } from './x12-forecast.ts';
import { writeLineReferences, writePackaging } from './x12-line-references.ts';

/**
 * 830 in 004010, quantities as actual. One set per release; one LIN loop per statement.
 * X12 cannot say: a function that is unspecified (written as original), a schedule without horizon (the release day
 * and the last date stand in), the cumulative of a single date, a zeroing day without `asOf`, the end of a window of
 * hours. What it has no qualifier for stands in REF*ZZ under its name in REF03.
 *
 * @throws RangeError where an article has more packagings than its twelve REF can name
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
  return writeX12(
    releases.map((release) => writeRelease(release, control)),
    control,
  );
}

function writeRelease(statements: ScheduleStatement[], control: Control): X12Set {
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
      ...statements.flatMap((statement) => writeLine(statement, control)),
      ['CTT', String(statements.length), decimal(quantities.reduce((sum, { quantity }) => sum + quantity, 0))],
    ],
  };
}

function writeLine(statement: ScheduleStatement, control: Control): X12Segment[] {
  return [
    lin(undefined, statement.part, ['PO', statement.orderReference]),
    ['UIT', x12Unit(statement.unit)],
    ...pid(statement.part.description),
    ...writePackaging(statement.packaging),
    ...writeLineReferences(statement),
    ...n1('ST', statement.shipTo),
    ...statement.quantities.map((quantity) => writeForecast(quantity, control)),
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

function writeRequired(cumulative: CumulativePosition | undefined): X12Segment[] {
  if (cumulative?.required === undefined) return [];
  const { required, asOf, zeroedOn } = cumulative;
  return [['ATH', 'PQ', day8(asOf), decimal(required), '', asOf ? day8(zeroedOn) : '']];
}

import type { ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { FUNCTION_PURPOSES, x12Unit } from '../codes.ts';
import { type Control, decimal, grouped } from './control.ts';
import { day8, lin, moment, n1, writeX12, type X12Segment, type X12Set } from './x12.ts';
import { writeForecast, writeShipped } from './x12-forecast.ts';
import { writeLineReferences, writePackaging } from './x12-line-references.ts';

/**
 * 862 in 004010: call-offs by the day or hour. One set per release and ship-to, one LIN loop per statement.
 * X12 cannot say: what 830 cannot; and here also no description of the article, no quantity required before the schedule
 * begins, and no authorisations: those belong to the 830.
 */
export function encode862(statements: ScheduleStatement[], control: Control): Uint8Array {
  const releases = grouped(statements, (s) => [
    s.documentNumber,
    s.release,
    s.function,
    s.customer,
    s.supplier,
    s.shipTo,
    s.shipFrom,
    s.releasedOn,
    s.horizonStart,
    s.horizonEnd,
  ]);
  return writeX12(
    releases.map((release) => writeSchedule(release, control)),
    control,
  );
}

function writeSchedule(statements: ScheduleStatement[], control: Control): X12Set {
  const head = statements[0]!;
  const quantities = statements.flatMap((statement) => statement.quantities);
  const last = [head.releasedOn, ...quantities.map(({ from, to }) => to ?? from)].sort().at(-1);
  const purpose = head.function === 'unspecified' ? '00' : FUNCTION_PURPOSES[head.function];
  const [written, start, end] = [head.releasedOn, head.horizonStart ?? head.releasedOn, head.horizonEnd ?? last];
  return {
    type: '862',
    functionalGroup: 'SS',
    segments: [
      ['BSS', purpose, head.documentNumber, day8(written), 'DL', day8(start), day8(end), head.release, '', '', '', 'A'],
      ...n1('BY', head.customer),
      ...n1('SU', head.supplier),
      ...n1('ST', head.shipTo),
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
    ...writePackaging(statement.packaging),
    ...writeLineReferences(statement),
    ...statement.quantities.flatMap((quantity) => writeQuantity(quantity, control)),
    ...writeShipped(statement.cumulative),
  ];
}

/** The end of a window stands behind its quantity: do not deliver after (063). */
const writeQuantity = (quantity: ScheduleQuantity, control: Control): X12Segment[] => [
  writeForecast(quantity, control),
  ...moment('063', quantity.dueUntil, control),
];

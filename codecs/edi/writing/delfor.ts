import type { Authorisation, CumulativePosition, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { AUTHORISATION_COMMITMENTS, edifactUnit, FUNCTION_BGM, HORIZON_COMMITMENTS } from '../codes.ts';
import { type Control, decimal, grouped } from './control.ts';
import { also, article, day, type EdifactMessage, type EdifactSegment, nad, rff, writeEdifact } from './edifact.ts';

/**
 * DELFOR D.97A: one message per document, one GIS group per ship-to, one LIN per statement.
 * Without a place in DELFOR: the cumulative quantity despatched.
 */
export function encodeDelfor(statements: ScheduleStatement[], control: Control): Uint8Array {
  const documents = grouped(statements, (s) => [
    s.documentNumber,
    s.scheduleKind,
    s.function,
    s.customer,
    s.supplier,
    s.shipFrom,
    s.releasedOn,
    s.horizonStart,
    s.horizonEnd,
  ]);
  return writeEdifact(documents.map(writeDocument), control);
}

function writeDocument(statements: ScheduleStatement[]): EdifactMessage {
  const head = statements[0]!;
  const groups = grouped(statements, ({ shipTo, unloadingPoint }) => [shipTo, unloadingPoint]);
  let number = 0;
  return {
    identifier: ['DELFOR', 'D', '97A', 'UN'],
    segments: [
      [
        'BGM',
        head.scheduleKind === 'call-off' ? '242' : '241',
        head.documentNumber,
        head.function === 'unspecified' ? '' : FUNCTION_BGM[head.function],
      ],
      ...day('137', head.releasedOn),
      ...day('158', head.horizonStart),
      ...day('159', head.horizonEnd),
      ...nad('BY', head.customer),
      ...also(head.customer),
      ...nad('SE', head.supplier),
      ...also(head.supplier),
      ...nad('SF', head.shipFrom),
      ...also(head.shipFrom),
      ...groups.flatMap((group) => writeDestination(group, () => String(++number))),
    ],
  };
}

function writeDestination(statements: ScheduleStatement[], nextNumber: () => string): EdifactSegment[] {
  const { shipTo, unloadingPoint } = statements[0]!;
  return [
    ['GIS', '37'],
    ...nad('ST', shipTo),
    ...(unloadingPoint ? [['LOC', '11', unloadingPoint] as EdifactSegment] : []),
    ...also(shipTo),
    ...statements.flatMap((statement) => writeArticle(statement, nextNumber())),
  ];
}

function writeArticle(statement: ScheduleStatement, number: string): EdifactSegment[] {
  const unit = edifactUnit(statement.unit);
  const { cumulative, release, releasedOn, previousRelease, orderReference } = statement;
  return [
    ...article(number, statement.part),
    ...day('51', cumulative?.zeroedOn),
    ...day('52', cumulative?.asOf),
    ...rff('AAN', release),
    ...day('171', releasedOn),
    ...rff('AIF', previousRelease),
    ...rff('ON', orderReference),
    ...writeUncounted(cumulative),
    ...writePosition(cumulative, unit),
    ...grouped(statement.quantities, ({ horizon }) => horizon).flatMap((quantities) => writeHorizon(quantities, unit)),
    ...(statement.authorisations ?? []).flatMap((authorisation) => writeAuthorisation(authorisation, unit)),
  ];
}

/** A last despatch of unknown quantity is a reference with its day. */
function writeUncounted(cumulative: CumulativePosition | undefined): EdifactSegment[] {
  const last = cumulative?.lastDespatch;
  if (!last?.reference || last.quantity !== undefined) return [];
  return [...rff('AAK', last.reference), ...day('171', last.day)];
}

function writePosition(cumulative: CumulativePosition | undefined, unit: string): EdifactSegment[] {
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

function writeHorizon(quantities: ScheduleQuantity[], unit: string): EdifactSegment[] {
  const { horizon } = quantities[0]!;
  const kind = horizon === 'backorder' ? '83' : '113';
  return [['SCC', HORIZON_COMMITMENTS[horizon]], ...quantities.flatMap((line) => writeQuantity(line, kind, unit))];
}

function writeQuantity(line: ScheduleQuantity, kind: string, unit: string): EdifactSegment[] {
  const dates = line.to ? [...day('64', line.from), ...day('63', line.to)] : day('2', line.from);
  const due = line.cumulative === undefined ? [] : [qty('3', line.cumulative, unit), ...dates];
  return [qty(kind, line.quantity, unit), ...dates, ...due];
}

function writeAuthorisation({ kind, cumulative, from, until }: Authorisation, unit: string): EdifactSegment[] {
  return [
    ['SCC', AUTHORISATION_COMMITMENTS[kind]],
    qty('3', cumulative, unit),
    ...day('51', from),
    ...day('52', until),
  ];
}

const qty = (kind: string, value: number, unit: string): EdifactSegment => ['QTY', [kind, decimal(value), unit]];

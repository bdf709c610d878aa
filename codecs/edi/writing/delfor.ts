import type { Authorisation, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { AUTHORISATION_COMMITMENTS, edifactUnit, FUNCTION_BGM, HORIZON_COMMITMENTS } from '../codes.ts';
import { type Control, grouped } from './control.ts';
import {
  also,
  article,
  day,
  type EdifactMessage,
  type EdifactSegment,
  loc,
  nad,
  rff,
  writeEdifact,
} from './edifact.ts';
import { due, nothingDue, pac, perPack, qty, writePosition, writeUncounted } from './schedule-line.ts';

/**
 * DELFOR D.97A, or D.04A (the directory of VDA 4984), where GEI stands for GIS: one message per document, one such group
 * per ship-to, one LIN per statement.
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
  return writeEdifact(
    documents.map((document) => writeDocument(document, control)),
    control,
  );
}

function writeDocument(statements: ScheduleStatement[], control: Control): EdifactMessage {
  const head = statements[0]!;
  const groups = grouped(statements, ({ shipTo, unloadingPoint }) => [shipTo, unloadingPoint]);
  let number = 0;
  return {
    identifier: ['DELFOR', 'D', control.directory ?? '97A', 'UN'],
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
      ...groups.flatMap(([first, ...more]): EdifactSegment[] => [
        control.directory === '04A' ? ['GEI', '3', '37'] : ['GIS', '37'],
        ...writeDestination(first!),
        ...[first!, ...more].flatMap((statement) => writeArticle(statement, String(++number), control)),
      ]),
    ],
  };
}

const writeDestination = ({ shipTo, unloadingPoint }: ScheduleStatement): EdifactSegment[] => [
  ...nad('ST', shipTo),
  ...loc('11', unloadingPoint),
  ...also(shipTo),
];

function writeArticle(statement: ScheduleStatement, number: string, control: Control): EdifactSegment[] {
  const unit = edifactUnit(statement.unit);
  const { cumulative, release, releasedOn, previousRelease, orderReference, supplyArea } = statement;
  return [
    ...article(number, statement.part),
    ...loc('159', supplyArea),
    ...day('51', cumulative?.zeroedOn),
    ...day('52', cumulative?.asOf),
    ...rff('AAN', release),
    ...day('171', releasedOn),
    ...rff('AIF', previousRelease),
    ...rff('ON', orderReference),
    ...writeUncounted(cumulative),
    ...nothingDue(statement, unit),
    ...writePosition(cumulative, unit),
    ...grouped(statement.quantities, ({ horizon }) => horizon).flatMap((quantities) => [
      ['SCC', HORIZON_COMMITMENTS[quantities[0]!.horizon]] as EdifactSegment,
      ...quantities.flatMap((line) => writeQuantity(line, unit, control)),
    ]),
    ...(statement.authorisations ?? []).flatMap((authorisation) => writeAuthorisation(authorisation, unit)),
    ...(statement.packaging ?? []).flatMap((packaging) => [pac(packaging), ...perPack(packaging.capacity, unit)]),
  ];
}

function writeQuantity(line: ScheduleQuantity, unit: string, control: Control): EdifactSegment[] {
  const dates = due(line, control);
  const kind = line.horizon === 'backorder' ? '83' : '113';
  const cumulative = line.cumulative === undefined ? [] : [qty('3', line.cumulative, unit), ...dates];
  return [qty(kind, line.quantity, unit), ...dates, ...cumulative];
}

function writeAuthorisation({ kind, cumulative, from, until }: Authorisation, unit: string): EdifactSegment[] {
  return [
    ['SCC', AUTHORISATION_COMMITMENTS[kind]],
    qty('3', cumulative, unit),
    ...day('51', from),
    ...day('52', until),
  ];
}

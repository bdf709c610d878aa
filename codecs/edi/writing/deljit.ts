import type { Authorisation, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { ACTION_1229, AUTHORISATION_COMMITMENTS, edifactUnit, FUNCTION_BGM, HORIZON_COMMITMENTS } from '../codes.ts';
import { type Control, grouped } from './control.ts';
import { article, day, type EdifactMessage, type EdifactSegment, loc, nad, rff, writeEdifact } from './edifact.ts';
import { due, nothingDue, pac, perPack, qty, writePosition, writeUncounted } from './schedule-line.ts';

/** 1245 knew no call-off; 4 is no action on what stands here. */
const NO_ACTION_1245 = '4';

/**
 * Call-offs as DELJIT D.04B (the directory of VDA 4985) or D.97A: one message per document and ship-to, one SEQ group per
 * statement. Without a place in DELJIT: further codes of a party, the cumulative quantity despatched,
 * what any but the first packaging holds.
 */
export function encodeDeljit(statements: ScheduleStatement[], control: Control): Uint8Array {
  const documents = grouped(statements, (s) => [
    s.documentNumber,
    s.function,
    s.customer,
    s.supplier,
    s.shipTo,
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
  const { documentNumber, function: kind, releasedOn, horizonStart, horizonEnd, ...head } = statements[0]!;
  return {
    identifier: ['DELJIT', 'D', control.directory ?? '04B', 'UN'],
    segments: [
      ['BGM', '242', documentNumber, kind === 'unspecified' ? '' : FUNCTION_BGM[kind]],
      ...day('137', releasedOn),
      ...day('158', horizonStart),
      ...day('159', horizonEnd),
      ...nad('BY', head.customer),
      ...nad('SE', head.supplier),
      ...nad('SF', head.shipFrom),
      ...nad('ST', head.shipTo),
      ...statements.flatMap((statement, index) => [
        /* This is a call-off; 5: a running number of the transmission, no place in a production sequence. */
        [
          'SEQ',
          control.directory === '97A' ? NO_ACTION_1245 : ACTION_1229.call,
          [String(index + 1), '5'],
        ] as EdifactSegment,
        ...writeArticle(statement, String(index + 1), control),
      ]),
    ],
  };
}

function writeArticle(statement: ScheduleStatement, number: string, control: Control): EdifactSegment[] {
  const unit = edifactUnit(statement.unit);
  const { cumulative, release, releasedOn, previousRelease, orderReference } = statement;
  return [
    ...article(number, statement.part),
    ...(statement.packaging ?? []).map(pac),
    ...day('51', cumulative?.zeroedOn),
    ...day('52', cumulative?.asOf),
    ...rff('AAN', release),
    ...day('171', releasedOn),
    ...rff('AIF', previousRelease),
    ...rff('ON', orderReference),
    ...writeUncounted(cumulative),
    ...loc('11', statement.unloadingPoint),
    ...loc('159', statement.supplyArea),
    ...perPack(statement.packaging?.[0]?.capacity, unit),
    ...nothingDue(statement, unit),
    ...writePosition(cumulative, unit),
    ...statement.quantities.flatMap((line) => writeQuantity(line, unit, control)),
    ...(statement.authorisations ?? []).flatMap((authorisation) => writeAuthorisation(authorisation, unit)),
  ];
}

function writeQuantity(line: ScheduleQuantity, unit: string, control: Control): EdifactSegment[] {
  const scc: EdifactSegment = ['SCC', HORIZON_COMMITMENTS[line.horizon]];
  const dates = due(line, control);
  const kind = line.horizon === 'backorder' ? '83' : '113';
  const cumulative = line.cumulative === undefined ? [] : [qty('3', line.cumulative, unit), scc, ...dates];
  return [qty(kind, line.quantity, unit), scc, ...dates, ...cumulative];
}

function writeAuthorisation({ kind, cumulative, from, until }: Authorisation, unit: string): EdifactSegment[] {
  return [
    qty('3', cumulative, unit),
    ['SCC', AUTHORISATION_COMMITMENTS[kind]],
    ...day('51', from),
    ...day('52', until),
  ];
}

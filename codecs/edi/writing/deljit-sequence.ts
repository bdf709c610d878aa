import type { SequenceCall, SequencedItem, SequenceStatement } from '@intakt/contract';
import { ACTION_1229, edifactUnit, FUNCTION_BGM, SEQUENCE_NUMBERS } from '../codes.ts';
import type { Control } from './control.ts';
import { article, type EdifactMessage, type EdifactSegment, loc, moment, nad, rff, writeEdifact } from './edifact.ts';
import { qty } from './schedule-line.ts';

/**
 * Sequence call-offs as DELJIT D.04B (the directory of VDA 4986): one message per statement, one SEQ group per
 * vehicle, the vehicle's numbers in GIR+4. A call is recognised by a vehicle number or a place in the sequence, so it
 * needs one. Without a place in DELJIT: further codes of a party; a previous call number where there is no item.
 */
export function encodeDeljitSequence(statements: SequenceStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeMessage(statement, control)),
    control,
  );
}

function writeMessage(statement: SequenceStatement, control: Control): EdifactMessage {
  const { binding, documentNumber, function: kind, issuedAt, customer, supplier, shipTo, shipFrom } = statement;
  return {
    identifier: ['DELJIT', 'D', '04B', 'UN'],
    segments: [
      ['BGM', binding === 'preview' ? '236' : '242', documentNumber, kind === 'unspecified' ? '' : FUNCTION_BGM[kind]],
      /* DELJIT must state when it was written. */
      ...moment('137', issuedAt ?? control.preparedAt, control),
      ...nad('BY', customer),
      ...nad('SE', supplier),
      ...nad('SF', shipFrom),
      ...nad('ST', shipTo),
      ...loc('11', statement.unloadingPoint),
      ...statement.calls.flatMap((call) => writeCall(call, control)),
    ],
  };
}

function writeCall(call: SequenceCall, control: Control): EdifactSegment[] {
  const { sequenceNumber, dueAt, dueUntil, previousCallNumber } = call;
  return [
    ['SEQ', ACTION_1229[call.action], sequenceNumber ? [sequenceNumber, SEQUENCE_NUMBERS.production] : ''],
    ...moment(dueUntil ? '64' : '2', dueAt, control),
    ...moment('63', dueUntil, control),
    ...moment('94', call.fitAt, control),
    ...writeVehicle(call),
    ...loc('11', call.unloadingPoint),
    ...loc('54', call.line),
    ...loc('105', call.station),
    ...loc('159', call.supplyArea),
    ...loc('172', call.reportingPoint),
    ...call.items.flatMap((item, index) => writeItem(item, { number: String(index + 1), previousCallNumber, control })),
  ];
}

function writeVehicle({ productionNumber, vin, model, callNumber }: SequenceCall): EdifactSegment[] {
  const numbers = [
    [productionNumber, 'AN'],
    [vin, 'VV'],
    [model, 'AP'],
    [callNumber, 'AQ'],
  ].filter(([number]) => number);
  return numbers.length > 0 ? [['GIR', '4', ...numbers]] : [];
}

function writeItem(
  item: SequencedItem,
  { number, previousCallNumber, control }: { number: string; previousCallNumber: string | undefined; control: Control },
): EdifactSegment[] {
  return [
    ...article(number, item.part, item.family),
    ...(item.text ? [['FTX', 'AAI', '', '', item.text] as EdifactSegment] : []),
    ...moment('2', item.dueAt, control),
    ...rff('ON', item.orderReference),
    ...rff('AIF', previousCallNumber),
    ...loc('159', item.supplyArea),
    qty('113', item.quantity, edifactUnit(item.unit)),
  ];
}

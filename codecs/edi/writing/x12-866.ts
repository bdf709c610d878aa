import type { SequenceCall, SequencedItem, SequenceStatement } from '@intakt/contract';
import { FUNCTION_PURPOSES, x12Unit } from '../codes.ts';
import { type Control, decimal } from './control.ts';
import { dateAndTime, lin, moment, n1, ref, writeX12, type X12Segment, type X12Set } from './x12.ts';

/**
 * 866 in 004010: one set per statement, one DTM loop per call. Without a place in 866: numbers of the call itself,
 * the production line, station and reporting point, the end of a window, when the vehicle reaches the station;
 * family, description, text and a moment of its own of an article.
 *
 * @throws RangeError where a call is changed or cancelled, or only a preview: an 866 would make a binding call of it
 */
export function encode866(statements: SequenceStatement[], control: Control): Uint8Array {
  return writeX12(
    statements.map((statement) => writeSequence(statement, control)),
    control,
  );
}

function writeSequence(statement: SequenceStatement, control: Control): X12Set {
  const { calls, binding, documentNumber } = statement;
  const other = calls.find(({ action }) => action !== 'call');
  if (binding !== 'call' || other)
    throw new RangeError(`866 only calls; sequence ${documentNumber} is a ${other ? other.action : binding}`);
  const issued = statement.issuedAt ?? control.preparedAt;
  const due = calls.flatMap(({ dueAt }) => dueAt ?? []).sort();
  const [written, start, end] = [issued, due[0] ?? issued, due.at(-1) ?? issued].map(
    (at) => dateAndTime(at, control)[0],
  );
  const purpose = statement.function === 'unspecified' ? '00' : FUNCTION_PURPOSES[statement.function];
  return {
    type: '866',
    functionalGroup: 'SQ',
    segments: [
      ['BSS', purpose, documentNumber, written, 'JS', start, end],
      ...ref('DK', statement.unloadingPoint),
      ...n1('BY', statement.customer),
      ...n1('SU', statement.supplier),
      ...n1('ST', statement.shipTo),
      ...n1('SF', statement.shipFrom),
      ...moment('097', issued, control),
      ...calls.flatMap((call) => writeCall(call, issued, control)),
      ['CTT', String(calls.reduce((sum, { items }) => sum + items.length, 0))],
    ],
  };
}

function writeCall(call: SequenceCall, issued: string, control: Control): X12Segment[] {
  return [
    ...(call.dueAt ? moment('002', call.dueAt, control) : moment('097', issued, control)),
    ...ref('LF', call.supplyArea),
    ...ref('DK', call.unloadingPoint),
    ...call.items.flatMap((item) => writeItem(item, call)),
  ];
}

function writeItem(
  { part, quantity, unit, supplyArea, orderReference }: SequencedItem,
  call: SequenceCall,
): X12Segment[] {
  const { sequenceNumber, productionNumber, vin, model } = call;
  return [
    lin(
      undefined,
      part,
      ['JS', sequenceNumber],
      ['JN', productionNumber],
      ['VV', vin],
      ['MN', model],
      ['PO', orderReference],
    ),
    ...ref('LF', supplyArea),
    ['QTY', '01', decimal(quantity), x12Unit(unit)],
  ];
}

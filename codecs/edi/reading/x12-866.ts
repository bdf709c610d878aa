import type { Instant, SequenceCall, SequencedItem, SequenceStatement } from '@intakt/contract';
import { unitOfX12 } from '../codes.ts';
import { ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { readX12Item } from './part.ts';
import { compact, completed, pickParty, readN1Parties } from './party.ts';
import { qualified, type Reading, readQuantity, readUnit, readX12Moment } from './reading.ts';
import { numberUnder, readPurpose } from './x12-header.ts';

/** DTM01 (374) of a delivery: 002 requested, 067 scheduled, 017 estimated; 097 creation and 137 document date the message. */
const DELIVERY = ['002', '067', '017', '010'];
const WRITTEN = ['097', '137'];
/** LIN pairs (235) that name the vehicle: JS place in the production sequence, JN job, VV vehicle number, MN model, SE serial number. */
const VEHICLE: Record<string, 'sequenceNumber' | 'productionNumber' | 'vin' | 'model'> = {
  JS: 'sequenceNumber',
  JN: 'productionNumber',
  VV: 'vin',
  MN: 'model',
};

/**
 * 866: articles in the order in which vehicles are built. Neighbouring LIN of the same vehicle are one call; an article
 * takes its moment and place from the DTM loop around it, where it states none of its own.
 */
export function readProductionSequence(message: Segment, reading: Reading): SequenceStatement[] {
  const bss = child(message, 'BSS');
  const documentNumber = text(bss, 2) ?? '';
  if (bss && !documentNumber) reading.report(ELEMENT_MISSING, bss, { element: 2, expected: 'a reference (BSS02)' });
  take(bss, 4);
  const parties = readN1Parties(reading, message);
  const customer = completed(pickParty(parties, 'BY', 'MI'), reading.sender);
  const groups = children(message, 'DTM');
  const unit = child(message, 'UIT');
  const defaultUnit = unit && readUnit(reading, unit, 1, unitOfX12);
  return [
    compact({
      kind: 'sequence' as const,
      position: reading.position(bss ?? message),
      documentNumber,
      function: readPurpose(reading, bss),
      binding: 'call' as const,
      customer,
      supplier: completed(pickParty(parties, 'SU', 'SE', 'VN'), reading.receiver),
      shipTo: pickParty(parties, 'ST') ?? customer,
      shipFrom: pickParty(parties, 'SF'),
      unloadingPoint: numberUnder(message, 'DK'),
      issuedAt: readIssued(groups, reading) ?? (bss && readX12Moment(reading, bss, [3])),
      calls: groups.flatMap((dtm) => readCalls(dtm, defaultUnit ?? 'H87', reading)),
    }),
  ];
}

function readIssued(groups: Segment[], reading: Reading): Instant | undefined {
  const dtm = groups.find((segment) => WRITTEN.includes(peek(segment, 1) ?? ''));
  take(dtm, 1);
  return dtm && readMoment(dtm, reading);
}

/** DTM02/03, or the date in DTM05/06 where partners write it there (format D8). */
function readMoment(dtm: Segment, reading: Reading): Instant | undefined {
  if (peek(dtm, 2) || peek(dtm, 5) !== 'D8') return readX12Moment(reading, dtm, [2, 3, 4]);
  take(dtm, 5);
  return readX12Moment(reading, dtm, [6, 3, 4]);
}

function readCalls(dtm: Segment, unit: string, reading: Reading): SequenceCall[] {
  const isDelivery = DELIVERY.includes(peek(dtm, 1) ?? '');
  if (isDelivery) take(dtm, 1);
  const shared = compact({
    dueAt: isDelivery ? readMoment(dtm, reading) : undefined,
    supplyArea: numberUnder(dtm, 'LF'),
    unloadingPoint: numberUnder(dtm, 'DK'),
  });
  const calls: SequenceCall[] = [];
  let before: string | undefined;
  for (const lin of children(dtm, 'LIN')) {
    const vehicle = vehicleOf(lin);
    if (calls.length === 0 || before !== vehicle || vehicle === '') calls.push(readCall(lin, shared, reading));
    else readVehicle(lin, calls.at(-1)!);
    before = vehicle;
    const item = readItem(lin, unit, reading);
    if (item) calls.at(-1)!.items.push(item);
  }
  return calls;
}

function readCall(lin: Segment, shared: Partial<SequenceCall>, reading: Reading): SequenceCall {
  const call: SequenceCall = { position: reading.position(lin), action: 'call', ...shared, items: [] };
  readVehicle(lin, call);
  const dock = numberUnder(lin, 'DK');
  if (dock) call.unloadingPoint ??= dock;
  return call;
}

/** What tells one vehicle from the next: its place in the sequence, its set and its own number, else its job. */
function vehicleOf(lin: Segment): string {
  return numbersOf(lin, 'JS', 'RS', 'VV') || numbersOf(lin, 'JN');
}

function numbersOf(lin: Segment, ...kinds: string[]): string {
  let name = '';
  for (let element = 2; element < lin.size; element += 2)
    if (kinds.includes(peek(lin, element) ?? '')) name += `${peek(lin, element)} ${peek(lin, element + 1)} `;
  return name;
}

function readVehicle(lin: Segment, call: SequenceCall): void {
  for (let element = 2; element < lin.size; element += 2) {
    const field = VEHICLE[peek(lin, element) ?? ''];
    const number = peek(lin, element + 1);
    if (!field || !number || (call[field] ?? number) !== number) continue;
    call[field] = number;
    take(lin, element);
    take(lin, element + 1);
  }
}

/** A line without an article only names the vehicle, and is an error: nothing can be delivered for it. */
function readItem(lin: Segment, unit: string, reading: Reading): SequencedItem | undefined {
  const { part, order } = readX12Item(reading, lin, lin);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin) {
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number (LIN)' });
    return undefined;
  }
  const qty = qualified(lin, 'QTY', '01', '38', '3Y') ?? child(lin, 'QTY');
  take(qty, 1);
  return compact({
    part,
    quantity: (qty && readQuantity(reading, qty, 2)) ?? 1,
    unit: qty && peek(qty, 3) ? readUnit(reading, qty, 3, unitOfX12) : unit,
    supplyArea: numberUnder(lin, 'LF'),
    orderReference: order,
  });
}

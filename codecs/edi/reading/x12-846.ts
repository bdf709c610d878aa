import type { InventoryLine, InventoryStatement } from '@intakt/contract';
import { unitOfX12 } from '../codes.ts';
import { X12_INVENTORY_KINDS } from '../inventory-codes.ts';
import { ELEMENT_MISSING, QUALIFIER_UNKNOWN } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { readX12Item } from './part.ts';
import { compact, completed, pickParty, readN1Parties } from './party.ts';
import { qualified, type Reading, readNumber, readUnit, readX12Moment } from './reading.ts';
import { numberUnder, readPurpose } from './x12-header.ts';

/** DTM01: 007 effective, 179 as of, 206 status, 151 and 111 end of the report. */
const COUNTED = ['007', '179', '206', '151', '111'];

/** 846: one statement per set, one line per QTY. BIA: purpose, kind of report, reference, date, time. */
export function readInventoryAdvice(message: Segment, reading: Reading): InventoryStatement[] {
  const bia = child(message, 'BIA');
  const reportNumber = text(bia, 3) ?? '';
  if (bia && !reportNumber) reading.report(ELEMENT_MISSING, bia, { element: 3, expected: 'a reference (BIA03)' });
  take(bia, 2);
  const written = bia && readX12Moment(reading, bia, [4, 5]);
  const parties = readN1Parties(reading, message);
  const supplier = completed(pickParty(parties, 'SE', 'SU', 'VN'), reading.sender);
  const customer = pickParty(parties, 'BY') ?? pickParty(parties, 'ST') ?? reading.receiver;
  return [
    compact({
      kind: 'inventory' as const,
      position: reading.position(bia ?? message),
      reportNumber,
      function: readPurpose(reading, bia),
      countedAt: readCounted(message, reading) ?? written ?? '',
      customer,
      supplier,
      owner: pickParty(parties, 'OW'),
      site: pickParty(parties, 'WH', 'LC', 'ST') ?? reading.sender,
      lines: children(message, 'LIN').flatMap((lin) => readLines(lin, reading)),
    }),
  ];
}

function readCounted(node: Segment, reading: Reading): string | undefined {
  const dtm = qualified(node, 'DTM', ...COUNTED);
  take(dtm, 1);
  return dtm && readX12Moment(reading, dtm, [2, 3, 4]);
}

function readLines(lin: Segment, reading: Reading): InventoryLine[] {
  const { part, order } = readX12Item(reading, lin, lin);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin)
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number (LIN)' });
  const shared = compact({
    orderReference: order,
    countedAt: readCounted(lin, reading),
    batch: numberUnder(lin, 'BT', 'LT'),
    despatchNote: numberUnder(lin, 'SI', 'PK'),
    storageLocation: numberUnder(lin, 'LU', 'WS'),
  });
  const quantities = children(lin, 'QTY');
  if (quantities.length === 0) reading.report(ELEMENT_MISSING, lin, { expected: 'a quantity (QTY)' });
  const own = child(lin, 'UIT');
  const unit = own ? readUnit(reading, own, 1, unitOfX12) : 'H87';
  return quantities.flatMap((qty): InventoryLine[] => {
    const line = readQuantityLine(qty, unit, reading);
    return line ? [{ part, ...line, ...shared, ...compact({ countedAt: readCounted(qty, reading) }) }] : [];
  });
}

function readQuantityLine(
  qty: Segment,
  fallback: string,
  reading: Reading,
): Pick<InventoryLine, 'measure' | 'status' | 'quantity' | 'unit'> | undefined {
  const code = peek(qty, 1) ?? '';
  const kind = X12_INVENTORY_KINDS[code];
  if (!kind) {
    const expected = `one of ${Object.keys(X12_INVENTORY_KINDS).join(', ')}`;
    reading.report(QUALIFIER_UNKNOWN, qty, { value: code, element: 1, expected });
    return undefined;
  }
  take(qty, 1);
  const quantity = readNumber(reading, qty, 2);
  if (quantity === undefined && !peek(qty, 2))
    reading.report(ELEMENT_MISSING, qty, { element: 2, expected: 'a quantity' });
  const uit = child(qty, 'UIT');
  if (quantity === undefined) return undefined;
  const unit = uit
    ? readUnit(reading, uit, 1, unitOfX12)
    : peek(qty, 3)
      ? readUnit(reading, qty, 3, unitOfX12)
      : fallback;
  return { ...kind, quantity, unit };
}

import type {
  Instant,
  InventoryLine,
  InventoryStatement,
  PartReference,
  PartyReference,
  StockStatus,
} from '@intakt/contract';
import { unitOfEdifact } from '../codes.ts';
import {
  INTO_INVENTORY,
  INVENTORY_KINDS,
  INVENTORY_STATUSES,
  type InventoryKind,
  MOVEMENT_QUANTITY,
  MOVEMENT_REASONS,
  OUT_OF_INVENTORY,
} from '../inventory-codes.ts';
import { ELEMENT_MISSING, QUALIFIER_UNKNOWN } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { children } from '../tree.ts';
import { readDates } from './dates.ts';
import { instantUnder, readFunction, readHeading } from './heading.ts';
import { readEdifactPart } from './part.ts';
import { compact, type Parties, pickParty, readNadParties } from './party.ts';
import { qualified, type Reading, readNumber, readUnit, referenceUnder } from './reading.ts';
import { readPlace, withLine } from './schedule-article.ts';

/** 2005: 366 inventory report, 183 as at, 91 report end; the document's own date where none is stated. */
const COUNTED = ['366', '183', '91', '179', '171'];

/** INVRPT: one statement per message, one line per quantity. */
export function readInventoryReport(message: Segment, reading: Reading): InventoryStatement[] {
  const { at, number } = readHeading(message, reading, 'a report number');
  const dates = readDates(reading, children(message, 'DTM'), [...COUNTED, '137']);
  const parties = readNadParties(reading, message);
  const { customer, supplier } = readSides(parties, reading);
  return [
    compact({
      kind: 'inventory' as const,
      position: reading.position(at),
      reportNumber: number,
      function: readFunction(reading, at),
      countedAt: instantUnder(dates, reading, ...COUNTED, '137') ?? '',
      customer,
      supplier,
      owner: pickParty(parties, 'GO'),
      site: pickParty(parties, 'WH', 'GM', 'SN', 'ST', 'GY') ?? reading.sender,
      lines: children(message, 'LIN').flatMap((lin) => readLines(lin, reading)),
    }),
  ];
}

/** Who keeps the other's goods reports to him: whoever of the two is not named is the other end of the interchange. */
function readSides(
  parties: Parties,
  { sender, receiver }: Reading,
): { customer: PartyReference; supplier: PartyReference } {
  const customer = pickParty(parties, 'BY', 'MI');
  const supplier = pickParty(parties, 'SU', 'SE', 'MF');
  const other = (named: PartyReference) => (named.code === sender.code ? receiver : sender);
  if (customer) return { customer, supplier: supplier ?? other(customer) };
  return supplier ? { customer: other(supplier), supplier } : { customer: sender, supplier: receiver };
}

/** D.96A hangs INV under QTY, the later directories hang QTY under INV. */
function readLines(lin: Segment, reading: Reading): InventoryLine[] {
  take(lin, 1);
  const part = readEdifactPart(reading, lin);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin)
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number (LIN or PIA)' });
  const groups = children(lin, 'QTY', 'INV');
  if (groups.length === 0) reading.report(ELEMENT_MISSING, lin, { expected: 'a quantity (QTY)' });
  const shared = { part, ...readDetails(lin, reading) };
  return groups.flatMap((group) => {
    const [qty, inv] = ['QTY', 'INV'].map((tag) => (group.tag === tag ? group : children(group, tag)[0]));
    return qty ? readLine(qty, inv, { ...shared, ...readDetails(group, reading) }, reading) : [];
  });
}

type Details = Pick<InventoryLine, 'countedAt' | 'storageLocation' | 'batch' | 'despatchNote' | 'orderReference'>;

/** LOC 3227: 14 location of goods, 18 warehouse, 159 further internal destination. */
function readDetails(node: Segment, reading: Reading): Details {
  const order = qualified(node, 'RFF', 'ON');
  take(order, 1);
  const gin = qualified(node, 'GIN', 'BX');
  take(gin, 1);
  return compact({
    countedAt: instantUnder(readDates(reading, children(node, 'DTM'), COUNTED), reading, ...COUNTED),
    storageLocation: readPlace(node, '14', '18', '159'),
    batch: text(gin, 2, 1) ?? referenceUnder(node, 'BT'),
    despatchNote: referenceUnder(node, 'AAK', 'AAU', 'DQ'),
    orderReference: withLine(text(order, 1, 2), text(order, 1, 3)),
  });
}

function readLine(
  qty: Segment,
  inv: Segment | undefined,
  shared: Details & { part: PartReference; countedAt?: Instant },
  reading: Reading,
): InventoryLine[] {
  const kind = readKind(qty, inv, reading);
  if (!kind) return [];
  const quantity = readNumber(reading, qty, 1, 2);
  if (quantity === undefined) {
    if (!peek(qty, 1, 2)) reading.report(ELEMENT_MISSING, qty, { element: 1, component: 2, expected: 'a quantity' });
    return [];
  }
  const outwards = text(inv, 1) === OUT_OF_INVENTORY && kind.measure === 'adjusted';
  const unit = readUnit(reading, qty, 1, unitOfEdifact, 3);
  const { part, ...details } = shared;
  return [compact({ part, ...kind, quantity: outwards ? -Math.abs(quantity) : quantity, unit, ...details })];
}

function readKind(qty: Segment, inv: Segment | undefined, reading: Reading): InventoryKind | undefined {
  const code = peek(qty, 1, 1) ?? '';
  const status = readStatus(inv);
  const known = code === MOVEMENT_QUANTITY ? { measure: readMovement(inv) } : INVENTORY_KINDS[code];
  if (!known) {
    const expected = 'a quantity in stock or moved';
    reading.report(QUALIFIER_UNKNOWN, qty, { value: code, element: 1, component: 1, expected });
    return undefined;
  }
  take(qty, 1, 1);
  return status ? { ...known, status } : known;
}

function readStatus(inv: Segment | undefined): StockStatus | undefined {
  const status = INVENTORY_STATUSES[peek(inv, 2) ?? ''];
  if (status) take(inv, 2);
  return status;
}

/** A movement without a reason that says what it was is made into stock or is an adjustment. */
function readMovement(inv: Segment | undefined): InventoryKind['measure'] {
  const reason = MOVEMENT_REASONS[peek(inv, 3) ?? ''];
  if (reason) take(inv, 3);
  return reason ?? (peek(inv, 1) === INTO_INVENTORY && !peek(inv, 3) ? 'produced' : 'adjusted');
}

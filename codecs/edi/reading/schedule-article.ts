import type { IsoDay, PartyReference, ScheduleStatement } from '@intakt/contract';
import { unitOfEdifact } from '../codes.ts';
import { ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { type DueSpan, readScheduleLine } from './delfor-line.ts';
import { readSchedulePackaging } from './delfor-packaging.ts';
import { readEdifactPart } from './part.ts';
import { codeOf, compact, completed, type Parties, pickParty, readNad } from './party.ts';
import { qualified, type Reading, readUnit } from './reading.ts';
import { scheduleOf } from './schedule-statement.ts';

/** What the header says for every article. */
export interface ScheduleHeader {
  documentNumber: string;
  scheduleKind: ScheduleStatement['scheduleKind'];
  function: ScheduleStatement['function'];
  writtenOn?: IsoDay;
  horizonStart?: IsoDay;
  horizonEnd?: IsoDay;
  parties: Parties;
}

/** Where the goods go: a NAD group around the articles, or one inside an article. */
export interface Destination {
  party: PartyReference;
  unloadingPoint?: string;
  supplyArea?: string;
}

/** One LIN as one statement, or one per ship-to where NAD groups inside it hold the quantities. */
export function readArticle(
  lin: Segment,
  header: ScheduleHeader,
  { to, due }: { to: Destination; due?: DueSpan | undefined },
  reading: Reading,
): ScheduleStatement[] {
  take(lin, 1);
  take(lin, 2);
  const part = readEdifactPart(reading, lin);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin)
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number (LIN or PIA)' });
  const references = readReferences(lin, reading);
  const places = readPlaces(lin);
  const packaging = readSchedulePackaging(lin, reading);
  const statement = (at: Segment, where: Destination): ScheduleStatement => {
    const { parties, writtenOn, documentNumber } = header;
    const line = readScheduleLine(at, reading, { today: references.releasedOn ?? writtenOn, due });
    return scheduleOf({
      position: reading.position(lin),
      documentNumber,
      scheduleKind: header.scheduleKind,
      function: header.function,
      customer: completed(pickParty(parties, 'BY', 'MI'), reading.sender),
      supplier: completed(pickParty(parties, 'SE', 'SU'), reading.receiver),
      shipFrom: pickParty(parties, 'SF', 'CZ'),
      shipTo: where.party,
      part,
      unit: unitOf(at, reading),
      unloadingPoint: places.unloadingPoint ?? where.unloadingPoint,
      supplyArea: places.supplyArea ?? where.supplyArea,
      release: references.release ?? documentNumber,
      previousRelease: references.previousRelease,
      releasedOn: references.releasedOn ?? writtenOn ?? '',
      horizonStart: header.horizonStart,
      horizonEnd: header.horizonEnd,
      orderReference: references.orderReference,
      quantities: line.quantities,
      cumulative: merged(references.lastDespatch, line.cumulative),
      authorisations: line.authorisations,
      packaging,
    });
  };
  const inside = children(lin, 'NAD').filter((nad) => children(nad, 'QTY', 'SCC').length > 0);
  const own = children(lin, 'QTY', 'SCC').length > 0 || inside.length === 0 ? [statement(lin, to)] : [];
  return [...own, ...inside.map((nad) => statement(nad, destinationOf(nad, header, reading)))];
}

/** The group's ship-to, filled up from the header's NAD of the same code, which carries name and address. */
export function destinationOf(nad: Segment | undefined, { parties }: ScheduleHeader, reading: Reading): Destination {
  if (!nad) {
    const found = parties.get('ST') ?? parties.get('CN') ?? parties.get('DP');
    const party = pickParty(parties, 'ST', 'CN', 'DP', 'BY') ?? reading.sender;
    return { party, ...(found && readPlaces(found.node)) };
  }
  const own = readNad(nad);
  const same = [...parties.entries()].find(([, { node }]) => own.code !== undefined && codeOf(node) === own.code);
  return { party: { ...(same && pickParty(parties, same[0])), ...own }, ...readPlaces(nad) };
}

/**
 * LOC 3227: 11 place of discharge, 7 place of delivery (VDA 4984: unloading point); behind it 159 additional internal
 * destination or 105 place of consumption.
 */
export function readPlaces(node: Segment): Pick<Destination, 'unloadingPoint' | 'supplyArea'> {
  return compact({ unloadingPoint: readPlace(node, '11', '7'), supplyArea: readPlace(node, '159', '105') });
}

export function readPlace(node: Segment, ...qualifiers: string[]): string | undefined {
  const loc = qualified(node, 'LOC', ...qualifiers);
  take(loc, 1);
  take(loc, 2, 3);
  return text(loc, 2, 1) ?? text(loc, 2, 4);
}

function merged(
  lastDespatch: { reference?: string; day?: IsoDay } | undefined,
  cumulative: ScheduleStatement['cumulative'],
) {
  if (!lastDespatch) return cumulative;
  return { ...cumulative, lastDespatch: { ...lastDespatch, ...cumulative?.lastDespatch } };
}

/** The unit of the first quantity: a schedule has one. */
function unitOf(at: Segment, reading: Reading): string {
  const first = firstWithUnit(at);
  return first ? readUnit(reading, first, 1, unitOfEdifact, 3) : 'H87';
}

function firstWithUnit(at: Segment): Segment | undefined {
  const own = children(at, 'QTY').find((qty) => peek(qty, 1, 3));
  if (own) return own;
  for (const scc of children(at, 'SCC')) {
    const found = children(scc, 'QTY').find((qty) => peek(qty, 1, 3));
    if (found) return found;
  }
  return undefined;
}

const REFERENCE_DATES = ['171', '11'];
const REFERENCES = ['AAN', 'AIF', 'ALM', 'ON', 'AAK', 'AAU', 'DQ'];

interface References {
  release: string | undefined;
  releasedOn: IsoDay | undefined;
  previousRelease: string | undefined;
  orderReference: string | undefined;
  lastDespatch: { reference?: string; day?: IsoDay } | undefined;
}

/** RFF 1153: AAN delivery schedule, AIF and ALM previous delivery schedule, ON order, AAK/AAU/DQ last despatch. */
function readReferences(lin: Segment, reading: Reading): References {
  const found: References = {
    release: undefined,
    releasedOn: undefined,
    previousRelease: undefined,
    orderReference: undefined,
    lastDespatch: undefined,
  };
  for (let rff = child(lin, 'RFF'); rff; rff = another(rff)) {
    const kind = peek(rff, 1, 1) ?? '';
    if (!REFERENCES.includes(kind)) continue;
    take(rff, 1, 1);
    const number = text(rff, 1, 2);
    const dates = readDates(reading, children(rff, 'DTM'), REFERENCE_DATES);
    const day = (dates.get('171') ?? dates.get('11'))?.day;
    if (kind === 'AAN') {
      found.release = number ?? found.release;
      found.releasedOn = day ?? found.releasedOn;
    } else if (kind === 'AIF' || kind === 'ALM') found.previousRelease ??= number;
    else if (kind === 'ON') found.orderReference ??= withLine(number, text(rff, 1, 3));
    else found.lastDespatch ??= compact({ reference: number, day });
  }
  return found;
}

/** Order and order line as partners write them in one field: `5500043574/00010`. */
export const withLine = (number: string | undefined, line: string | undefined) =>
  number && line ? `${number}/${line}` : number;

import type { EventCommand, MessageError, PartReference, StockMovement } from '@intakt/contract';
import type { StockMove } from '@intakt/epcis';
import { canonicalPartNumber, readUnit } from '@intakt/identifiers';
import { conversionFactor, convert } from '../edi/quantities.ts';
import { findSites } from '../edi/resolve-place.ts';
import { miss, type Search } from '../edi/search.ts';
import { compact } from '../gaps.ts';
import type { InboxMessage, MessageReader, Reading } from '../inbox/message.ts';
import { shortHash } from '../master-data/identity.ts';
import type { Mentions } from '../master-data/load.ts';
import {
  findMapping,
  type HandlingUnitEntry,
  type MasterData,
  type PartEntry,
  type SiteEntry,
} from '../master-data/master-data.ts';
import { codeOf, numberOf, unitNames } from './names.ts';
import { packagesMoved, partyCodes } from './packages-moved.ts';

/** One captured event's moves, as they wait or go in. */
export interface CapturedMoves {
  eventId: string;
  moves: StockMove[];
}

/** Resolves what a captured event moved against the master data. */
export const epcisReader: MessageReader = { mentions, read, partner: () => '*' };

export const capturedOf = (message: InboxMessage): CapturedMoves[] => message.content.list as CapturedMoves[];

function read(message: InboxMessage, data: MasterData): Reading {
  const unknowns: Search['unknowns'] = new Map();
  const errors: MessageError[] = [];
  const search: Search = { data, partners: ['*'], unknowns, errors, position: { segment: 1, tag: '', offset: 0 } };
  const commands = capturedOf(message).flatMap(({ eventId, moves }) =>
    moves.flatMap((move, i) => readMove(search, { eventId, move, index: i + 1 })),
  );
  return { commands, unknowns: [...unknowns.values()], errors };
}

interface Place {
  eventId: string;
  move: StockMove;
  index: number;
}

function readMove(search: Search, place: Place): EventCommand[] {
  const { move } = place;
  const packages = packagesMoved(search, place);
  if (packages) return [packages];
  if (movesNothing(move)) return [];
  const site = resolveLocation(search, move);
  const contents = contentsOf(search, move);
  if (!site || !contents || site.owner !== search.data.own) return [];
  return contents.flatMap((content, i) => toCommands(search, { ...place, site, content, part: i + 1 }));
}

/** A count confirms and a status "available" takes nothing away; empties are no stock of parts. */
function movesNothing({ direction, status, goods, location, quantity }: StockMove): boolean {
  if (!location || quantity === undefined) return true;
  if (direction === 'status' && (status === undefined || status === 'available')) return true;
  return goods.kind === 'class' && goods.grai !== undefined && goods.epcs.length === 0;
}

/** Stock is kept at sites; a read elsewhere than at one of the reader's own says nothing about its stock. */
function resolveLocation(search: Search, { gln, location = '' }: StockMove): SiteEntry | undefined {
  const codes = gln ? [gln, location] : [location, numberOf(location)];
  const found = findSites(search, { codes, owner: search.data.own });
  const site = found.length === 1 ? search.data.sites.find((entry) => entry.id === found[0]) : undefined;
  if (site) return site;
  const code = gln ?? codeOf(location);
  return miss(search, {
    key: `site:location:${code}`,
    kind: 'site',
    role: 'location',
    required: true,
    reason: found.length > 1 ? 'ambiguous' : 'not-known',
    code,
    reference: { code, name: numberOf(location) },
    fits: found,
    relation: { customer: search.data.own },
    facts: {},
  });
}

/** So much of a part, in the part's unit, and the shipment it came with where that is known. */
interface Content {
  part: PartEntry;
  quantity: number;
  /** Handling unit or class that identifies these goods. */
  identity: string;
  unit?: HandlingUnitEntry;
}

function contentsOf(search: Search, move: StockMove): Content[] | undefined {
  if (move.goods.kind === 'handling-units' || move.goods.grai) return unitContents(search, move);
  const part = resolveClass(search, move.goods);
  const unit = readUnit(move.uom, 'rec20');
  if (!part || !unit.ok) return undefined;
  const factor = conversionFactor(search, unit.value, part);
  if (factor === undefined) return undefined;
  const identity =
    move.goods.epcs.length > 0
      ? shortHash(16, ...[...move.goods.epcs].sort())
      : `${codeOf(move.goods.epcClass)}*${move.quantity}`;
  const known = search.data.handlingUnits.find((entry) => unitNames(move).includes(entry.unit));
  return [{ part, quantity: convert(move.quantity!, factor), identity, unit: known }];
}

/** A pallet alone tells nothing about its content: the despatch advice that packed it does. */
function unitContents(search: Search, move: StockMove): Content[] | undefined {
  const names = unitNames(move);
  const isMeant = (entry: HandlingUnitEntry) => names.includes(entry.unit) || names.includes(entry.parent ?? '');
  const found = search.data.handlingUnits.filter((entry) => isMeant(entry) && entry.part && entry.quantity);
  const contents = found.flatMap((unit): Content[] => {
    const part = search.data.parts.find((entry) => entry.id === unit.part);
    return part ? [{ part, quantity: unit.quantity!, identity: unit.unit, unit }] : [];
  });
  if (contents.length > 0) return contents;
  const code = names[0] ?? '';
  return miss(search, {
    key: `part:unit:${code}`,
    kind: 'part',
    role: 'part',
    required: true,
    reason: 'not-known',
    code,
    reference: { description: `Content of handling unit ${code}` },
    fits: [],
    relation: {},
    facts: {},
  });
}

function resolveClass(search: Search, goods: Extract<StockMove['goods'], { kind: 'class' }>): PartEntry | undefined {
  const { gtin, partNumber, epcClass } = goods;
  const { data, partners } = search;
  const codes = [gtin, codeOf(epcClass), partNumber].filter((code) => code !== undefined);
  const mapped = findMapping(data, { scheme: 'part', codes, partners });
  const known = mapped && data.parts.find((part) => part.id === mapped);
  if (known) return known;
  const number = partNumber ?? (gtin ? undefined : numberOf(epcClass));
  const named = number === undefined ? [] : partsNumbered(data, number);
  if (named.length === 1) return data.parts.find((part) => part.id === named[0]);
  const reference: PartReference = gtin ? { gtin } : { buyerNumber: number };
  return miss(search, {
    key: `part:${codes[0]}`,
    kind: 'part',
    role: 'part',
    required: true,
    reason: named.length > 1 ? 'ambiguous' : 'not-known',
    code: codes[0] ?? codeOf(epcClass),
    reference,
    fits: named,
    relation: { customer: data.own },
    facts: {},
  });
}

/** The reader's own numbers only: a class of another company's is another thing under the same number. */
function partsNumbered(data: MasterData, number: string): string[] {
  const canonical = canonicalPartNumber(number);
  return [
    ...new Set(
      data.numbers
        .filter((entry) => entry.organisation === data.own && entry.number === canonical)
        .map((entry) => entry.part),
    ),
  ];
}

const CAUSES: Record<string, StockMovement['cause']> = {
  assembling: 'consumed',
  installing: 'consumed',
  commissioning: 'produced',
  creating_class_instance: 'produced',
  destroying: 'scrapped',
  decommissioning: 'scrapped',
  void_shipping: 'adjusted',
  disassembling: 'adjusted',
  removing: 'adjusted',
  dispensing: 'consumed',
};

function causeOf({ bizStep = '', direction }: StockMove): StockMovement['cause'] {
  if (direction === 'status') return 'status-changed';
  return CAUSES[bizStep] ?? (direction === 'in' ? 'received' : 'shipped');
}

type Resolved = Place & { site: SiteEntry; content: Content; part: number };

function toCommands(search: Search, resolved: Resolved): EventCommand[] {
  const { move } = resolved;
  if (move.direction === 'in')
    return [toCommand(search, resolved, { quantity: resolved.content.quantity, status: move.status ?? 'available' })];
  if (move.direction === 'out')
    return [toCommand(search, resolved, { quantity: -resolved.content.quantity, status: 'available' })];
  return [
    toCommand(search, resolved, { quantity: -resolved.content.quantity, status: 'available' }),
    toCommand(search, resolved, { quantity: resolved.content.quantity, status: move.status! }),
  ];
}

/**
 * The id names the goods, not the read: several steps report the same goods at the same place, and those
 * must be recognised. `#` and what follows tell reads of the same goods apart where they count again.
 */
function toCommand(
  search: Search,
  { eventId, move, index, site, content, part }: Resolved,
  { quantity, status }: { quantity: number; status: StockMovement['status'] },
): EventCommand<'stock-moved'> {
  const { own } = search.data;
  const despatchNote =
    move.shipment?.type === 'desadv' ? move.shipment.number.slice(0, 70) : content.unit?.despatchNote;
  const shipment = content.unit?.shipment ?? shipmentOf(search.data, despatchNote);
  const goods = [own, site.id, content.part.id, content.identity, despatchNote ?? '', move.direction, status];
  return {
    type: 'stock-moved',
    source: 'epcis',
    id: `goods/${shortHash(24, ...goods)}#${shortHash(16, eventId)}/${index}.${part}`,
    occurredAt: move.eventTime,
    causationId: `epcis:${shortHash(32, eventId)}`,
    data: compact<StockMovement>({
      owner: own,
      site: site.id,
      part: content.part.id,
      status,
      quantity,
      unit: content.part.unit,
      movedAt: move.eventTime,
      cause: causeOf(move),
      despatchNote,
      shipment,
      epcisEvent: eventId.slice(0, 200),
    }),
  };
}

function shipmentOf(data: MasterData, despatchNote: string | undefined): string | undefined {
  const fitting = data.shipments.filter((entry) => entry.despatchNote === despatchNote);
  return fitting.length === 1 ? fitting[0]!.id : undefined;
}

function mentions(message: InboxMessage): Mentions {
  const moves = capturedOf(message).flatMap((captured) => captured.moves);
  const classes = moves.flatMap(({ goods }) => (goods.kind === 'class' ? [goods] : []));
  const places = moves.flatMap(({ gln, location }) => [
    gln,
    location && codeOf(location),
    location && numberOf(location),
  ]);
  const codes = classes.flatMap(({ gtin, epcClass, partNumber }) => [gtin, codeOf(epcClass), partNumber]);
  return {
    codes: [...places, ...codes, ...moves.flatMap(partyCodes)].filter((code): code is string => !!code),
    partNumbers: classes.flatMap(({ gtin, epcClass, partNumber }) => partNumber ?? (gtin ? [] : [numberOf(epcClass)])),
    despatchNotes: moves.flatMap(({ shipment }) => (shipment?.type === 'desadv' ? [shipment.number] : [])),
    handlingUnits: moves.flatMap(unitNames),
  };
}

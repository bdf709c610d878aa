import { readGs1 } from '@intakt/identifiers';
import type { BizTransaction, ClassQuantity, EpcisEvent } from './events.ts';
import { type Goods, goodsOf, type Load } from './goods.ts';
import { BIZ_STEP_ROWS, DISPOSITION_STATUS, type StockDirection, type StockStatus } from './stock-rules.ts';

export interface StockMove {
  goods: Goods;
  /** Absent where the event names a class without saying how much of it. */
  quantity?: number;
  /** Recommendation 20 code; pieces (H87) where EPCIS leaves it out. */
  uom: string;
  /** The place as the event names it, and its GLN where it is one. */
  location?: string;
  gln?: string;
  direction: StockDirection;
  status?: StockStatus;
  bizStep?: string;
  /** Handling units that the goods are in, or that are themselves what moved: SSCCs of 18 digits … */
  ssccs: string[];
  /** … and licence plates of ISO/IEC 15459 without data identifier, `UN` and DUNS in front. */
  licencePlates: string[];
  /** Every business document, and the one that names the shipment: despatch advice, else bill of lading, else order. */
  references: BizTransaction[];
  shipment?: { type: string; id: string; number: string };
  /** Who had the goods before and who has them afterwards, where the event names them: GLN, or the id as it stands. */
  from?: string;
  to?: string;
  eventTime: string;
}

/**
 * What an event says about stock, by the table BIZ_STEP_ROWS; nothing for events that move nothing. The same goods may
 * be reported by several steps (arriving, unloading, receiving): who keeps stock counts a handling unit or serial once
 * per place and direction. An event that declares an error moves nothing: it takes back the one with its eventID.
 */
export function stockMoves(event: EpcisEvent): StockMove[] {
  if (event.errorDeclaration !== undefined || event.type === 'ExtendedEvent') return [];
  if (event.type === 'TransformationEvent') return transformationMoves(event);
  const direction = directionOf(event);
  if (direction === undefined) return [];
  return movesOf(event, loadOf(event), direction);
}

/** Inputs are used up and outputs come into being, whatever the step is called. */
function transformationMoves(event: Extract<EpcisEvent, { type: 'TransformationEvent' }>): StockMove[] {
  const used = { epcs: event.inputEpcs, quantities: event.inputQuantities };
  const made = { epcs: event.outputEpcs, quantities: event.outputQuantities };
  return [...movesOf(event, used, 'out'), ...movesOf(event, made, 'in')];
}

type MovingEvent = Exclude<EpcisEvent, { type: 'ExtendedEvent' | 'TransformationEvent' }>;

/** A step that moves nothing still tells the status of stock when its disposition does. */
function directionOf(event: MovingEvent): StockDirection | undefined {
  if (event.type === 'TransactionEvent' && event.action === 'DELETE') return undefined;
  const row = rowOf(event);
  const applies = row?.actions === undefined || row.actions.includes(event.action);
  const direction = applies ? row?.direction : undefined;
  return direction ?? (saidStatus(event) === undefined ? undefined : 'status');
}

function rowOf(event: EpcisEvent) {
  return BIZ_STEP_ROWS.find(({ bizStep }) => bizStep === event.bizStep);
}

/** Persistent dispositions outlast the event's own, and the worst one decides. */
function saidStatus(event: EpcisEvent): StockStatus | undefined {
  const { set = [], unset = [] } = event.persistentDisposition ?? {};
  const said = [...set, event.disposition ?? ''].map((disposition) => DISPOSITION_STATUS[disposition]);
  const worst = (['blocked', 'in-quality', 'available'] as const).find((status) => said.includes(status));
  return (
    worst ?? (unset.some((disposition) => DISPOSITION_STATUS[disposition] === 'blocked') ? 'available' : undefined)
  );
}

function loadOf(event: MovingEvent): { epcs: string[]; quantities: ClassQuantity[]; parentID?: string } {
  const { parentID } = event.type === 'ObjectEvent' ? { parentID: undefined } : event;
  if (event.type === 'ObjectEvent' || event.type === 'TransactionEvent') {
    return { epcs: event.epcs, quantities: event.quantities, parentID };
  }
  return { epcs: event.childEpcs, quantities: event.childQuantities, parentID };
}

function movesOf(
  event: EpcisEvent,
  load: { epcs: string[]; quantities: ClassQuantity[]; parentID?: string },
  direction: StockDirection,
): StockMove[] {
  const { ssccs, licencePlates, loads } = goodsOf(load);
  const status = saidStatus(event) ?? (direction === 'status' ? rowOf(event)?.status : undefined);
  const location = locationOf(event, direction);
  const shared = {
    direction,
    ssccs,
    licencePlates,
    references: event.bizTransactions,
    eventTime: event.eventTime,
    ...(status === undefined || direction === 'out' ? {} : { status }),
    ...(location === undefined ? {} : { location, ...glnOf(location) }),
    ...(event.bizStep === undefined ? {} : { bizStep: event.bizStep }),
    ...shipmentOf(event.bizTransactions),
    ...partiesOf(event),
  };
  return loads.map(({ goods, quantity, uom }: Load) => ({
    goods,
    ...(quantity === undefined ? {} : { quantity }),
    uom,
    ...shared,
  }));
}

/** Goods go out from where they were read; they come in, and lie, where the event says they are afterwards. */
function locationOf(event: EpcisEvent, direction: StockDirection): string | undefined {
  const placeOf = (parties: EpcisEvent['sources']) => parties.find(({ type }) => type === 'location')?.id;
  if (direction === 'out') return event.readPoint ?? placeOf(event.sources) ?? event.bizLocation;
  const destination = direction === 'in' ? placeOf(event.destinations) : undefined;
  return event.bizLocation ?? destination ?? event.readPoint;
}

/** CBV 2.0, section 7.4: whoever owns the goods goes before whoever holds them. */
function partiesOf({ sources, destinations }: EpcisEvent): Pick<StockMove, 'from' | 'to'> {
  const [from, to] = [partyIn(sources), partyIn(destinations)];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function partyIn(parties: EpcisEvent['sources']): string | undefined {
  const id = ['owning_party', 'possessing_party'].flatMap((type) => parties.filter((one) => one.type === type))[0]?.id;
  if (id === undefined) return undefined;
  const read = readGs1(id);
  return read.ok && read.value.scheme === 'pgln' ? read.value.value : id;
}

function glnOf(location: string): { gln?: string } {
  const read = readGs1(location, 'sgln');
  return read.ok && read.value.scheme === 'sgln' ? { gln: read.value.value } : {};
}

/** In the order in which a document tells shipments apart. */
const SHIPMENT_TYPES = ['desadv', 'bol', 'po'];

function shipmentOf(references: readonly BizTransaction[]): Pick<StockMove, 'shipment'> {
  for (const type of SHIPMENT_TYPES) {
    const found = references.find((reference) => reference.type === type);
    if (found) return { shipment: { type, id: found.id, number: documentNumber(found.id) } };
  }
  return {};
}

/** CBV 2.0, section 8.5: `urn:epcglobal:cbv:bt:` GLN `:` number; of any other URI the last part. */
function documentNumber(id: string): string {
  const [, number] = /^urn:epcglobal:cbv:bt:[^:]+:(.+)$/.exec(id) ?? [];
  const lastPart = id.split(/[/:]/).findLast((part) => part !== '');
  return number ?? lastPart ?? id;
}

import type { EventData, EventType, Id, RecordedEvent, TourStop, TransportOrderStatement } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { toWall } from '@intakt/edi';
import { NOWHERE } from '../edi/to-messages.ts';
import { shortHash } from '../master-data/identity.ts';
import type { References } from './references.ts';
import type { Saying } from './saying.ts';

export const TOUR_TYPES = ['tour-stop-published', 'tour-stop-withdrawn'];

/** What a stop of a tour does not say and a transport order needs: what was said of it before, and where its orders go. */
export interface TourNotes {
  /** All that was said of the stops of these tours, in the order in which it was said. */
  editions: RecordedEvent[];
  ways: OrderWay[];
}
type OrderKind = EventData<'transport-ordered'>['kind'];
interface OrderWay {
  customer: Id;
  order: Id;
  supplier: Id;
  kind: OrderKind;
  from: Id;
  to: Id;
}

/** One order that a carrier is asked to move, moves otherwise than it was asked before, or moves no more. */
export interface AskedOrder {
  function: 'original' | 'replace' | 'cancel';
  stop: TourStop;
  load: TourStop['loads'][number];
  way: OrderWay;
}

export async function loadTourNotes(tx: Transaction, events: readonly RecordedEvent[]): Promise<TourNotes> {
  const tours = events.filter(({ type }) => TOUR_TYPES.includes(type)).map(({ data }) => (data as TourStop).tour);
  if (tours.length === 0) return { editions: [], ways: [] };
  const rows = await tx.query<{ body: string }>(
    `select body from ledger_event where type in ('tour-stop-published', 'tour-stop-withdrawn') and body::jsonb #>> '{data,tour}' = any($1)
     order by sequence`,
    [[...new Set(tours)]],
  );
  const editions = rows.map(({ body }) => JSON.parse(body) as RecordedEvent);
  const orders = editions.flatMap((event) => loadsOf(event).map(({ order }) => order));
  const ways = await tx.query<OrderWay>(
    `select owner as customer, id as "order", supplier, kind, site_from as "from", site_to as "to" from transport_order where id = any($1)`,
    [[...new Set(orders)]],
  );
  return { editions, ways };
}

type Said<T extends EventType> = RecordedEvent<T>;
const stopIn = (event: RecordedEvent): TourStop => (event as unknown as Said<'tour-stop-published'>).data;
const loadsOf = (event: RecordedEvent): TourStop['loads'] =>
  event.type === 'tour-stop-published' ? stopIn(event).loads : [];

/**
 * A published stop as orders to its carrier, one for each that is loaded there. What was asked before and is so no more is cancelled with
 * whom it was asked of: the truck would come for it.
 */
export function transportOrders(event: RecordedEvent, notes: TourNotes): Saying[] {
  if (!TOUR_TYPES.includes(event.type)) return [];
  const before = editionBefore(event, notes);
  const { carrier } = stopIn(event);
  const now = carrier ? loadsOf(event) : [];
  const isSame = before?.carrier === carrier;
  const asked = (order: Id): boolean => isSame && before!.loads.some((load) => load.order === order);
  const gone = before ? before.loads.filter(({ order }) => !isSame || !now.some((load) => load.order === order)) : [];
  return [
    ...gone.flatMap((load) => sayOrder(event, notes, { function: 'cancel', stop: before!, load })),
    ...now.flatMap((load) =>
      sayOrder(event, notes, { function: asked(load.order) ? 'replace' : 'original', stop: stopIn(event), load }),
    ),
  ];
}

function editionBefore(event: RecordedEvent, { editions }: TourNotes): TourStop | undefined {
  const { customer, tour, stop } = stopIn(event);
  const last = editions.findLast(({ sequence, data }) => {
    const said = data as TourStop;
    return sequence < event.sequence && said.customer === customer && said.tour === tour && said.stop === stop;
  });
  return last?.type === 'tour-stop-published' && stopIn(last).carrier ? stopIn(last) : undefined;
}

function sayOrder(event: RecordedEvent, { ways }: TourNotes, asked: Omit<AskedOrder, 'way'>): Saying[] {
  const { customer, carrier } = asked.stop;
  const way = ways.find((one) => one.customer === customer && one.order === asked.load.order);
  if (!way || !carrier) return [];
  return [
    {
      ...{ event, spoken: 'transport-order', as: 'transport-order', owner: customer, partner: carrier },
      asked: { ...asked, way },
      mentions: { organisations: [customer, way.supplier, carrier], sites: [way.from, way.to], parts: [] },
    },
  ];
}

/** BGM 1004 and RFF 1154. */
const MOST_NUMBER = 35;
const MOST_REFERENCE = 70;

/** So much of an order's name stands in its number at the least. */
export const SHORTEST_NAME = MOST_NUMBER - 13;

/** The number of an order on paper: the same for the same order, also where its name is too long for a message. */
export const orderNumber = (order: Id): string =>
  order.length <= MOST_NUMBER ? order : `${order.slice(0, SHORTEST_NAME)}-${shortHash(12, order)}`;

export function toTransportOrder({ event, asked }: Saying, names: References): TransportOrderStatement {
  const { function: kind, stop, load, way } = asked!;
  const { goods, packages } = load;
  const goesOut = way.kind === 'empties';
  const at = (instant: string, site: Id): string => toWall(instant, names.timeZone(site));
  return {
    kind: 'transport-order',
    position: NOWHERE,
    orderNumber: orderNumber(load.order),
    function: kind,
    orderedAt: at(event.occurredAt, way.from),
    orderer: names.organisation(stop.customer),
    carrier: names.organisation(stop.carrier!),
    consignor: names.organisation(goesOut ? stop.customer : way.supplier),
    consignee: names.organisation(goesOut ? way.supplier : stop.customer),
    shipFrom: names.site(way.from),
    shipTo: names.site(way.to),
    collectAt: at(stop.plannedArrival, way.from),
    collectUntil: at(stop.plannedDeparture, way.from),
    ...(stop.deliveredAt && { deliverAt: at(stop.deliveredAt, way.to) }),
    mode: 'road',
    transportReference: stop.tour.slice(0, MOST_REFERENCE),
    despatchNotes: [],
    grossMassKg: goods.massKg,
    volumeCubicMeters: goods.volumeCubicMeters,
    loadingMeters: goods.loadingMeters,
    ...(packages !== undefined && { packages }),
    goods: [
      {
        line: 1,
        ...(packages !== undefined && { packages }),
        grossMassKg: goods.massKg,
        volumeCubicMeters: goods.volumeCubicMeters,
        units: [],
      },
    ],
  };
}

import type {
  Id,
  InventoryStatement,
  Milestone,
  RecordedEvent,
  StockCount,
  TransportHappening,
  TransportMilestone,
  TransportStatus,
  TransportStatusStatement,
} from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { toWall } from '@intakt/edi';
import { NOWHERE } from '../edi/to-messages.ts';
import type { References } from './references.ts';
import type { Saying } from './saying.ts';
import { loadTourNotes, TOUR_TYPES, type TourNotes, transportOrders } from './to-transport-orders.ts';

/** What an event does not say and its message needs: who trades a part with whom, and the papers of a consignment. */
export interface Trades {
  lanes: { customer: Id; supplier: Id; part: Id }[];
  consignments: { shipment: Id; transportReference: string | null; despatchNote: string | null }[];
  tours: TourNotes;
}

export const REPORTED_TYPES = ['stock-counted', 'transport-milestone-reported', ...TOUR_TYPES];

export async function loadTrades(tx: Transaction, events: RecordedEvent[]): Promise<Trades> {
  const { parts, shipments } = mentionedIn(events);
  return {
    lanes: await tx.query(
      `select distinct owner as customer, supplier, part from lane where part = any($1) and ends_on is null
       order by owner, supplier, part limit 20000`,
      [parts],
    ),
    consignments: await tx.query(
      `select shipment, transport_reference as "transportReference", despatch_note as "despatchNote"
       from consignment where shipment = any($1)`,
      [shipments],
    ),
    tours: await loadTourNotes(tx, events),
  };
}

function mentionedIn(events: RecordedEvent[]): { parts: Id[]; shipments: Id[] } {
  const counted = events.filter(({ type }) => type === 'stock-counted').map(({ data }) => (data as StockCount).part);
  const moved = events.filter(({ type }) => type === 'transport-milestone-reported');
  const shipments = moved.map(({ data }) => (data as TransportMilestone).shipment);
  return { parts: [...new Set(counted)], shipments: [...new Set(shipments)] };
}

/** Stock is told to whom the part is traded with, a carrier's milestones to the two whose goods it moves, and a tour's stops to its carrier. */
export function reportsOf(event: RecordedEvent, trades: Trades): Saying[] {
  if (event.type === 'stock-counted') return stockReports(event, trades);
  return event.type === 'transport-milestone-reported'
    ? statusReports(event, trades)
    : transportOrders(event, trades.tours);
}

function stockReports(event: RecordedEvent, { lanes }: Trades): Saying[] {
  const { owner, site, part } = event.data as StockCount;
  const traded = lanes.filter((lane) => lane.part === part && (lane.customer === owner || lane.supplier === owner));
  return traded.map(({ customer, supplier }) => ({
    event,
    spoken: 'inventory',
    as: 'inventory',
    owner,
    partner: customer === owner ? supplier : customer,
    trade: { customer, supplier },
    mentions: { organisations: [customer, supplier], sites: [site], parts: [part] },
  }));
}

/** What happened or is expected; what was planned beforehand is in the order. */
function statusReports(event: RecordedEvent, { consignments }: Trades): Saying[] {
  const { shipment, supplier, customer, carrier, by, milestone, certainty, place } = event.data as TransportMilestone;
  if (by !== carrier || certainty === 'planned' || !MILESTONE_STATUSES[milestone]) return [];
  const papers = consignments.find((one) => one.shipment === shipment);
  return [supplier, customer].map((partner) => ({
    event,
    spoken: 'status',
    as: 'status',
    owner: carrier,
    partner,
    ...(papers ? { papers } : {}),
    mentions: { organisations: [supplier, customer, carrier], sites: place?.site ? [place.site] : [], parts: [] },
  }));
}

/** Milestones that the lists of transport statuses know. */
const MILESTONE_STATUSES: Partial<Record<Milestone, TransportStatus>> = {
  'picked-up': 'collected',
  loaded: 'loaded',
  departed: 'departed',
  arrived: 'arrived',
  discharged: 'unloaded',
  'dropped-off': 'delivered',
  held: 'held',
  problem: 'delayed',
};

/** Counts of one breath at one site are the lines of one report. */
export function toInventories(sayings: Saying[], names: References): InventoryStatement[] {
  const groups = Map.groupBy(sayings, ({ event, trade }) =>
    JSON.stringify([(event.data as StockCount).site, trade?.customer, trade?.supplier]),
  );
  return [...groups.values()].map((group) => toInventory(group as [Saying, ...Saying[]], names));
}

function toInventory(sayings: [Saying, ...Saying[]], names: References): InventoryStatement {
  const [{ event, owner, trade }] = sayings;
  const { customer, supplier } = trade!;
  const { site } = event.data as StockCount;
  const wall = (at: string) => toWall(at, names.timeZone(site));
  const lines = sayings.map(({ event: { data } }) => {
    const { part, quantity, unit, status, countedAt } = data as StockCount;
    const own = { part: names.part(part, { customer, supplier }), quantity, unit, status, countedAt: wall(countedAt) };
    return { ...own, measure: 'on-hand' as const };
  });
  return {
    kind: 'inventory',
    position: NOWHERE,
    reportNumber: String(event.sequence),
    function: event.corrects ? 'replace' : 'original',
    countedAt: lines.map(({ countedAt }) => countedAt).reduce((late, at) => (at > late ? at : late)),
    customer: names.organisation(customer),
    supplier: names.organisation(supplier),
    owner: names.organisation(owner),
    site: names.site(site),
    lines,
  };
}

export function toStatus({ event, papers }: Saying, names: References): TransportStatusStatement {
  const { shipment, supplier, customer, carrier, equipment, reference } = event.data as TransportMilestone;
  const happening = toHappening(event, names);
  return {
    kind: 'transport-status',
    position: NOWHERE,
    reportNumber: String(event.sequence),
    function: event.corrects ? 'replace' : 'original',
    ...(happening.at ? { reportedAt: happening.at } : {}),
    consignment: (reference ?? papers?.transportReference ?? shipment).slice(0, MOST_REFERENCE),
    ...(papers?.transportReference ? { transportReference: papers.transportReference } : {}),
    despatchNotes: papers?.despatchNote ? [papers.despatchNote] : [],
    carrier: names.organisation(carrier),
    consignor: names.organisation(supplier),
    consignee: names.organisation(customer),
    ...(equipment ? { vehicle: equipment } : {}),
    happenings: [happening],
  };
}

/** B1002 and CNI 1490 of the shorter of the two. */
const MOST_REFERENCE = 30;

/** The code is left to the writer, which knows that of its own list. */
function toHappening({ data }: RecordedEvent, names: References): TransportHappening {
  const { milestone, certainty, at, place, reason } = data as TransportMilestone;
  const wall = toWall(at, names.timeZone(place?.site));
  const { unLocode, name } = place ?? {};
  const named = { ...(unLocode ? { code: unLocode, agency: '6' } : {}), ...(name ? { name } : {}) };
  const isExpected = certainty === 'estimated';
  return {
    position: NOWHERE,
    status: isExpected ? 'in-transit' : MILESTONE_STATUSES[milestone]!,
    code: '',
    ...(isExpected ? { expectedAt: wall } : { at: wall }),
    ...(reason ? { text: reason } : {}),
    ...(Object.keys(named).length > 0 ? { place: named } : {}),
    units: [],
  };
}

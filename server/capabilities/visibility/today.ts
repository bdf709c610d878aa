import type { IsoDay, Light } from '@intakt/contract';
import type { FlowNode } from './flow.ts';
import type { InboxCount, ShipmentRow } from './store.ts';

/** Something that needs a person, with what it hits and when. `values` fill the screen's sentence in its language. */
export interface TodayItem {
  id: string;
  kind:
    | 'runout'
    | 'overdue'
    | 'mapping'
    | 'rejected'
    | 'conflict'
    | 'unconfirmed'
    | 'difference'
    | 'agreement'
    | 'foreign-runout';
  light: Light;
  /** When it hits; ranks the list. Absent: no hour can be named. */
  impactAt?: string;
  site?: string;
  part?: string;
  partner?: string;
  values: Record<string, string | number | null>;
  link: string;
}

export interface TodayFacts {
  today: IsoDay;
  now: string;
  nodes: FlowNode[];
  foreign: {
    owner: string;
    site: string;
    part: string;
    light: Light;
    stopShift?: string | null;
    runsOutIfDelivered?: string | null;
  }[];
  shipments: ShipmentRow[];
  inbox: InboxCount[];
  agreements: { id: string; owner: string; title: string; proposedAt: string }[];
  differences: {
    id: string;
    supplier: string;
    customer: string;
    site: string;
    shipment: string;
    despatchNote: string;
    receivedAt: string;
    differences: { part: string; expected: number; received: number; difference: number }[];
  }[];
}

/** What needs this organisation, the nearest impact first. Pure. */
export function rankToday(facts: TodayFacts): TodayItem[] {
  const items = [
    ...facts.nodes.filter((node) => node.projection.light !== 'green').map(runoutItem),
    ...facts.foreign.filter((node) => node.light !== 'green').map(foreignItem),
    ...facts.shipments
      .filter((s) => s.state !== 'received' && s.expectedAt < facts.now)
      .map((s) => overdueItem(s, facts.nodes)),
    ...facts.shipments.filter((s) => !s.confirmed && s.state !== 'received').map(unconfirmedItem),
    ...facts.inbox.map(inboxItem),
    ...facts.agreements.map(agreementItem),
    ...facts.differences.map(differenceItem),
  ];
  return items.sort(
    (a, b) => rank(a) - rank(b) || LIGHT_RANK[a.light] - LIGHT_RANK[b.light] || a.id.localeCompare(b.id),
  );
}

const LIGHT_RANK: Record<Light, number> = { red: 0, amber: 1, green: 2 };
const rank = (item: TodayItem): number => (item.impactAt ? Date.parse(item.impactAt) : Number.MAX_SAFE_INTEGER);

function runoutItem({ owner, site, part, onHand, inTransit, unit, projection }: FlowNode): TodayItem {
  const stops = projection.runsOutIfDelivered ?? projection.runsOutOn;
  return {
    id: `runout:${owner}:${site}:${part}`,
    kind: 'runout',
    light: projection.light,
    impactAt: stops && `${stops}T00:00:00.000Z`,
    site,
    part,
    values: {
      onHand,
      inTransit,
      unit,
      runsOutOn: projection.runsOutOn ?? null,
      runsOutIfDelivered: projection.runsOutIfDelivered ?? null,
      shortQuantity: projection.shortQuantity,
      daysOfSupply: projection.daysOfSupply,
    },
    link: `/grid?part=${part}&site=${site}`,
  };
}

const foreignItem = ({
  owner,
  site,
  part,
  light,
  stopShift,
  runsOutIfDelivered,
}: TodayFacts['foreign'][number]): TodayItem => ({
  id: `foreign:${owner}:${site}:${part}`,
  kind: 'foreign-runout',
  light,
  impactAt: stopShift ?? (runsOutIfDelivered ? `${runsOutIfDelivered}T00:00:00.000Z` : undefined),
  site,
  part,
  partner: owner,
  values: { stopShift: stopShift ?? null, runsOutIfDelivered: runsOutIfDelivered ?? null },
  link: `/partners?partner=${owner}`,
});

/** Late goods hit when the stock they were meant for runs out. */
function overdueItem(shipment: ShipmentRow, nodes: FlowNode[]): TodayItem {
  const parts = new Set(shipment.lines?.filter((line) => line.open).map((line) => line.part));
  const hit = nodes.filter(
    (node) => node.site === shipment.to && parts.has(node.part) && node.projection.light !== 'green',
  );
  const impact = hit
    .map((node) => node.projection.runsOutOn)
    .filter((day): day is string => Boolean(day))
    .sort()[0];
  return {
    id: `overdue:${shipment.supplier}:${shipment.id}`,
    kind: 'overdue',
    light: hit.some((node) => node.projection.light === 'red') ? 'red' : 'amber',
    impactAt: impact ? `${impact}T00:00:00.000Z` : undefined,
    site: shipment.to,
    part: [...parts][0],
    partner: shipment.supplier,
    values: { despatchNote: shipment.despatchNote, expectedAt: shipment.expectedAt, parts: parts.size },
    link: `/shipments/${shipment.id}`,
  };
}

const unconfirmedItem = (shipment: ShipmentRow): TodayItem => ({
  id: `unconfirmed:${shipment.supplier}:${shipment.id}`,
  kind: 'unconfirmed',
  light: 'amber',
  site: shipment.to,
  partner: shipment.supplier,
  values: { despatchNote: shipment.despatchNote, recordedBy: shipment.recordedBy },
  link: `/shipments/${shipment.id}`,
});

const INBOX_KIND: Record<string, TodayItem['kind']> = {
  waiting: 'mapping',
  rejected: 'rejected',
  conflict: 'conflict',
};
const inboxItem = ({ id, state, type, reference, receivedAt }: InboxCount): TodayItem => ({
  id: `inbox:${id}`,
  kind: INBOX_KIND[state] ?? 'rejected',
  light: 'amber',
  values: { type, reference, receivedAt },
  link: `/inbox/${id}`,
});

const agreementItem = ({ id, owner, title, proposedAt }: TodayFacts['agreements'][number]): TodayItem => ({
  id: `agreement:${id}`,
  kind: 'agreement',
  light: 'green',
  partner: owner,
  values: { title, proposedAt },
  link: `/partners?agreement=${id}`,
});

const differenceItem = (receipt: TodayFacts['differences'][number]): TodayItem => ({
  id: `difference:${receipt.id}`,
  kind: 'difference',
  light: 'amber',
  site: receipt.site,
  part: receipt.differences[0]?.part,
  partner: receipt.supplier,
  values: {
    despatchNote: receipt.despatchNote,
    difference: receipt.differences[0]?.difference ?? 0,
    parts: receipt.differences.length,
    receivedAt: receipt.receivedAt,
  },
  link: `/shipments/${receipt.shipment}`,
});

import type { Id, Instant, IsoDay, Light, StockStatus, TransportMode } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, askList, tell } from '../../api.ts';

export const TODAY_KINDS = [
  'runout',
  'foreign-runout',
  'overdue',
  'mapping',
  'rejected',
  'conflict',
  'unconfirmed',
  'difference',
  'agreement',
] as const;
export type TodayKind = (typeof TODAY_KINDS)[number];
export interface TodayItem {
  id: string;
  kind: TodayKind;
  light: Light;
  impactAt?: Instant | null;
  site?: Id | null;
  part?: Id | null;
  partner?: Id | null;
  /** Values that the sentence of this kind names: quantities, references, counts. */
  values: Record<string, string | number | null>;
  /** Address within this application at which to act. */
  link: string;
}
export interface TodayAnswer {
  today: IsoDay;
  items: TodayItem[];
}
export interface ProjectionNode {
  owner: Id;
  site: Id;
  part: Id;
  unit: string;
  onHand: number;
  inTransit: number;
  runsOutOn?: IsoDay | null;
  runsOutIfDelivered?: IsoDay | null;
  daysOfSupply: number;
  light: Light;
  demand: number[];
  receipts: number[];
  planned: number[];
  projected: number[];
  projectedIfDelivered: number[];
}
export interface ForeignNode {
  owner: Id;
  site: Id;
  part: Id;
  light: Light;
  stopShift?: Instant | null;
  onHand?: number;
  runsOutOn?: IsoDay | null;
  daysOfSupply?: number;
}
export interface Projection {
  days: IsoDay[];
  nodes: ProjectionNode[];
  foreign: ForeignNode[];
}
export interface Contribution {
  kind: 'stock' | 'shipment' | 'schedule' | 'requirement' | 'production' | 'call-off';
  day?: IsoDay | null;
  /** Last day, where the quantity is spread over several. */
  to?: IsoDay | null;
  quantity: number;
  eventId: string;
  reference?: string | null;
  confirmed: boolean;
}
export interface StockRow {
  owner: Id;
  site: Id;
  part: Id;
  status: StockStatus;
  quantity: number;
  unit: string;
  countedAt?: Instant | null;
  movedAt: Instant;
  eventId?: string;
}
export interface Shipment {
  id: Id;
  supplier: Id;
  customer: Id;
  from: Id;
  to: Id;
  despatchNote: string;
  despatchedAt: Instant;
  expectedAt: Instant;
  receivedAt?: Instant | null;
  carrier?: Id | null;
  transportReference?: string | null;
  vehicle?: string | null;
  mode?: TransportMode | null;
  grossMassKg?: number | null;
  unitCount: number;
  unloadingPoint?: string | null;
  state: string;
  confirmed: boolean;
  eventId: string;
  recordedBy: Id;
  lines?: { part: Id; quantity: number; received: number; open: boolean }[] | null;
}
export interface ShipmentLine {
  line: number;
  part: Id;
  quantity: number;
  unit: string;
  received: number;
  cumulative?: number | null;
  orderReference?: string | null;
  batch?: string | null;
}
export interface HandlingUnit {
  unit: string;
  parent?: string | null;
  packaging?: string | null;
  line?: number | null;
  part?: Id | null;
  quantity?: number | null;
}
export interface Receipt {
  id: Id;
  supplier: Id;
  site: Id;
  shipment?: Id | null;
  despatchNote?: string | null;
  receivedAt: Instant;
  confirmed: boolean;
  eventId: string;
  differences: { part: Id; expected: number; received: number; difference: number }[];
}
export interface ConsignmentDetail {
  carrier: Id;
  packages?: number | null;
  grossMassKg?: number | null;
  vehicle?: string | null;
  mode?: TransportMode | null;
  collectAt: Instant;
  expectedAt: Instant;
  longitude?: number | null;
  latitude?: number | null;
  positionAt?: Instant | null;
  state: string;
}
export interface ShipmentDetail {
  shipment: Shipment;
  lines: ShipmentLine[];
  units: HandlingUnit[];
  consignment?: ConsignmentDetail | null;
  receipts: Receipt[];
}
export interface MapSite {
  id: Id;
  owner: Id;
  name: string;
  kind: string;
  longitude: number;
  latitude: number;
  light?: Light | null;
}
/** Two supplied relations over the same sites are one lane each. */
export interface MapLane {
  from: Id;
  to: Id;
  parts: number;
  mode: TransportMode;
  light?: Light | null;
}
export interface MapConsignment {
  shipment: Id;
  longitude?: number | null;
  latitude?: number | null;
  positionAt?: Instant | null;
  expectedAt: Instant;
  from: Id;
  to: Id;
  carrier?: Id | null;
  vehicle?: string | null;
  state: string;
}
export interface MapAnswer {
  sites: MapSite[];
  lanes: MapLane[];
  consignments: MapConsignment[];
}

export const PROJECTION_DAYS = 56;
export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: () => ask<TodayAnswer>('/api/today') });
export const projectionQuery = queryOptions({
  queryKey: ['projection'],
  queryFn: () => ask<Projection>('/api/projection', { days: PROJECTION_DAYS }),
});
export const nodeQuery = (site: Id, part: Id) =>
  queryOptions({
    queryKey: ['projection', site, part],
    queryFn: () =>
      ask<{ contributions: Contribution[] }>(
        `/api/projection/${encodeURIComponent(site)}/${encodeURIComponent(part)}`,
        { days: PROJECTION_DAYS },
      ),
  });
export const stockQuery = queryOptions({
  queryKey: ['stock'],
  queryFn: () => askList<StockRow>('/api/stock', { limit: 5000 }),
});
export const shipmentsQuery = (state?: string) =>
  queryOptions({
    queryKey: ['shipments', { state }],
    queryFn: () => askList<Shipment>('/api/shipments', { state, limit: 1000 }),
  });
export const shipmentQuery = (id: Id) =>
  queryOptions({
    queryKey: ['shipments', 'one', id],
    queryFn: () => ask<ShipmentDetail>(`/api/shipments/${encodeURIComponent(id)}`),
  });
export const mapQuery = queryOptions({ queryKey: ['map'], queryFn: () => ask<MapAnswer>('/api/map') });

export const receiveGoods = (receipt: object): Promise<unknown> => tell('POST', '/api/receipts', receipt);
export const countStock = (count: object): Promise<unknown> => tell('POST', '/api/stock-counts', count);

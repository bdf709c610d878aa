import type { Id, Instant, IsoDay, Light, StockStatus, TransportMode } from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf, type Narrowed } from '../../api.ts';

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
type Day = AnswerOf<'/api/today', 'get'>;
/** `values` are those that the sentence of the kind names; `link` is where within this application one acts. */
export type TodayItem = Narrowed<Day['items'][number], { kind: TodayKind }>;
export type TodayAnswer = Narrowed<Day, { items: TodayItem[] }>;

/** What a partner discloses of its stock: a light and the shift in which it stops, or the exact figures. */
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
export type Projection = Narrowed<AnswerOf<'/api/projection', 'get'>, { foreign: ForeignNode[] }>;
export type ProjectionNode = Projection['nodes'][number];
type NodeAnswer = AnswerOf<'/api/projection/{site}/{part}', 'get'>;
/** `to` is the last day, where the quantity is spread over several. */
export type Contribution = Narrowed<
  NodeAnswer['contributions'][number],
  { kind: 'stock' | 'shipment' | 'schedule' | 'requirement' | 'production' | 'call-off' | 'transfer' }
>;

export type StockRow = Narrowed<AnswerOf<'/api/stock', 'get'>['stock'][number], { status: StockStatus }>;
export type Shipment = Narrowed<AnswerOf<'/api/shipments', 'get'>['shipments'][number], { mode: TransportMode | null }>;
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
type ShipmentAnswer = AnswerOf<'/api/shipments/{id}', 'get'>;
export type Receipt = Narrowed<
  ShipmentAnswer['receipts'][number],
  { differences: { part: Id; expected: number; received: number; difference: number }[] }
>;
export type ShipmentDetail = Narrowed<
  ShipmentAnswer,
  { shipment: Shipment; lines: ShipmentLine[]; units: HandlingUnit[]; receipts: Receipt[] }
>;

/** Two supplied relations over the same sites are one lane each. */
export type MapAnswer = Narrowed<
  AnswerOf<'/api/map', 'get'>,
  { lanes: Narrowed<AnswerOf<'/api/map', 'get'>['lanes'][number], { mode: TransportMode }>[] }
>;
export type MapSite = MapAnswer['sites'][number];
export type MapLane = MapAnswer['lanes'][number];
export type MapConsignment = MapAnswer['consignments'][number];

export const PROJECTION_DAYS = 56;
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: async () => (await answered(api.GET('/api/today'))) as TodayAnswer,
});
export const projectionQuery = queryOptions({
  queryKey: ['projection'],
  queryFn: async () =>
    (await answered(
      api.GET('/api/projection', { params: { query: { days: PROJECTION_DAYS } } }),
    )) as unknown as Projection,
});
export const nodeQuery = (site: Id, part: Id) =>
  queryOptions({
    queryKey: ['projection', site, part],
    queryFn: async () => {
      const params = { path: { site, part }, query: { days: PROJECTION_DAYS } };
      return (await answered(api.GET('/api/projection/{site}/{part}', { params }))) as Narrowed<
        NodeAnswer,
        { contributions: Contribution[] }
      >;
    },
  });
export const stockQuery = queryOptions({
  queryKey: ['stock'],
  queryFn: async () =>
    (await answered(api.GET('/api/stock', { params: { query: { limit: 20_000 } } }))).stock as StockRow[],
});
export const shipmentsQuery = (state?: string) =>
  queryOptions({
    queryKey: ['shipments', { state }],
    queryFn: async () =>
      (await answered(api.GET('/api/shipments', { params: { query: { state, limit: 1000 } } })))
        .shipments as Shipment[],
  });
export const shipmentQuery = (id: Id) =>
  queryOptions({
    queryKey: ['shipments', 'one', id],
    queryFn: async () =>
      (await answered(api.GET('/api/shipments/{id}', { params: { path: { id } } }))) as unknown as ShipmentDetail,
  });
export type Telemetry = AnswerOf<'/api/shipments/{id}/telemetry', 'get'>;
export const telemetryQuery = (id: Id) =>
  queryOptions({
    queryKey: ['shipments', 'telemetry', id],
    queryFn: () => answered(api.GET('/api/shipments/{id}/telemetry', { params: { path: { id } } })),
  });
export type ExceptionsAnswer = AnswerOf<'/api/exceptions', 'get'>;
export type OpenException = ExceptionsAnswer['exceptions'][number];
/** Our own, and what partners tell and let see of theirs. */
export const allExceptionsQuery = queryOptions({
  queryKey: ['exceptions'],
  queryFn: () => answered(api.GET('/api/exceptions')),
});
export const exceptionsQuery = queryOptions({ ...allExceptionsQuery, select: ({ exceptions }) => exceptions });
export const chooseOption = (id: Id, choice: BodyOf<'/api/exceptions/{id}/choose', 'post'>): Promise<unknown> =>
  api.POST('/api/exceptions/{id}/choose', { params: { path: { id } }, body: choice });
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: async () => (await answered(api.GET('/api/map'))) as MapAnswer,
});

export type ReceiptTerms = BodyOf<'/api/receipts', 'post'>;
export const receiveGoods = (body: ReceiptTerms): Promise<unknown> => api.POST('/api/receipts', { body });
export const countStock = (body: BodyOf<'/api/stock-counts', 'post'>): Promise<unknown> =>
  api.POST('/api/stock-counts', { body });

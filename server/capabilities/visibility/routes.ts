import { createHash } from 'node:crypto';
import { GoodsReceipt, RecordOutcome, StockCount } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { type Static, Type } from 'typebox';
import { principalOf, recordAs, statementId } from '../../access/index.ts';
import type { Principal } from '../../access/principal.ts';
import { type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { chainRoutes } from './chain-routes.ts';
import { containerRoutes } from './container-routes.ts';
import { exceptionRoutes, lineStopCostRoutes } from './exception-routes.ts';
import type { FlowNode } from './flow.ts';
import { milestoneRoutes } from './milestone-routes.ts';
import { DEFAULT_HORIZON_DAYS, projectFor } from './nodes.ts';
import { outlookRoutes } from './outlook-routes.ts';
import { safetyStockRoutes } from './safety-stock-routes.ts';
import {
  Anything,
  ConsignmentAnswer,
  ContributionAnswer,
  MapAnswer,
  NodeAnswer,
  ReceiptAnswer,
  ShipmentAnswer,
  StockAnswer,
  TodayAnswer,
} from './schemas.ts';
import {
  findConsignment,
  findShipment,
  listConsignments,
  listForeignRunouts,
  listMapLanes,
  listMapSites,
  listReceipts,
  listShipments,
  listStock,
} from './store.ts';
import { telemetryRoutes } from './telemetry-routes.ts';
import { lightsOfMap, readToday } from './today-reader.ts';
import { viewRoutes } from './view-routes.ts';
import { whatIfRoutes } from './what-if-routes.ts';

const tags = ['visibility'];
/** So many objects move on a screen at once; the map draws them in one layer. */
const MOST_MOVING = 10_000;
const optionalText = Type.Optional(Type.String());
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }));

export const visibilityRoutes: Routes = (app, house) => {
  for (const routes of [
    todayRoutes,
    projectionRoutes,
    outlookRoutes,
    safetyStockRoutes,
    exceptionRoutes,
    lineStopCostRoutes,
    shipmentRoutes,
    telemetryRoutes,
    stockRoutes,
    receiptRoutes,
    containerRoutes,
    milestoneRoutes,
    viewRoutes,
    chainRoutes,
    whatIfRoutes,
  ])
    routes(app, house);
};

const todayRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/today',
    {
      schema: {
        tags,
        summary: 'What needs this organisation, the nearest impact first',
        response: { 200: TodayAnswer },
      },
    },
    (request) => readToday(house, principalOf(request)),
  );

  app.get(
    '/api/map',
    { schema: { tags, summary: 'Sites, lanes and moving consignments for the map', response: { 200: MapAnswer } } },
    async (request) => {
      const who = principalOf(request);
      const since = new Date(house.clock.now() - 14 * 86_400_000).toISOString();
      const { siteLight, laneLight } = await lightsOfMap(house, who);
      return readAs(house, who, async (tx) => ({
        sites: (await listMapSites(tx)).map((site) => ({ ...site, light: siteLight.get(site.id) })),
        lanes: (await listMapLanes(tx)).map((lane) => ({ ...lane, light: laneLight(lane) })),
        consignments: await listConsignments(tx, { since, limit: MOST_MOVING }),
      }));
    },
  );
};

const projectionRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/projection',
    {
      schema: {
        tags,
        summary: 'Projected stock per part and site per day, and what partners disclose of theirs',
        querystring: Type.Object({
          days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
          site: optionalText,
          part: optionalText,
          light: optionalText,
        }),
        response: {
          200: Type.Object({
            today: Type.String(),
            days: Type.Array(Type.String()),
            nodes: Type.Array(NodeAnswer),
            foreign: Type.Array(Anything),
          }),
        },
      },
    },
    async (request) => {
      const query = request.query as { days?: number; site?: string; part?: string; light?: string };
      const who = principalOf(request);
      const horizonDays = query.days ?? DEFAULT_HORIZON_DAYS;
      const nodes = await projectFor(house, who, { parts: query.part ? [query.part] : undefined, horizonDays });
      const foreign = await readAs(house, who, (tx) => listForeignRunouts(tx, organisationOf(who)));
      const wanted = nodes.filter(
        (node) => (!query.site || node.site === query.site) && (!query.light || node.projection.light === query.light),
      );
      const today = house.clock.today();
      return {
        today,
        days: Array.from({ length: horizonDays }, (_, i) => addDays(today, i)),
        nodes: wanted.map(toNodeAnswer),
        foreign,
      };
    },
  );

  app.get(
    '/api/projection/:site/:part',
    {
      schema: {
        tags,
        summary: 'One node with every figure it is made of and the event that each came from',
        params: Type.Object({ site: Type.String(), part: Type.String() }),
        querystring: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })) }),
        response: {
          200: Type.Object({ today: Type.String(), node: NodeAnswer, contributions: Type.Array(ContributionAnswer) }),
        },
      },
    },
    async (request) => {
      const { site, part } = request.params as { site: string; part: string };
      const nodes = await projectFor(house, principalOf(request), {
        parts: [part],
        horizonDays: (request.query as { days?: number }).days,
      });
      const node = nodes.find((n) => n.site === site);
      if (!node) return refuse('NOT_FOUND', { what: 'projected stock of', id: `${part} at ${site}` });
      return { today: house.clock.today(), node: toNodeAnswer(node), contributions: node.contributions };
    },
  );
};

const shipmentRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/shipments',
    {
      schema: {
        tags,
        summary: 'Shipments, the open ones first',
        querystring: Type.Object({ state: optionalText, part: optionalText, partner: optionalText, limit: Limit }),
        response: { 200: Type.Object({ shipments: Type.Array(ShipmentAnswer) }) },
      },
    },
    async (request) => ({
      shipments: await readAs(house, principalOf(request), (tx) =>
        listShipments(tx, { limit: 200, ...(request.query as object) }),
      ),
    }),
  );

  app.get(
    '/api/shipments/:id',
    {
      schema: {
        tags,
        summary: 'A shipment with lines, handling units, consignment and receipts',
        params: Type.Object({ id: Type.String() }),
        response: {
          200: Type.Object({
            shipment: ShipmentAnswer,
            lines: Type.Array(Anything),
            units: Type.Array(Anything),
            receipts: Type.Array(ReceiptAnswer),
            consignment: Type.Union([ConsignmentAnswer, Type.Null()]),
          }),
        },
      },
    },
    async (request) => {
      const { id } = request.params as { id: string };
      return (
        (await readAs(house, principalOf(request), (tx) => findShipment(tx, id))) ??
        refuse('NOT_FOUND', { what: 'shipment', id })
      );
    },
  );

  app.get(
    '/api/consignments/:shipment',
    {
      schema: {
        tags,
        summary: 'What a carrier, or a link to it, sees of a shipment',
        params: Type.Object({ shipment: Type.String() }),
        response: { 200: ConsignmentAnswer },
      },
    },
    async (request) => {
      const { shipment } = request.params as { shipment: string };
      return (
        (await readAs(house, principalOf(request), (tx) => findConsignment(tx, shipment))) ??
        refuse('NOT_FOUND', { what: 'consignment', id: shipment })
      );
    },
  );
};

const stockRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/stock',
    {
      schema: {
        tags,
        summary: 'Stock by site, part and status',
        querystring: Type.Object({
          site: optionalText,
          part: optionalText,
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
        }),
        response: { 200: Type.Object({ stock: Type.Array(StockAnswer) }) },
      },
    },
    async (request) => ({
      stock: await readAs(house, principalOf(request), (tx) =>
        listStock(tx, { limit: 2000, ...(request.query as object) }),
      ),
    }),
  );

  app.post(
    '/api/stock-counts',
    {
      schema: {
        tags,
        summary: 'Count stock by hand',
        body: Type.Omit(StockCount, ['owner', 'countedAt']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.count(principalOf(request));
      const body = request.body as Omit<Static<typeof StockCount>, 'owner' | 'countedAt'>;
      const data = { ...body, owner: who.organisation, countedAt: house.clock.instant() };
      return recordAs(house, { request, who, type: 'stock-counted', data, moments: ['countedAt'] });
    },
  );
};

const receiptRoutes: PlainRoutes = (app, house) => {
  app.get(
    '/api/receipts',
    {
      schema: {
        tags,
        summary: 'Goods receipts, newest first',
        querystring: Type.Object({ limit: Limit }),
        response: { 200: Type.Object({ receipts: Type.Array(ReceiptAnswer) }) },
      },
    },
    async (request) => ({
      receipts: await readAs(house, principalOf(request), (tx) =>
        listReceipts(tx, (request.query as { limit?: number }).limit ?? 200),
      ),
    }),
  );

  app.post(
    '/api/receipts',
    {
      schema: {
        tags,
        summary: 'Receive goods by hand',
        body: Type.Omit(GoodsReceipt, ['receipt', 'customer', 'receivedAt']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.receive(principalOf(request));
      const body = request.body as Omit<GoodsReceipt, 'receipt' | 'customer' | 'receivedAt'>;
      const data = {
        ...body,
        receipt: receiptId(who.organisation, statementId(request)),
        customer: who.organisation,
        receivedAt: house.clock.instant(),
      };
      return recordAs(house, { request, who, type: 'goods-received', data, moments: ['receivedAt'] });
    },
  );
};

const organisationOf = (who: Principal): string => (who.kind === 'link' ? '' : who.organisation);

const receiptId = (customer: string, statement: string): string =>
  `receipt-${createHash('sha256').update(`${customer} ${statement}`).digest('hex').slice(0, 32)}`;

export function toNodeAnswer({ contributions: _list, projection, ...node }: FlowNode) {
  const { days: _days, ...series } = projection;
  return { ...node, ...series };
}

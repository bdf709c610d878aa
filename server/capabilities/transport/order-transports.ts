import { hash } from 'node:crypto';
import type { EventCommand, Id, IsoDay, TransportOrder } from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import type { Member } from '../../access/access.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { type CalledOff, deriveOrders } from './derive-orders.ts';
import { largestOf } from './measure-goods.ts';
import {
  type LaneCall,
  listLaneCalls,
  listOrders,
  listOrdersById,
  listPlanSites,
  listVehicleTypes,
  type OrderRow,
} from './store.ts';

export interface OrderOutcome {
  order: Id;
  outcome: 'recorded' | 'known' | 'refused';
  problem?: string;
}

/** Pasted at once; the plan says which of them it cannot take. */
export const MOST_ORDERS = 10_000;
const CHUNK = 500;

/** Orders what is new or has changed; an order that stands in the same words is left alone. */
export async function orderAll(house: House, who: Member, orders: TransportOrder[]): Promise<OrderOutcome[]> {
  const outcomes: OrderOutcome[] = [];
  for (let at = 0; at < orders.length; at += CHUNK)
    outcomes.push(...(await orderSome(house, who, orders.slice(at, at + CHUNK))));
  return outcomes;
}

async function orderSome(house: House, who: Member, orders: TransportOrder[]): Promise<OrderOutcome[]> {
  const ids = orders.map(({ order }) => order);
  const standing = await readAs(house, who, (tx) => listOrdersById(tx, who.organisation, ids));
  const known = new Map(standing.map((row) => [row.id, row]));
  const news = orders.filter((order) => !stands(known.get(order.order), order));
  const commands = news.map((order) =>
    orderCommand(order, known.get(order.order)?.sequence ?? 0, house.clock.instant()),
  );
  const results = commands.length > 0 ? await house.recorder.record({ organisation: who.organisation }, commands) : [];
  const recorded = new Map(news.map((order, i) => [order, results[i]!]));
  return orders.map((order) => {
    const result = recorded.get(order);
    if (!result) return { order: order.order, outcome: 'known' };
    if (!result.ok) return { order: order.order, outcome: 'refused', problem: result.refusal.message };
    return { order: order.order, outcome: result.outcome };
  });
}

/** Named by what it says and what it follows, so that going back to an earlier content is news too. */
function orderCommand(data: TransportOrder, follows: number, occurredAt: string): EventCommand {
  const mark = hash('sha256', canonicalJson(data), 'hex').slice(0, 16);
  return {
    type: 'transport-ordered',
    source: 'intakt/transport',
    id: `${data.order}@${mark}/${follows}`,
    occurredAt,
    data,
  };
}

const stands = (row: OrderRow | undefined, order: TransportOrder): boolean =>
  row !== undefined &&
  row.state !== 'cancelled' &&
  canonicalJson(contentOf(row)) === canonicalJson(withDefaults(order));

const withDefaults = (order: TransportOrder): object => ({
  ...order,
  layers: order.layers ?? 1,
  packages: order.packages ?? null,
  goodsClass: order.goodsClass ?? null,
  skills: order.skills ?? [],
  references: order.references ?? [],
});

function contentOf({ id, state: _state, tour: _tour, confirmed: _confirmed, ...row }: OrderRow): object {
  const { sequence: _sequence, ...content } = row as typeof row & { sequence?: number };
  return { order: id, ...content };
}

/** The day's orders from what is firmly called off; what was called off and is no longer is cancelled. */
export async function deriveFor(house: House, who: Member, { day, site }: { day: IsoDay; site?: Id }) {
  const today = house.clock.today();
  if (day < today) return refuse('INVALID', { path: 'day', problem: 'is over; take today or later', value: day });
  const read = await readAs(house, who, async (tx) => ({
    calls: await listLaneCalls(tx, who.organisation, day),
    sites: await listPlanSites(tx),
    vehicles: (await listVehicleTypes(tx)).filter(({ owner }) => owner === who.organisation),
    standing: await listOrders(tx, { day, customer: who.organisation, limit: MOST_ORDERS }),
  }));
  const calls = read.calls.filter(({ to }) => !site || to === site).map(calledOff);
  const sites = new Map(read.sites.map((one) => [one.id, one]));
  const largest = largestOf(read.vehicles.map(({ capacity }) => capacity));
  const orders = deriveOrders(calls, { day, today, sites, largest });
  const results = await orderAll(house, who, orders);
  const gone = read.standing.filter(
    ({ id, state, references, to }) =>
      state === 'ordered' &&
      (!site || to === site) &&
      references.some(({ kind }) => kind === 'call-off') &&
      !orders.some(({ order }) => order === id),
  );
  return { results, cancelled: await cancelAll(house, who, gone) };
}

async function cancelAll(house: House, { organisation }: Member, gone: readonly OrderRow[]): Promise<Id[]> {
  const now = house.clock.instant();
  const commands = gone.map(({ id, customer, supplier }) => ({
    type: 'transport-order-cancelled' as const,
    source: 'intakt/transport',
    id: `${id}@${now}`,
    occurredAt: now,
    data: { order: id, customer, supplier, reason: 'Not called off any more' },
  }));
  const results = commands.length > 0 ? await house.recorder.record({ organisation }, commands) : [];
  return gone.filter((_, i) => results[i]!.ok).map(({ id }) => id);
}

const calledOff = ({ massKg, quantityPerPack, packaging, kind: _kind, ...call }: LaneCall): CalledOff => ({
  ...call,
  packed: { massKg, quantityPerPack, packaging: packaging ?? undefined },
});

import type { Id } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

export const vehicleTypeRegistered: Projection<'vehicle-type-registered'> = {
  needs: ({ data }) => [need('vehicle_type', data.owner, data.vehicleType)],
  apply: ({ data, audience, sequence }, rows) =>
    rows.put('vehicle_type', {
      owner: data.owner,
      id: data.vehicleType,
      name: data.name,
      capacity: data.capacity,
      count: data.count,
      round_trip: data.roundTrip,
      cost_per_tour: data.costPerTour,
      cost_per_km: data.costPerKm,
      cost_per_hour: data.costPerHour,
      cost_per_stop: data.costPerStop,
      co2_per_km_empty_kg: data.co2PerKmEmptyKg,
      co2_per_km_full_kg: data.co2PerKmFullKg,
      driver_hours: data.driverHours,
      max_stops: data.maxStops ?? null,
      max_distance_km: data.maxDistanceKm ?? null,
      skills: data.skills ?? [],
      carrier: data.carrier ?? null,
      audience,
      sequence,
    }),
};

const orderNeed = ({ customer, order }: { customer: Id; order: Id }) => need('transport_order', customer, order);
/** Goods that are aboard or there are not ordered anew, nor called back. */
const MOVED = ['collected', 'delivered'];

export const transportOrdered: Projection<'transport-ordered'> = {
  needs: ({ data }) => [orderNeed(data), need('organisation', data.supplier)],
  check: (event, rows) => {
    const { customer, supplier, order, from, to } = event.data;
    if (from === to) return new Refusal('INVALID', { path: 'to', problem: 'goods move between two sites', value: to });
    if (!rows.get('organisation', supplier))
      return new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id: supplier });
    const known = rows.get('transport_order', customer, order);
    if (known && known.supplier !== supplier)
      return new Refusal('ID_TAKEN', { what: 'transport order', id: order, owner: customer });
    return movedAlready(known, order, 'ordering it anew');
  },
  apply: (event, rows) => {
    const { data } = event;
    const known = rows.get('transport_order', data.customer, data.order);
    const isOpen = known && known.state !== 'cancelled';
    rows.put('transport_order', {
      owner: data.customer,
      id: data.order,
      supplier: data.supplier,
      kind: data.kind,
      site_from: data.from,
      site_to: data.to,
      deliver_on: data.deliverOn,
      goods: data.goods,
      layers: data.layers ?? 1,
      packages: data.packages ?? null,
      pickup_windows: data.pickupWindows,
      delivery_windows: data.deliveryWindows,
      loading_minutes: data.loadingMinutes,
      unloading_minutes: data.unloadingMinutes,
      goods_class: data.goodsClass ?? null,
      skills: data.skills ?? [],
      refs: data.references ?? [],
      state: isOpen ? known.state : 'ordered',
      tour: isOpen ? known.tour : null,
      confirmed: event.confirmed,
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

export const transportOrderCancelled: Projection<'transport-order-cancelled'> = {
  needs: ({ data }) => [orderNeed(data)],
  check: ({ data }, rows) => {
    const known = rows.get('transport_order', data.customer, data.order);
    if (known?.supplier !== data.supplier)
      return new Refusal('UNKNOWN_REFERENCE', { what: 'transport order', id: data.order });
    return movedAlready(known, data.order, 'cancelling it');
  },
  apply: ({ data, sequence }, rows) => {
    const known = rows.get('transport_order', data.customer, data.order);
    if (known) rows.put('transport_order', { ...known, state: 'cancelled', tour: null, sequence });
  },
};

function movedAlready(known: Row | undefined, id: Id, action: string): Refusal | undefined {
  if (!known || !MOVED.includes(String(known.state))) return undefined;
  return new Refusal('WRONG_STATE', {
    what: 'Transport order',
    id,
    state: String(known.state),
    action,
    needed: 'an order that was not picked up yet',
  });
}

/** Orders follow the tours that carry them. */
export function moveOrders(
  rows: RowSet,
  { customer, sequence }: { customer: Id; sequence: number },
  orders: readonly Id[],
  change: (order: Row) => Row | undefined,
): void {
  for (const order of orders) {
    const known = rows.get('transport_order', customer, order);
    const changed = known && known.state !== 'cancelled' ? change(known) : undefined;
    if (changed) rows.put('transport_order', { ...changed, sequence });
  }
}

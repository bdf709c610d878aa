import type { DespatchAdvice } from '@intakt/contract';
import type { DeliveryInformation } from '../aspects.ts';
import { type AspectProblem, problem } from '../problem.ts';
import { type AspectNames, type Names, type Translation, unknownPlace } from './translation.ts';

type Delivery = DeliveryInformation['positions'][number]['deliveries'][number];
type OrderPosition = DeliveryInformation['positions'][number]['orderPositionReference'];

/** One delivery with the order that it belongs to, in the trade's words. */
export interface DeliveryStatement {
  path: string;
  quantity: number;
  unit: string;
  from: { bpns: string; bpna?: string };
  to: { bpns: string; bpna?: string };
  departure?: { at: string; actual: boolean };
  arrival?: { at: string; actual: boolean };
  /** Planned, on its way, or there. */
  state: 'planned' | 'under-way' | 'arrived';
  trackingNumber?: string;
  incoterm?: string;
  order?: OrderPosition;
  updatedAt: string;
}

/** The deliveries of a DeliveryInformation, one statement each. */
export function deliveriesOf({ positions }: DeliveryInformation): DeliveryStatement[] {
  return positions.flatMap(({ deliveries, orderPositionReference: order }, p) =>
    deliveries.map((delivery, d) => ({
      path: `/positions/${p}/deliveries/${d}`,
      ...statementOf(delivery),
      ...(order && { order }),
    })),
  );
}

function statementOf(delivery: Delivery): Omit<DeliveryStatement, 'path' | 'order'> {
  const departure = momentOf(delivery, 'departure');
  const arrival = momentOf(delivery, 'arrival');
  const { trackingNumber, incoterm } = delivery;
  return {
    quantity: delivery.deliveryQuantity.value,
    unit: delivery.deliveryQuantity.unit,
    from: placeOf(delivery.transitLocations.origin),
    to: placeOf(delivery.transitLocations.destination),
    ...(departure && { departure }),
    ...(arrival && { arrival }),
    state: arrival?.actual ? 'arrived' : departure?.actual ? 'under-way' : 'planned',
    ...(trackingNumber !== undefined && { trackingNumber }),
    ...(incoterm && { incoterm }),
    updatedAt: delivery.lastUpdatedOnDateTime,
  };
}

function momentOf({ transitEvents }: Delivery, side: 'departure' | 'arrival') {
  const actual = transitEvents.find(({ eventType }) => eventType === `actual-${side}`);
  const event = actual ?? transitEvents.find(({ eventType }) => eventType === `estimated-${side}`);
  return event && { at: event.dateTimeOfEvent, actual: event === actual };
}

function placeOf({ bpnsProperty: bpns, bpnaProperty: bpna }: Delivery['transitLocations']['origin']) {
  return { bpns, ...(bpna && { bpna }) };
}

/** The parties of the deliveries, and how a delivery becomes known by an id of ours. */
export interface DeliveryNames extends Omit<Names, 'owner'> {
  supplier: string;
  customer: string;
  /** The shipment's id: a despatch advice of the same goods may have made it known already. */
  shipmentOf: (delivery: DeliveryStatement) => string;
}

/**
 * A DeliveryInformation as events: what has left is `shipment-despatched`, with the tracking number as despatch note. A
 * delivery that is only planned is no event; it stays a statement (`deliveriesOf`) and is named among the problems.
 */
export function shipments(information: DeliveryInformation, names: DeliveryNames): Translation<'shipment-despatched'> {
  const translation: Translation<'shipment-despatched'> = { events: [], problems: [] };
  for (const delivery of deliveriesOf(information)) {
    const data = despatchOf(delivery, names);
    if ('code' in data) translation.problems.push(data);
    else translation.events.push({ type: 'shipment-despatched', occurredAt: data.despatchedAt, data });
  }
  return translation;
}

function despatchOf(delivery: DeliveryStatement, names: DeliveryNames): DespatchAdvice | AspectProblem {
  const { path, departure, arrival, quantity, unit, order } = delivery;
  const [from, to] = [delivery.from, delivery.to].map(({ bpns, bpna }) => names.siteOf(bpns, bpna));
  if (from === undefined) return unknownPlace(`${path}/transitLocations/origin`, delivery.from.bpns);
  if (to === undefined) return unknownPlace(`${path}/transitLocations/destination`, delivery.to.bpns);
  if (quantity < 0)
    return problem('VALUE_INVALID', `${path}/deliveryQuantity`, quantity, 'a delivered quantity of 0 or more');
  if (!departure?.actual || !arrival)
    return problem('RULE_BROKEN', `${path}/transitEvents`, delivery.state, 'an actual departure and an arrival');
  const shipment = names.shipmentOf(delivery);
  const orderReference = order && `${order.customerOrderId}/${order.customerOrderPositionId}`.slice(0, 70);
  return {
    shipment,
    supplier: names.supplier,
    customer: names.customer,
    from,
    to,
    despatchNote: (delivery.trackingNumber || shipment).slice(0, 70),
    despatchedAt: departure.at,
    expectedAt: arrival.at,
    lines: [{ line: 1, part: names.part, quantity, unit, ...(orderReference && { orderReference }) }],
  };
}

/**
 * Despatch advices as the DeliveryInformation of one part: what left, and when it is expected or arrived.
 *
 * @param advices despatch advices, each with the instant of its arrival where that is known
 * @param names what Catena-X calls the part and its sites; `part` picks the lines
 */
export function deliveryInformationOf(
  advices: readonly { advice: DespatchAdvice; arrivedAt?: string }[],
  names: AspectNames & { part: string; updatedAt: string },
): { aspect: DeliveryInformation; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const positions = advices.flatMap(({ advice, arrivedAt }) => {
    const [origin, destination] = [names.placeOf(advice.from), names.placeOf(advice.to)];
    if (!origin || !destination) {
      problems.push({ ...unknownPlace('', origin ? advice.to : advice.from), expected: 'a site with BPNS' });
      return [];
    }
    return advice.lines
      .filter(({ part }) => part === names.part)
      .map(({ quantity, unit, orderReference }) => ({
        ...orderPosition(orderReference),
        deliveries: [
          {
            deliveryQuantity: { value: quantity, unit },
            lastUpdatedOnDateTime: names.updatedAt,
            transitEvents: [
              { dateTimeOfEvent: advice.despatchedAt, eventType: 'actual-departure' as const },
              arrivedAt
                ? { dateTimeOfEvent: arrivedAt, eventType: 'actual-arrival' as const }
                : { dateTimeOfEvent: advice.expectedAt, eventType: 'estimated-arrival' as const },
            ],
            transitLocations: { origin: locationOf(origin), destination: locationOf(destination) },
            trackingNumber: advice.transportReference ?? advice.despatchNote,
          },
        ],
      }));
  });
  return { aspect: { materialGlobalAssetId: names.asset, positions }, problems };
}

/** Order and position as `shipments` joins them; a reference of another form is an order without positions. */
function orderPosition(reference: string | undefined) {
  if (reference === undefined) return {};
  const [, order = reference, position = '1'] = /^(.+)\/([^/]+)$/.exec(reference) ?? [];
  return { orderPositionReference: { customerOrderId: order, customerOrderPositionId: position } };
}

const locationOf = ({ bpns, bpna }: { bpns: string; bpna?: string }) => ({
  bpnsProperty: bpns,
  ...(bpna && { bpnaProperty: bpna }),
});

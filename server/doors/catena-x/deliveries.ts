import {
  type AspectProblem,
  type DeliveryInformation,
  type DeliveryStatement,
  type Said,
  shipments,
  type Translation,
} from '@intakt/catena-x';
import type { Transaction } from '@intakt/database';
import { shipmentId } from '../edi/identity.ts';
import { shortHash } from '../master-data/identity.ts';
import { findShipments, type KnownShipment } from './store.ts';
import type { Trade } from './trade.ts';

type Despatches = Translation<'shipment-despatched'>;
type Despatched = Said<'shipment-despatched'>;

/**
 * What has left, as shipments. A despatch advice says more than a delivery of one part can, so a shipment that is known
 * by one stays as it is; and the part of a load whose other parts are known is a shipment beside them.
 */
export async function deliveries(tx: Transaction, trade: Trade, content: DeliveryInformation): Promise<Despatches> {
  const { id: part, supplier, customer } = trade.part;
  const names = { part, supplier, customer, siteOf: trade.siteOf };
  const alone = shipments(content, { ...names, shipmentOf: (delivery) => idOf(delivery, supplier) });
  const ids = alone.events.map(({ data }) => data.shipment);
  const known = await findShipments(tx, supplier, ids);
  const problems = [...alone.problems];
  const events = joined(alone.events, problems).flatMap((event): Despatched[] => {
    const present = known.find(({ id }) => id === event.data.shipment);
    if (!present || (present.source === 'catena-x' && present.parts.every((other) => other === part))) return [event];
    if (!present.parts.includes(part)) return [besideOthers(event)];
    problems.push(advised(event, present));
    return [];
  });
  return { events, problems };
}

/** The id that a despatch advice of the same note would give it. */
function idOf({ trackingNumber, departure, from, to, order }: DeliveryStatement, supplier: string): string {
  const despatchedAt = departure?.at ?? '';
  const unnamed = () => shortHash(16, despatchedAt, from.bpns, to.bpns, JSON.stringify(order ?? null));
  return shipmentId({ supplier, despatchNote: trackingNumber?.trim() || unnamed(), despatchedAt });
}

/** Deliveries of several orders on one way and under one tracking number are the lines of one shipment. */
function joined(events: readonly Despatched[], problems: AspectProblem[]): Despatched[] {
  const groups = Map.groupBy(events, ({ data }) => data.shipment);
  return [...groups.values()].map((group) => {
    const [first] = group as [Despatched];
    if (new Set(group.map(wayOf)).size > 1) problems.push(split(first));
    const lines = group.flatMap(({ data }) => data.lines).map((line, index) => ({ ...line, line: index + 1 }));
    return { ...first, data: { ...first.data, lines } };
  });
}

const wayOf = ({ data: { from, to, despatchedAt, expectedAt } }: Despatched): string =>
  [from, to, despatchedAt, expectedAt].join(' ');

function split({ data: { despatchNote } }: Despatched): AspectProblem {
  const expected = 'one way, departure and arrival per tracking number';
  const message = `${despatchNote} names deliveries that go apart; expected ${expected}.`;
  return { path: '', code: 'VALUE_INVALID', value: despatchNote, expected, message };
}

function besideOthers({ data, ...event }: Despatched): Despatched {
  const { supplier, despatchNote, despatchedAt, lines } = data;
  const shipment = shipmentId({ supplier, despatchNote: `${despatchNote}/${lines[0]!.part}`, despatchedAt });
  return { ...event, data: { ...data, shipment } };
}

function advised({ data }: Despatched, { id }: KnownShipment): AspectProblem {
  const message = `${data.despatchNote} is known as shipment ${id} by its despatch advice, which stays as it is.`;
  return { path: '', code: 'RULE_BROKEN', value: data.despatchNote, expected: 'a delivery without advice', message };
}

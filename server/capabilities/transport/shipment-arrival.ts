import type { EventCommand, EventData, Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { StopRow } from './store.ts';

/** A shipment that travels on a tour: its transport order names it. */
export interface Carried {
  order: Id;
  shipment: Id;
  supplier: Id;
  customer: Id;
}

/** Only shipments that the reader may see, and that have not come yet. */
export const listCarried = (tx: Transaction, customer: Id, tour: Id): Promise<Carried[]> =>
  tx.query<Carried>(
    `select o.id as "order", s.id as shipment, s.owner as supplier, s.customer from transport_order o
       cross join lateral jsonb_array_elements(o.refs) r join shipment s on s.owner = o.supplier and s.customer = o.owner and s.id = r ->> 'reference'
     where o.owner = $1 and o.tour = $2 and r ->> 'kind' = 'shipment' and s.received_at is null`,
    [customer, tour],
  );

/** What a later arrival of the truck means for the goods aboard: their own new expected arrival, which the runout reckons with. */
export function arrivalCommands(
  stops: readonly StopRow[],
  carried: readonly Carried[],
  estimates: readonly EventCommand[],
  said: Pick<EventCommand, 'source' | 'id' | 'occurredAt' | 'causationId'>,
): EventCommand[] {
  return estimates.flatMap((estimate) => {
    const { stop, expectedAt, carrier } = estimate.data as EventData<'tour-stop-estimated'>;
    const unloaded = stops.find((one) => one.stop === stop)!.unloads.map(({ order }) => order);
    return carried
      .filter(({ order }) => unloaded.includes(order))
      .map(({ shipment, supplier, customer }) => ({
        ...said,
        type: 'arrival-estimated' as const,
        id: `${said.id}/${shipment}`.slice(0, 200),
        data: { shipment, supplier, customer, ...(carrier && { carrier }), by: carrier ?? customer, expectedAt },
      }));
  });
}

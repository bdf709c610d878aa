import type { EventData } from '@intakt/contract';
import { need } from '../../record/projection.ts';
import type { RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

/** What is said of a consignment under way needs the consignment, and names the carrier that has it. */
type OnTheWay = Pick<EventData<'position-reported'>, 'shipment' | 'supplier' | 'carrier'>;
export const ofConsignment = {
  needs: ({ data }: { data: OnTheWay }) => [need('consignment', data.supplier, data.shipment)],
  check: ({ data }: { data: OnTheWay }, rows: RowSet) => {
    const consignment = rows.get('consignment', data.supplier, data.shipment);
    if (consignment?.carrier === data.carrier) return undefined;
    return new Refusal('UNKNOWN_REFERENCE', { what: `consignment of carrier ${data.carrier}`, id: data.shipment });
  },
};

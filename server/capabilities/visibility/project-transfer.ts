import type { Projections } from '../../record/projection.ts';

export const transferProjections: Projections = {
  'stock-transfer-planned': {
    needs: () => [],
    apply: ({ data, eventId, audience, sequence }, rows) =>
      rows.put('stock_transfer', {
        owner: data.owner,
        id: data.transfer,
        site_from: data.from,
        site_to: data.to,
        part: data.part,
        quantity: data.quantity,
        unit: data.unit,
        leaves_on: data.leavesOn,
        arrives_at: data.arrivesAt,
        event_id: eventId,
        audience,
        sequence,
      }),
  },
};

import type { Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

/** In the order in which they happen; of one moment, as they were said. */
export const listMilestones = (tx: Transaction, shipment: Id) =>
  tx.query(
    `select event_id as "eventId", said_by as by, recorded_by as "recordedBy", confirmed, milestone, certainty, at, said_at as "saidAt", place, equipment,
       vessel, voyage, reason, has_personal as "hasPersonal", sequence
     from transport_milestone where shipment = $1 order by sequence limit 2000`,
    [shipment],
  );

export const listEquipment = async (tx: Transaction, shipment: Id): Promise<string[]> =>
  (
    await tx.query<{ equipment: string }>(
      'select equipment from consignment_equipment where shipment = $1 order by equipment limit 200',
      [shipment],
    )
  ).map(({ equipment }) => equipment);

export interface Parties {
  shipment: Id;
  supplier: Id;
  customer: Id;
  carrier: Id;
}
export const findParties = async (tx: Transaction, shipment: Id): Promise<Parties | undefined> => {
  const [row] = await tx.query<Parties>(
    'select shipment, owner as supplier, customer, carrier from consignment where shipment = $1',
    [shipment],
  );
  return row;
};

interface Attachment {
  driver?: string;
  note?: string;
  photo?: string;
}
/** Beside the event, for whoever may read the event; row security decides. */
export async function findAttachment(tx: Transaction, eventId: string): Promise<Attachment | undefined> {
  const [row] = await tx.query<{ data: Attachment }>(
    `select p.data from ledger_personal p join ledger_event e on e.sequence = p.sequence
      where e.event_id = $1 and e.type = 'transport-milestone-reported'`,
    [eventId],
  );
  return row?.data;
}

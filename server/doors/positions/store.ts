import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import type { Position } from './report.ts';

export interface ConsignmentParties {
  shipment: Id;
  supplier: Id;
  customer: Id;
  carrier: Id;
}

/** Only who carries or sends the goods says where they are. */
export const findConsignments = (house: House, organisation: Id, shipments: Id[]): Promise<ConsignmentParties[]> =>
  house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) =>
      tx.query<ConsignmentParties>(
        `select distinct on (shipment) shipment, owner as supplier, customer, carrier from consignment
         where shipment = any($1) and (carrier = $2 or owner = $2) order by shipment, owner`,
        [shipments, organisation],
      ),
    { readOnly: true },
  );

/** A device is at one place at one time: a row that comes again is the same row. */
export async function insertPositions(
  tx: Transaction,
  {
    owner,
    rows,
    receivedAt,
  }: { owner: Id; rows: (Position & { device: string; digest: string })[]; receivedAt: Instant },
): Promise<void> {
  const records = rows.map(({ device, shipment, longitude, latitude, speedKmh, at, digest }) => ({
    owner,
    device,
    shipment,
    longitude,
    latitude,
    speed_kmh: speedKmh ?? null,
    at,
    received_at: receivedAt,
    digest,
  }));
  await tx.query(
    `insert into telemetry_position select r.* from jsonb_populate_recordset(null::telemetry_position, $1::jsonb) r on conflict (owner, device, at) do nothing`,
    [JSON.stringify(records)],
  );
}

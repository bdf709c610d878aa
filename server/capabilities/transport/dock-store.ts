import type { Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Booking } from './dock-rules.ts';
import type { StopRow } from './store.ts';

/** The bays of a site, and the slots of others than this stop that are given there in that time, as far as the reader sees them. */
export async function listBookings(
  tx: Transaction,
  { site, customer, tour, stop }: StopRow,
  { from, to }: { from: Instant; to: Instant },
): Promise<{ bays: number; bookings: Booking[] }> {
  const [known] = await tx.query<{ bays: number | null }>(
    `select dock_bays as bays from site where id = $1 and dock_bays is not null limit 1`,
    [site],
  );
  const rows = await tx.query<{ tour: string; bay: number; from: Instant; to: Instant }>(
    `select tour, bay, starts_at as "from", ends_at as "to" from dock_booking
     where site = $1 and starts_at < $3 and ends_at > $2 and (customer, tour, stop) <> ($4, $5, $6)`,
    [site, from, to, customer, tour, stop],
  );
  const bookings = rows.map((row) => ({ ...row, from: Date.parse(row.from), to: Date.parse(row.to) }));
  return { bays: known?.bays ?? 1, bookings };
}

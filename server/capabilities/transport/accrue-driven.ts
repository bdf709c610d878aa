import type { House } from '../../house.ts';
import { accrualCommand, accrualOf } from './accrue.ts';
import { listFreight, listTenders } from './freight-store.ts';
import { listRates } from './price-store.ts';
import type { TourAtHand } from './report-tour.ts';

/** A tour that is over is reckoned anew, as it was driven, in its customer's name; once. */
export async function accrueDriven(house: House, { tour, stops }: TourAtHand): Promise<void> {
  const { customer, carrier } = tour;
  if (tour.state !== 'completed' || !carrier) return;
  const read = await house.db.as({ kind: 'organisation', org: customer }, async (tx) => ({
    freight: await listFreight(tx, [tour.id]),
    rates: await listRates(tx, { carrier }),
    tenders: await listTenders(tx, { tour: tour.id }),
  }));
  if (read.freight.some((known) => known.carrier === carrier && known.basis === 'driven')) return;
  const accrual = accrualOf({ ...tour, carrier }, stops, { ...read, basis: 'driven' });
  if (!accrual) return;
  const said = { source: 'intakt/transport', id: `driven/${tour.id}`, occurredAt: house.clock.instant() };
  await house.recorder.record({ organisation: customer, system: true }, [accrualCommand(accrual, said)]);
}

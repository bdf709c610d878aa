import type { FreightAccrual, Id, IsoDay } from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import type { House } from '../../house.ts';
import { accrualCommand, accrualOf } from './accrue.ts';
import { type FreightRow, listFreight, listTenders } from './freight-store.ts';
import { listRates } from './price-store.ts';
import { listStops, listTours } from './store.ts';

const DAYS_BACK = 30;
const DAY_MS = 86_400_000;
const MOST_TOURS = 2000;
const MOST_STOPS = 1000;

/** Tours of the last weeks that are over and whose freight is still the planned one. */
export async function listUnaccrued(house: House, customer: Id): Promise<Id[]> {
  const since: IsoDay = new Date(house.clock.now() - DAYS_BACK * DAY_MS).toISOString().slice(0, 10);
  return house.db.as({ kind: 'organisation', org: customer }, async (tx) => {
    const tours = await listTours(tx, { since, limit: MOST_TOURS });
    const over = tours.filter((tour) => tour.customer === customer && tour.carrier && tour.state === 'completed');
    const freight = await listFreight(
      tx,
      over.map(({ id }) => id),
    );
    const driven = freight.filter((known) => known.customer === customer && known.basis === 'driven');
    return over
      .filter(({ id, carrier }) => !driven.some((one) => one.tour === id && one.carrier === carrier))
      .map(({ id }) => id);
  });
}

/**
 * A tour that is over is reckoned as it was driven, in its customer's name; one that is over no longer, as it was planned. What is said
 * twice, or moves nothing that is paid for, is no news.
 */
export async function accrueTours(house: House, customer: Id, tours: readonly Id[]): Promise<void> {
  for (const tour of tours) await accrueTour(house, customer, tour);
}

async function accrueTour(house: House, customer: Id, id: Id): Promise<void> {
  const own = <T extends { customer: Id }>(rows: T[]): T[] => rows.filter((row) => row.customer === customer);
  const read = await house.db.as({ kind: 'organisation', org: customer }, async (tx) => {
    const [tour] = own(await listTours(tx, { tour: id, limit: 10 }));
    return {
      tour,
      stops: own(await listStops(tx, { tour: id, limit: MOST_STOPS })),
      freight: own(await listFreight(tx, [id])),
      tenders: own(await listTenders(tx, { tour: id })),
      rates: tour?.carrier ? await listRates(tx, { carrier: tour.carrier }) : [],
    };
  });
  const carrier = read.tour?.carrier;
  if (!read.tour || !carrier) return;
  const known = read.freight.find((one) => one.carrier === carrier);
  const basis = read.tour.state === 'completed' ? 'driven' : 'planned';
  if (basis === 'planned' && known?.basis !== 'driven') return;
  const accrual = accrualOf({ ...read.tour, carrier }, read.stops, { ...read, basis });
  if (!accrual || (known && isSame(accrual, known))) return;
  const about = `${basis}/${id}@${known?.sequence ?? 0}`;
  const said = { source: 'intakt/transport', id: about, occurredAt: house.clock.instant() };
  await house.recorder.record({ organisation: customer, system: true }, [accrualCommand(accrual, said)]);
}

const isSame = ({ basis, total, currency, agreedBy, lines }: FreightAccrual, known: FreightRow): boolean =>
  basis === known.basis &&
  total === known[basis] &&
  currency === known.currency &&
  (agreedBy ?? null) === known.agreedBy &&
  canonicalJson(lines) === canonicalJson(known.lines);

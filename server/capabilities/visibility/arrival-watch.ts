import type { EventCommand, EventType, RecordedEvent } from '@intakt/contract';
import type { House } from '../../house.ts';
import { bandOf, hasMoved, learnFrom } from './arrival-bands.ts';
import { listSaid, listTravelled, listUnderWay } from './arrival-store.ts';
import { mergeSome, type Some, watchCommits } from './watch-commits.ts';

/** Events after which goods may be there at another time, or after which more is known of how long they take. */
const MOVES_ARRIVALS = new Set<EventType>([
  'shipment-despatched',
  'consignment-handed-over',
  'position-reported',
  'telemetry-digested',
  'geofence-crossed',
  'arrival-estimated',
  'goods-received',
]);
const CHUNK = 400;

/**
 * Estimates anew, for each party of goods under way and from what it may see itself, when they will be there, and says it in
 * its name when the band has moved. Time that passes moves it too: what lies in a port for longer will come later.
 */
export const watchArrivals = (house: House): (() => Promise<void>) =>
  watchCommits<Some>(house, {
    // What was said of the arrival counts at once; what it teaches may follow the alert.
    gatherMs: 200,
    asks: (event) =>
      MOVES_ARRIVALS.has(event.type) ? { organisations: event.audience, work: shipmentsOf(event) } : undefined,
    ages: () => 'all',
    merge: mergeSome,
    look: async (organisation, shipments) => {
      await projectArrivals(house, organisation, shipments);
      return undefined;
    },
    failed: 'Arrivals could not be estimated.',
  });

/** Of a receipt is learned, for all that is under way. */
function shipmentsOf({ type, data }: RecordedEvent): Some {
  const { shipment } = data as { shipment?: string };
  return type === 'goods-received' || shipment === undefined ? 'all' : new Set([shipment]);
}

async function projectArrivals(house: House, organisation: string, shipments: Some): Promise<void> {
  const now = house.clock.instant();
  const { travelled, said, goods, basis } = await house.db.as(
    { kind: 'organisation', org: organisation },
    async (tx) => {
      const goods = await listUnderWay(tx, organisation, shipments === 'all' ? undefined : [...shipments]);
      const [head] = await tx.query<{ size: number }>('select size from ledger_head');
      const travelled = goods.length > 0 ? await listTravelled(tx) : [];
      return { goods, travelled, said: goods.length > 0 ? await listSaid(tx) : [], basis: head!.size };
    },
    { readOnly: true },
  );
  const learned = learnFrom(travelled, said);
  const commands = goods.flatMap((one): EventCommand[] => {
    const band = bandOf(one, learned, now);
    if (!hasMoved(band, one.band, now)) return [];
    const id = `${one.supplier}:${one.shipment}@${basis}`;
    return [
      { type: 'arrival-projected', source: 'intakt/eta', id, occurredAt: now, data: { ...band, owner: organisation } },
    ];
  });
  for (let at = 0; at < commands.length; at += CHUNK)
    await house.recorder.record({ organisation, system: true }, commands.slice(at, at + CHUNK));
}

import type { EventCommand, EventType } from '@intakt/contract';
import type { House } from '../../house.ts';
import { bandOf, hasMoved, learnFrom } from './arrival-bands.ts';
import { listSaid, listTravelled, listUnderWay } from './arrival-store.ts';
import { watchCommits } from './watch-commits.ts';

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
  watchCommits<true>(house, {
    gatherMs: 100,
    asks: ({ type, audience }) => (MOVES_ARRIVALS.has(type) ? { organisations: audience, work: true } : undefined),
    ages: () => true,
    merge: () => true,
    look: async (organisation) => {
      await projectArrivals(house, organisation);
      return undefined;
    },
    failed: 'Arrivals could not be estimated.',
  });

async function projectArrivals(house: House, organisation: string): Promise<void> {
  const now = house.clock.instant();
  const { travelled, said, goods, basis } = await house.db.as(
    { kind: 'organisation', org: organisation },
    async (tx) => {
      const goods = await listUnderWay(tx, organisation);
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

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { DockBays, dockOwner, Id, Instant, LONGEST_SLOT_MINUTES, RecordOutcome } from '@intakt/contract';
import { type Static, Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { recordAs } from '../../access/record-as.ts';
import { closed } from '../../access/schemas.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { freeBay } from './dock-rules.ts';
import { listBookings } from './dock-store.ts';
import { stopKey } from './publish.ts';
import { listStops, type StopRow } from './store.ts';

const MINUTE_MS = 60_000;
const MOST_STOPS = 1000;
const Wish = Type.Object(
  {
    /** Whose tour it is, where two customers call theirs alike. */
    customer: Type.Optional(Id),
    from: Type.Optional(Instant),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: LONGEST_SLOT_MINUTES })),
    bay: Type.Optional(DockBays),
  },
  closed,
);
const Given = Type.Object({
  ...RecordOutcome.properties,
  from: Instant,
  to: Instant,
  bay: DockBays,
});

/** Slots at the docks, given by who has them: as a stop asks, or at another time or bay. */
export const dockRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.put(
    '/api/tours/:id/stops/:stop/dock-slot',
    {
      schema: {
        tags: ['transport'],
        summary: 'Give a stop at my site its dock slot: as asked, or at another time or bay; said again, it is moved',
        params: Type.Object({ id: Id, stop: Id }, closed),
        body: Wish,
        response: { 200: Given },
      },
    },
    async (request) => {
      const who = may.giveDockSlots(principalOf(request));
      const stop = await stopAt(house, who, { ...request.params, ...request.body });
      const slot = await slotFor(house, who, stop, request.body);
      const { supplier: _supplier, ...key } = stopKey(stop);
      const data = { ...key, site: stop.site, ...slot };
      return { ...(await recordAs(house, { request, who, type: 'dock-slot-confirmed', data })), ...slot };
    },
  );
};

async function stopAt(
  house: House,
  who: Member,
  { id, stop, customer }: { id: Id; stop: Id; customer?: Id },
): Promise<StopRow> {
  const stops = await readAs(house, who, (tx) => listStops(tx, { tour: id, limit: MOST_STOPS }));
  const found = stops.filter((one) => one.stop === stop && (!customer || one.customer === customer));
  const mine = found.find((one) => dockOwner(ownersOf(one)) === who.organisation);
  return mine ?? found[0] ?? refuse('NOT_FOUND', { what: `stop of tour ${id}`, id: stop });
}

const ownersOf = ({ customer, receiver }: StopRow) => ({ customer, ...(receiver && { receiver }) });

/** What is not said is as the stop asks for it; the bay is the first that is free then. */
async function slotFor(house: House, who: Member, stop: StopRow, { from, minutes, bay }: Static<typeof Wish>) {
  const begins = Date.parse(from ?? stop.dockSlot?.wantedFrom ?? stop.plannedStart);
  const planned = Math.ceil((Date.parse(stop.plannedDeparture) - Date.parse(stop.plannedStart)) / MINUTE_MS);
  const ends = begins + (minutes ?? stop.dockSlot?.unloadingMinutes ?? Math.max(1, planned)) * MINUTE_MS;
  const slot = { from: new Date(begins).toISOString(), to: new Date(ends).toISOString() };
  if (bay !== undefined) return { ...slot, bay };
  const { bays, bookings } = await readAs(house, who, (tx) => listBookings(tx, stop, slot));
  return { ...slot, bay: freeBay(bookings, { from: begins, to: ends }, bays) ?? 1 };
}

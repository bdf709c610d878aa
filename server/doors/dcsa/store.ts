import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import type { Said } from './expect-arrival.ts';
import type { Marked, ReadEvent } from './read-event.ts';

/** A consignment that an event may be about, with what its arrival rests on. */
export interface Candidate {
  shipment: Id;
  supplier: Id;
  customer: Id;
  carrier: Id;
  expectedAt: Instant;
  heldAt: Instant | null;
  expectedBeforeHold: Instant | null;
  toLongitude: number | null;
  toLatitude: number | null;
  byEquipment: boolean;
  before: Said[];
}

const MOST_MATCHED = 200;

/**
 * Open consignments of the reader that travel in the container, or whose booking, bill of lading or despatch note the
 * event names. A container that is known decides; documents count only where no consignment is known to travel in it.
 */
export async function findCandidates(
  house: House,
  organisation: Id,
  { equipment, documents }: Pick<ReadEvent, 'equipment' | 'documents'>,
): Promise<Candidate[]> {
  const rows = await house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) => tx.query<Candidate>(CANDIDATES, [equipment ?? null, documents, MOST_MATCHED]),
    { readOnly: true },
  );
  const inContainer = rows.filter((row) => row.byEquipment);
  return inContainer.length > 0 ? inContainer : rows;
}

const CANDIDATES = `
  with named as (
    select c.owner, c.shipment, true as by_equipment from consignment c
      where $1::text is not null and (upper(regexp_replace(c.vehicle, '[^A-Za-z0-9]', '', 'g')) = $1
        or exists (select 1 from consignment_equipment e where e.owner = c.owner and e.shipment = c.shipment and e.equipment = $1))
    union
    select c.owner, c.shipment, false from consignment c where c.transport_reference = any($2) or c.despatch_note = any($2) or c.shipment = any($2)
    union
    select s.owner, s.id, false from shipment s where s.transport_reference = any($2) or s.despatch_note = any($2)
  )
  select c.shipment, c.owner as supplier, c.customer, c.carrier, c.expected_at as "expectedAt", c.held_at as "heldAt",
    c.expected_before_hold as "expectedBeforeHold", t.longitude as "toLongitude", t.latitude as "toLatitude", bool_or(n.by_equipment) as "byEquipment",
    coalesce((select json_agg(json_build_object('milestone', m.milestone, 'certainty', m.certainty, 'at', m.at, 'place', m.place, 'saidAt', m.said_at) order by m.sequence)
      from transport_milestone m where m.owner = c.owner and m.shipment = c.shipment), '[]') as before
  from named n join consignment c on c.owner = n.owner and c.shipment = n.shipment
    left join lateral (select longitude, latitude from site where id = c.site_to limit 1) t on true
  where c.state <> 'arrived'
  group by c.owner, c.shipment, c.customer, c.carrier, c.expected_at, c.held_at, c.expected_before_hold, t.longitude, t.latitude
  order by c.owner, c.shipment limit $3`;

/** Coordinates of a port that is one of the known sites. */
export async function locatePort(
  tx: Transaction,
  unLocode: string,
): Promise<{ longitude: number; latitude: number } | undefined> {
  const [row] = await tx.query<{ longitude: number; latitude: number }>(
    `select longitude, latitude from site where identifiers ->> 'unLocode' = $1 and longitude is not null and latitude is not null limit 1`,
    [unLocode],
  );
  return row;
}

export interface KeptEvent {
  owner: Id;
  id: string;
  receivedAt: Instant;
  body: unknown;
  read?: ReadEvent;
}

/** Kept before anything else, so that a stop of the server loses none. Answers the ids that were not here before. */
export async function keepEvents(tx: Transaction, events: KeptEvent[]): Promise<Set<string>> {
  const rows = events.map(({ owner, id, receivedAt, body, read }) => ({
    owner,
    id,
    received_at: receivedAt,
    at: read?.step?.at ?? null,
    kind: read?.kind ?? null,
    code: read?.code ?? null,
    classifier: read?.step?.certainty ?? null,
    equipment: read?.equipment ?? null,
    place: read?.step?.place?.name ?? read?.step?.place?.unLocode ?? null,
    state: 'waiting',
    mark: null,
    detail: null,
    shipments: [],
    body,
  }));
  const added = await tx.query<{ id: string }>(
    `insert into container_event select * from json_populate_recordset(null::container_event, $1::json) on conflict (owner, id) do nothing returning id`,
    [JSON.stringify(rows)],
  );
  return new Set(added.map(({ id }) => id));
}

export const settleEvent = (
  tx: Transaction,
  { owner, id, state, marked, shipments }: { owner: Id; id: string; state: string; marked?: Marked; shipments: Id[] },
): Promise<unknown> =>
  tx.query(
    'update container_event set state = $3, mark = $4, detail = $5, shipments = $6 where owner = $1 and id = $2',
    [owner, id, state, marked?.mark ?? null, marked ? JSON.stringify(marked.detail) : null, shipments],
  );

/** In the order in which they were created, so that estimates follow each other as they were made. */
export const listWaiting = (tx: Transaction, owner: Id, limit: number): Promise<{ id: string; body: unknown }[]> =>
  tx.query(
    `select id, body from container_event where owner = $1 and state = 'waiting' order by body ->> 'eventCreatedDateTime', id limit $2`,
    [owner, limit],
  );

export const ownersWaiting = (tx: Transaction): Promise<{ owner: Id }[]> =>
  tx.query(`select distinct owner from container_event where state = 'waiting'`);

export interface HeldConsignment {
  shipment: Id;
  supplier: Id;
  customer: Id;
  carrier: Id;
  expectedAt: Instant;
  heldAt: Instant;
  expectedBeforeHold: Instant;
}
export const listHeld = (tx: Transaction): Promise<HeldConsignment[]> =>
  tx.query(
    `select shipment, owner as supplier, customer, carrier, expected_at as "expectedAt", held_at as "heldAt", expected_before_hold as "expectedBeforeHold"
     from consignment where held_at is not null and state <> 'arrived' limit 10000`,
  );

export const listKept = (tx: Transaction, { state, limit }: { state?: string; limit: number }) =>
  tx.query(
    `select id, received_at as "receivedAt", at, kind, code, classifier, equipment, place, state, mark, detail, shipments
     from container_event where $1::text is null or state = $1 order by received_at desc, id limit $2`,
    [state ?? null, limit],
  );

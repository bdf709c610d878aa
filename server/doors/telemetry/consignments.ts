import type { Id } from '@intakt/contract';
import type { Database } from '@intakt/database';
import type { Fences } from './geofence.ts';
import type { Trail } from './plausibility.ts';
import type { Place } from './reading.ts';

/** A consignment under way, as the intake follows it. */
export interface Followed {
  shipment: Id;
  supplier: Id;
  customer: Id;
  carrier: Id;
  from: Id;
  to: Id;
  audience: Id[];
  fences: Fences;
  trail: Trail;
}

const KEPT_MS = 60_000;
/** What is not known may be handed over any moment. */
const MISSED_MS = 2_000;
const MAX_KEPT = 100_000;

interface Kept {
  followed: Followed | undefined;
  until: number;
}
export interface Asked {
  organisation: Id;
  shipment: Id;
  /** Whether the customer counts too: a driver's link may come from it. */
  isLink?: boolean;
}
const keyOf = ({ organisation, shipment, isLink }: Asked): string =>
  `${organisation}\u0000${shipment}\u0000${isLink === true}`;

/** Consignments by who reports on them; only who carries or sends the goods says where they are. */
export class Consignments {
  readonly #db: Database;
  readonly #kept = new Map<string, Kept>();

  constructor(db: Database) {
    this.#db = db;
  }

  find(asked: Asked): Followed | undefined {
    return this.#kept.get(keyOf(asked))?.followed;
  }

  /** Looks up, in one statement, what is not known or not known any more. */
  async load(asked: Asked[]): Promise<void> {
    const now = performance.now();
    const missing = new Map<string, Asked>();
    for (const one of asked) {
      const key = keyOf(one);
      if (!((this.#kept.get(key)?.until ?? 0) > now)) missing.set(key, one);
    }
    if (missing.size === 0) return;
    const found = new Map((await readConsignments(this.#db, [...missing.values()])).map((row) => [keyOf(row), row]));
    for (const key of missing.keys()) this.#keep(key, found.get(key), now);
  }

  /** After a failure nothing that was concluded meanwhile holds. */
  forget(): void {
    this.#kept.clear();
  }

  #keep(key: string, row: ConsignmentRow | undefined, now: number): void {
    const before = this.#kept.get(key)?.followed;
    this.#kept.delete(key);
    if (this.#kept.size >= MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(key, { followed: row && follow(row, before), until: now + (row ? KEPT_MS : MISSED_MS) });
  }
}

interface ConsignmentRow extends Asked {
  supplier: Id;
  customer: Id;
  carrier: Id;
  from: Id;
  to: Id;
  audience: Id[];
  departed: boolean;
  arrived: boolean;
  fromPlace: [number | null, number | null];
  toPlace: [number | null, number | null];
  last: [number | null, number | null, number | null];
}

function follow(row: ConsignmentRow, before: Followed | undefined): Followed {
  const { shipment, supplier, customer, carrier, from, to, audience } = row;
  const [longitude, latitude, at] = row.last;
  const last = longitude === null || latitude === null || at === null ? undefined : { longitude, latitude, at };
  const { departed, arrived } = row;
  return {
    shipment,
    supplier,
    customer,
    carrier,
    from,
    to,
    audience,
    fences: { from: placeFrom(row.fromPlace), to: placeFrom(row.toPlace), departed, arrived },
    trail: before && (before.trail.last?.at ?? 0) >= (at ?? 0) ? before.trail : { last },
  };
}

const placeFrom = ([longitude, latitude]: [number | null, number | null]): Place | undefined =>
  longitude === null || latitude === null ? undefined : { longitude, latitude };

/** Sites are read as the system: what comes of them, "arrived at", is said only to the parties that the consignment names. */
const readConsignments = (db: Database, asked: Asked[]): Promise<ConsignmentRow[]> =>
  db.system((tx) =>
    tx.query<ConsignmentRow>(
      `select distinct on (a.organisation, a.shipment, a.by_link) a.organisation, a.shipment, a.by_link as "isLink", c.owner as supplier, c.customer, c.carrier,
              c.site_from as "from", c.site_to as "to", c.audience, c.departed_at is not null as departed, c.arrived_at is not null as arrived,
              json_build_array(f.longitude, f.latitude) as "fromPlace", json_build_array(t.longitude, t.latitude) as "toPlace",
              case when l.at > coalesce(c.position_at, '-infinity') then json_build_array(l.longitude, l.latitude, extract(epoch from l.at) * 1000)
                   else json_build_array(c.longitude, c.latitude, extract(epoch from c.position_at) * 1000) end as last
         from unnest($1::text[], $2::text[], $3::bool[]) as a (organisation, shipment, by_link)
         join consignment c on c.shipment = a.shipment and (c.carrier = a.organisation or c.owner = a.organisation or (a.by_link and c.customer = a.organisation))
         left join live_position l on l.owner = c.owner and l.shipment = c.shipment
         left join lateral (select longitude, latitude from site where id = c.site_from order by owner = c.owner desc limit 1) f on true
         left join lateral (select longitude, latitude from site where id = c.site_to order by owner = c.customer desc limit 1) t on true
        order by a.organisation, a.shipment, a.by_link, c.owner`,
      [asked.map((one) => one.organisation), asked.map((one) => one.shipment), asked.map((one) => one.isLink === true)],
    ),
  );

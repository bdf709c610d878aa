import type { Id, Instant } from '@intakt/contract';
import type { Database, Transaction } from '@intakt/database';
import type { Mark } from './plausibility.ts';
import type { SensorKind } from './reading.ts';

interface Raw {
  owner: Id;
  device: string;
  at: Instant;
  /** Absent where the row belongs to no consignment of the reporter's. */
  supplier?: Id;
  shipment?: Id;
  digest?: string;
  mark?: Mark;
}
export interface PositionRow extends Raw {
  longitude: number;
  latitude: number;
  speedKmh?: number;
}
export interface SensorRow extends Raw {
  kind: SensorKind;
  value: number;
}
/** Rows of one device on one consignment, whose digest is owed to the ledger. */
export interface Window {
  owner: Id;
  digest: string;
  device: string;
  supplier: Id;
  shipment: Id;
  windowId: string;
  firstAt: Instant;
}
export interface LivePosition {
  owner: Id;
  shipment: Id;
  longitude: number;
  latitude: number;
  at: Instant;
  audience: Id[];
}
export interface Flush {
  positions: PositionRow[];
  sensors: SensorRow[];
  windows: Window[];
  live: LivePosition[];
  receivedAt: Instant;
}

/** One statement: all of a flush is stored, or nothing. A device is at one place at one time: a row that comes again is the same row. */
export async function storeFlush(
  tx: Transaction,
  { positions, sensors, windows, live, receivedAt }: Flush,
): Promise<void> {
  const of = <T, K extends keyof T>(rows: T[], key: K): (T[K] | null)[] => rows.map((row) => row[key] ?? null);
  await tx.kept(
    `with positions as (
       insert into telemetry_position (owner, device, shipment, longitude, latitude, speed_kmh, at, digest, supplier, mark, received_at)
       select r.*, $33::timestamptz from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::float8[], $7::timestamptz[], $8::uuid[], $9::text[], $10::text[]) r
       on conflict (owner, device, at) do nothing),
     sensors as (
       insert into telemetry_reading (owner, device, shipment, kind, value, at, digest, supplier, mark, received_at)
       select r.*, $33::timestamptz from unnest($11::text[], $12::text[], $13::text[], $14::text[], $15::float8[], $16::timestamptz[], $17::uuid[], $18::text[], $19::text[]) r
       on conflict (owner, device, kind, at) do nothing),
     windows as (
       insert into telemetry_window (owner, digest, device, supplier, shipment, window_id, first_at)
       select * from unnest($20::text[], $21::uuid[], $22::text[], $23::text[], $24::text[], $25::text[], $26::timestamptz[])
       on conflict (owner, digest) do update set first_at = excluded.first_at where excluded.first_at < telemetry_window.first_at)
     insert into live_position (owner, shipment, longitude, latitude, at, audience)
     select l.owner, l.shipment, l.longitude, l.latitude, l.at, string_to_array(l.audience, ',')
       from unnest($27::text[], $28::text[], $29::float8[], $30::float8[], $31::timestamptz[], $32::text[]) l (owner, shipment, longitude, latitude, at, audience)
     on conflict (owner, shipment) do update
       set longitude = excluded.longitude, latitude = excluded.latitude, at = excluded.at, received_at = excluded.received_at, audience = excluded.audience
       where excluded.at > live_position.at`,
    [
      ...(
        [
          'owner',
          'device',
          'shipment',
          'longitude',
          'latitude',
          'speedKmh',
          'at',
          'digest',
          'supplier',
          'mark',
        ] as const
      ).map((key) => of(positions, key)),
      ...(['owner', 'device', 'shipment', 'kind', 'value', 'at', 'digest', 'supplier', 'mark'] as const).map((key) =>
        of(sensors, key),
      ),
      ...(['owner', 'digest', 'device', 'supplier', 'shipment', 'windowId', 'firstAt'] as const).map((key) =>
        of(windows, key),
      ),
      ...(['owner', 'shipment', 'longitude', 'latitude', 'at'] as const).map((key) => of(live, key)),
      live.map(({ audience }) => audience.join(',')),
      receivedAt,
    ],
  );
}

/** The shipments that devices were assigned to. */
export async function readAssignments(db: Database, devices: string[]): Promise<Map<string, Id>> {
  const rows = await db.system((tx) =>
    tx.query<{ id: string; shipment: Id }>(
      'select id, shipment from device where id = any($1) and shipment is not null and revoked_at is null',
      [devices],
    ),
  );
  return new Map(rows.map(({ id, shipment }) => [id, shipment]));
}

/** Windows that have been open long enough for everything to have come, the oldest first. */
export const dueWindows = (db: Database, { openMs, limit }: { openMs: number; limit: number }): Promise<Window[]> =>
  db.system((tx) =>
    tx.query<Window>(
      `select owner, digest, device, supplier, shipment, window_id as "windowId", first_at as "firstAt" from telemetry_window
        where opened_at < now() - make_interval(secs => $1) order by opened_at limit $2`,
      [openMs / 1000, limit],
    ),
  );

export interface WindowRows {
  positions: Pick<PositionRow, 'longitude' | 'latitude' | 'speedKmh' | 'at' | 'mark'>[];
  sensors: Pick<SensorRow, 'kind' | 'value' | 'at' | 'mark'>[];
}

export const readWindow = (db: Database, { owner, device, digest, firstAt }: Window): Promise<WindowRows> =>
  db.system(async (tx) => {
    const values = [owner, device, digest, firstAt];
    return {
      positions: await tx.query(
        `select longitude, latitude, speed_kmh as "speedKmh", at, mark from telemetry_position
          where owner = $1 and device = $2 and digest = $3 and at >= $4 order by at`,
        values,
      ),
      sensors: await tx.query(
        `select kind, value, at, mark from telemetry_reading
          where owner = $1 and device = $2 and digest = $3 and at >= $4 order by kind, at`,
        values,
      ),
    };
  });

export const closeWindow = (db: Database, { owner, digest }: Window): Promise<unknown> =>
  db.system((tx) => tx.query('delete from telemetry_window where owner = $1 and digest = $2', [owner, digest]));

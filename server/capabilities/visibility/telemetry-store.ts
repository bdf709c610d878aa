import type { SENSOR_KINDS } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

/** Points of a curve: enough for a wide screen, however long a tracker has been sending. */
const BUCKETS = 240;
const MAX_TRACK = 400;
const MAX_MARKED = 50;

export interface CurvePoint {
  kind: (typeof SENSOR_KINDS)[number];
  at: string;
  lowest: number;
  highest: number;
}

/** Lowest and highest per stretch of time, so that a short peak is never smoothed away. */
export const readCurves = (tx: Transaction, shipment: string): Promise<CurvePoint[]> =>
  tx.query(
    `with r as (select kind, at, value from telemetry_reading where shipment = $1 and mark is null and supplier is not null),
          span as (select min(at) as first, greatest(max(at), min(at) + interval '1 second') as last from r)
     select kind, min(at) as at, min(value) as lowest, max(value) as highest
       from r, span
      group by kind, width_bucket(extract(epoch from at), extract(epoch from span.first), extract(epoch from span.last), ${BUCKETS})
      order by kind, at`,
    [shipment],
  );

export interface TrackPoint {
  at: string;
  longitude: number;
  latitude: number;
  speedKmh: number | null;
}
/** The way so far, thinned evenly; the latest point is always among them. */
export const readTrack = (tx: Transaction, shipment: string): Promise<TrackPoint[]> =>
  tx.query(
    `select at, longitude, latitude, speed_kmh as "speedKmh"
       from (select *, row_number() over (order by at desc) - 1 as place, count(*) over () as total
               from telemetry_position where shipment = $1 and mark is null and supplier is not null) p
      where place % greatest(1, ceil(total / ${MAX_TRACK}.0)::int) = 0 order by at`,
    [shipment],
  );

export interface MarkedRow {
  at: string;
  mark: string;
  kind: string;
  value: number | null;
}
/** What was kept but moved nothing, the latest first. */
export const readMarked = (tx: Transaction, shipment: string): Promise<MarkedRow[]> =>
  tx.query(
    `select at, mark, 'position' as kind, null::float8 as value from telemetry_position where shipment = $1 and mark is not null and supplier is not null
     union all select at, mark, kind, value from telemetry_reading where shipment = $1 and mark is not null and supplier is not null
     order by at desc limit ${MAX_MARKED}`,
    [shipment],
  );

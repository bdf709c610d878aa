import type { EventData } from '@intakt/contract';
import {
  type CarrierBias,
  type CarrierEstimate,
  type DriverState,
  EU_561,
  estimateArrival,
  fitCarrierBias,
  fitLegs,
  type Leg,
  type LegModel,
  type LegRecord,
  valueAt,
  wheelHoursIn,
} from '@intakt/eta';
import type { JourneyRow, KnownBand, SaidRow, UnderWayRow } from './arrival-store.ts';
import { greatCircleKm, pointOf } from './great-circle.ts';

export type Band = Omit<EventData<'arrival-projected'>, 'owner'>;

/** What an organisation's own journeys taught it. */
export interface Learned {
  model: LegModel;
  bias?: CarrierBias;
  /** Journeys of each lane and kind of leg. */
  journeys: ReadonlyMap<string, number>;
}

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** The speed of trucks on roads that are a quarter longer than the straight line. */
const ROAD = { factor: 1.25, kmh: 70 };
/** Fewer journeys of a kind say nothing of the next. */
const LEAST_JOURNEYS = 5;
const LEAST_ESTIMATES = 5;
/** What a tracker said longer ago is not where the goods are. */
const FRESH_POSITION_HOURS = 3;
const LEAST_HOURS = 0.05;

/** Learns from journeys that are over; rests that a driver must take are reckoned out of the road's hours. Pure. */
export function learnFrom(journeys: readonly JourneyRow[], said: readonly SaidRow[]): Learned {
  const records = journeys.flatMap(recordOf);
  const counts = new Map<string, number>();
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const leg of records) counts.set(laneOf(leg), (counts.get(laneOf(leg)) ?? 0) + 1);
  const estimates = said.map(
    (one): CarrierEstimate => ({
      carrier: one.carrier,
      saidHours: hoursBetween(one.saidAt, one.expectedAt),
      realHours: hoursBetween(one.saidAt, one.arrivedAt),
    }),
  );
  return {
    model: fitLegs(records.filter(({ kind }) => counts.get(kind)! >= LEAST_JOURNEYS)),
    ...(estimates.length >= LEAST_ESTIMATES && { bias: fitCarrierBias(estimates) }),
    journeys: counts,
  };
}

function recordOf(journey: JourneyRow): LegRecord[] {
  const leg = legOf(journey);
  const clock = hoursBetween(journey.departedAt, journey.arrivedAt!);
  if (!leg || clock >= 2000) return [];
  const hours = leg.kind === 'drive' ? wheelHoursIn(clock) : clock;
  return hours > LEAST_HOURS ? [{ ...leg, hours }] : [];
}

/** Undefined where neither distance nor lead time is known. */
function legOf(journey: JourneyRow): Leg | undefined {
  const { siteFrom, siteTo, carrier, mode, timeZone, departedAt, leadTimeDays } = journey;
  const kind = KINDS[mode ?? 'road'] ?? 'drive';
  const km = kmBetween(journey, { longitude: journey.fromLongitude, latitude: journey.fromLatitude });
  const byLane = leadTimeDays ? leadTimeDays * DAY_HOURS : undefined;
  const byRoad = km === undefined ? byLane && wheelHoursIn(byLane) : roadHours(km);
  const referenceHours = kind === 'drive' ? byRoad : byLane;
  if (!referenceHours) return undefined;
  const lane = `${siteFrom} ${siteTo}`;
  return { kind, origin: siteFrom, lane, carrier, startHour: hourAt(departedAt, timeZone), referenceHours };
}
const KINDS: Record<string, Leg['kind']> = {
  road: 'drive',
  rail: 'rail',
  sea: 'sea',
  'inland-waterway': 'sea',
  air: 'air',
};

/** When goods under way will be there, with what it rests on. Pure. */
export function bandOf(goods: UnderWayRow, learned: Learned, now: string): Band {
  const about = { supplier: goods.supplier, shipment: goods.shipment };
  const leg = legOf(goods);
  const journeys = leg ? (learned.journeys.get(laneOf(leg)) ?? 0) : 0;
  const said = goods.saidExpectedAt ?? undefined;
  if (said && isDecided(goods)) return { ...about, p50At: soonest(said, now), basis: 'decided', journeys };
  const estimate = leg && learnedEstimate(goods, leg, { learned, now });
  if (estimate) return { ...about, ...estimate, journeys };
  if (said) return { ...about, p50At: soonest(said, now), basis: 'said', journeys };
  if (goods.leadTimeDays === null)
    return { ...about, p50At: soonest(goods.expectedAt, now), basis: 'advised', journeys };
  const byLane = later(goods.departedAt, goods.leadTimeDays * DAY_HOURS);
  return { ...about, p50At: soonest(byLane, now), basis: 'lead-time', journeys };
}

/** Options that bring goods otherwise than the lane does; their estimate names the option as its reason. */
const isDecided = ({ saidReason }: UnderWayRow): boolean => /^(expedite-|reroute)/.test(saidReason ?? '');

/** The rest of the way from where the goods were last seen, or the whole way with the time that it has already taken. */
function learnedEstimate(goods: UnderWayRow, leg: Leg, { learned, now }: { learned: Learned; now: string }) {
  const elapsed = Math.min(1999, Math.max(0, hoursBetween(goods.departedAt, now)));
  const isRoad = leg.kind === 'drive';
  const left = isRoad ? hoursLeft(goods, now) : undefined;
  const legs = [left === undefined ? leg : { ...leg, referenceHours: left }];
  const elapsedHours = left !== undefined ? 0 : isRoad ? wheelHoursIn(elapsed) : elapsed;
  const says = goods.saidBy === goods.carrier && goods.saidExpectedAt && goods.saidExpectedAt > now;
  const carrierSays = says
    ? { carrier: goods.carrier, saidHours: hoursBetween(now, goods.saidExpectedAt!) }
    : undefined;
  const journey = { legs, elapsedHours, driver: isRoad ? driverAfter(elapsed) : undefined, carrierSays };
  const answer = estimateArrival(learned, journey);
  if (!answer.ok) return undefined;
  const at = (level: number): string => later(now, Math.max(0, valueAt(answer.estimate.quantiles, level)));
  const basis = carrierSays && learned.bias ? ('history-and-carrier' as const) : ('history' as const);
  return { p20At: at(0.2), p50At: at(0.5), p80At: at(0.8), p95At: at(0.95), basis };
}

function hoursLeft(goods: UnderWayRow, now: string): number | undefined {
  if (!goods.positionAt || hoursBetween(goods.positionAt, now) > FRESH_POSITION_HOURS) return undefined;
  const km = kmBetween(goods, { longitude: goods.longitude, latitude: goods.latitude });
  return km === undefined ? undefined : Math.max(LEAST_HOURS, roadHours(km));
}

/** One driver who began fresh at the departure and drove as he may. */
function driverAfter(clockHours: number): DriverState {
  const dutyHours = Math.min(
    EU_561.dutyHours,
    clockHours % (EU_561.dailyDriveHours + EU_561.breakHours + EU_561.dailyRestHours),
  );
  const sinceDailyRestHours = Math.min(EU_561.dailyDriveHours, wheelHoursIn(dutyHours));
  return { dutyHours, sinceDailyRestHours, sinceBreakHours: sinceDailyRestHours % EU_561.driveBeforeBreakHours };
}

/** A move of a quarter of an hour is none, nor one of a tenth of the time to go: the band is said for who plans by it. */
export function hasMoved(band: Band, known: KnownBand | null, now: string): boolean {
  if (!known || known.basis !== band.basis) return true;
  const allowed = Math.max(0.25, Math.abs(hoursBetween(now, band.p50At)) / 10);
  const moved = (one: string | null | undefined, other: string | null | undefined): boolean =>
    Boolean(one) !== Boolean(other) || Boolean(one && other && Math.abs(hoursBetween(one, other)) > allowed);
  return moved(band.p50At, known.p50At) || moved(band.p95At, known.p95At);
}

const laneOf = ({ kind, lane }: Leg): string => `${kind} ${lane}`;
const roadHours = (km: number): number => Math.max(LEAST_HOURS, (km * ROAD.factor) / ROAD.kmh);

function kmBetween(
  { toLongitude, toLatitude }: JourneyRow,
  { longitude, latitude }: { longitude: number | null; latitude: number | null },
): number | undefined {
  const [from, to] = [pointOf(longitude, latitude), pointOf(toLongitude, toLatitude)];
  return from && to && greatCircleKm(from, to);
}

const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / HOUR_MS;
const later = (at: string, hours: number): string =>
  new Date(Math.round(Date.parse(at) + hours * HOUR_MS)).toISOString();
/** What is not there yet comes now at the earliest. */
const soonest = (at: string, now: string): string => new Date(Math.max(Date.parse(at), Date.parse(now))).toISOString();
const hourAt = (at: string, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(at)));

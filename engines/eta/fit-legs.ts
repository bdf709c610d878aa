import type { Leg, LegKind, LegRecord } from './leg.ts';
import { blend, type Quantiles, sampleQuantiles } from './levels.ts';
import { type Effects, median, withinLaneEffects } from './within-lane-effects.ts';

/** What was learned of one kind of leg; times are logarithms of multiples of the reference. */
interface KindModel {
  quarter: Effects;
  carrier: Effects;
  all: Quantiles;
  origins: ReadonlyMap<string, Quantiles>;
  lanes: ReadonlyMap<string, Quantiles>;
}
export type LegModel = ReadonlyMap<LegKind, KindModel>;

/** How many observations weigh as much as the level above. */
export interface Priors {
  /** Journeys of a lane, for where its times lie, and for how they scatter. */
  lane: number;
  scatter: number;
  /** Lanes of an origin: many journeys on one lane say little about the next. */
  origin: number;
  effect: number;
}
const PRIORS: Priors = { lane: 5, scatter: 30, origin: 4, effect: 20 };

/**
 * Learns how long legs take: quantiles by lane, drawn towards those of the origin, and these towards those of the kind,
 * the more the fewer journeys there are (shrinkage; Efron & Morris 1975, here level by level on quantiles). A lane never
 * seen is so answered with all that is known of lanes from the same origin, with the scatter between lanes in it.
 *
 * @param records legs travelled, in any order; a kind without records is not answered for
 * @throws RangeError when a time or a reference is not above 0
 * @example legQuantiles(fitLegs(records), leg) // hours at each of LEVELS
 */
export function fitLegs(records: readonly LegRecord[], priors: Partial<Priors> = {}): LegModel {
  const wrong = records.find(({ hours, referenceHours }) => !(hours > 0 && referenceHours > 0));
  if (wrong)
    throw new RangeError(
      `A ${wrong.kind} leg of ${wrong.hours} hours, reference ${wrong.referenceHours}: expected above 0.`,
    );
  const byKind = Map.groupBy(records, ({ kind }) => kind);
  return new Map([...byKind].map(([kind, ofKind]) => [kind, fitKind(ofKind, { ...PRIORS, ...priors })]));
}

/** Distribution of a leg's time in hours at `LEVELS`, or undefined for a kind of which nothing was learned. */
export function legQuantiles(model: LegModel, leg: Leg): Quantiles | undefined {
  const kind = model.get(leg.kind);
  if (!kind) return undefined;
  const offset = (kind.quarter.get(quarterOf(leg)) ?? 0) + (kind.carrier.get(leg.carrier) ?? 0);
  const known = kind.lanes.get(leg.lane) ?? kind.origins.get(leg.origin) ?? kind.all;
  return known.map((value) => leg.referenceHours * Math.exp(value + offset));
}

function fitKind(records: readonly LegRecord[], priors: Priors): KindModel {
  const raw = Float64Array.from(records, ({ hours, referenceHours }) => Math.log(hours / referenceHours));
  const quarter = withinLaneEffects(records, raw, quarterOf, priors.effect);
  const timed = raw.map((value, at) => value - quarter.get(quarterOf(records[at]!))!);
  const carrier = withinLaneEffects(records, timed, ({ carrier }) => carrier, priors.effect);
  const values = timed.map((value, at) => value - carrier.get(records[at]!.carrier)!);
  const all = sampleQuantiles([...values]);
  const origins = fitOrigins(records, values, all, priors);
  return { quarter, carrier, all, origins, lanes: fitLanes(records, values, origins, priors) };
}

function fitOrigins(
  records: readonly LegRecord[],
  values: Float64Array,
  all: Quantiles,
  priors: Priors,
): Map<string, Quantiles> {
  const places = Map.groupBy(records.keys(), (at) => records[at]!.origin);
  return new Map(
    [...places].map(([origin, ats]) => {
      const lanes = new Set(ats.map((at) => records[at]!.lane)).size;
      const own = sampleQuantiles(ats.map((at) => values[at]!));
      return [origin, blend(own, all, lanes / (lanes + priors.origin))];
    }),
  );
}

/** Few journeys tell where a lane lies sooner than how it scatters: the scatter is first drawn to that of all lanes. */
function fitLanes(
  records: readonly LegRecord[],
  values: Float64Array,
  origins: ReadonlyMap<string, Quantiles>,
  priors: Priors,
): Map<string, Quantiles> {
  const places = [...Map.groupBy(records.keys(), (at) => records[at]!.lane)];
  const lanes = places.map(([lane, ats]) => {
    const sample = ats.map((at) => values[at]!);
    const middle = median(sample);
    return { lane, origin: records[ats[0]!]!.origin, middle, scatter: sample.map((value) => value - middle) };
  });
  const common = sampleQuantiles(lanes.flatMap(({ scatter }) => (scatter.length > 2 ? scatter : [0])));
  return new Map(
    lanes.map(({ lane, origin, middle, scatter }) => {
      const count = scatter.length;
      const shape = blend(sampleQuantiles(scatter), common, count / (count + priors.scatter));
      const own = shape.map((value) => middle + value);
      return [lane, blend(own, origins.get(origin)!, count / (count + priors.lane))];
    }),
  );
}

/** Night, morning, afternoon, evening. */
const quarterOf = ({ startHour }: Leg): string => String(Math.floor((((startHour % 24) + 24) % 24) / 6));

import type { IsoDay } from '@intakt/contract';
import { type Explosion, explode } from '@intakt/demand-planning';
import { weekIndex } from './release-history.ts';

export interface BillRow {
  parent: string;
  components: {
    part: string;
    quantity: number;
    unit: string;
    validFrom?: IsoDay;
    validTo?: IsoDay;
    leadTimeOffsetDays?: number;
  }[];
}

export interface MaterialWeek {
  part: string;
  unit: string;
  weeks: { week: IsoDay; quantity: number }[];
}
export type MaterialAnswer = { ok: true; materials: MaterialWeek[] } | { ok: false; cycle: string[] };

/**
 * What the demand of parts takes of everything that their owner's own bills of material name, on all levels and before any stock: a gross
 * requirement to talk to suppliers about, not yet an order.
 *
 * @param demand pieces per part and Monday
 * @param weeks Mondays, one after the other
 */
export function rawMaterial(
  bills: readonly BillRow[],
  demand: ReadonlyMap<string, ReadonlyMap<IsoDay, number>>,
  weeks: readonly IsoDay[],
): MaterialAnswer {
  const lines = bills.flatMap(({ parent, components }) => components.map((component) => ({ parent, ...component })));
  const items = [...new Set([...demand.keys(), ...lines.flatMap(({ parent, part }) => [parent, part])])];
  const numberOf = new Map(items.map((item, i) => [item, i]));
  const result = explodeLines(lines, { demand, weeks, items, numberOf });
  if (!result.ok) return { ok: false, cycle: result.cycle.map((item) => items[item]!) };
  const units = new Map(lines.map(({ part, unit }) => [part, unit]));
  const materials = items.flatMap((part, item) => {
    const unit = units.get(part);
    const gross = weeks.map((week, bucket) => ({ week, quantity: result.gross[item * weeks.length + bucket]! }));
    return unit && gross.some(({ quantity }) => quantity > 0) ? [{ part, unit, weeks: gross }] : [];
  });
  return { ok: true, materials };
}

type Line = BillRow['components'][number] & { parent: string };
interface Exploded {
  demand: ReadonlyMap<string, ReadonlyMap<IsoDay, number>>;
  weeks: readonly IsoDay[];
  items: string[];
  numberOf: ReadonlyMap<string, number>;
}

const NONE = { item: new Int32Array(0), bucket: new Int32Array(0), quantity: new Float64Array(0) };

function explodeLines(lines: Line[], { demand, weeks, items, numberOf }: Exploded): Explosion {
  const [first = '1970-01-05'] = weeks;
  const bucketOf = (day: IsoDay): number => Math.floor(weekIndex(first, day));
  const needed = new Float64Array(items.length * weeks.length);
  for (const [part, byWeek] of demand)
    for (const [bucket, week] of weeks.entries())
      needed[numberOf.get(part)! * weeks.length + bucket] = byWeek.get(week) ?? 0;
  const zeros = () => new Float64Array(items.length);
  return explode({
    bill: {
      items: items.length,
      parent: Int32Array.from(lines, ({ parent }) => numberOf.get(parent)!),
      child: Int32Array.from(lines, ({ part }) => numberOf.get(part)!),
      quantityPer: Float64Array.from(lines, ({ quantity }) => quantity),
      offsetBuckets: Int32Array.from(lines, ({ leadTimeOffsetDays = 0 }) => -Math.round(leadTimeOffsetDays / 7)),
      validFrom: Int32Array.from(lines, ({ validFrom }) => (validFrom ? bucketOf(validFrom) : 0)),
      validTo: Int32Array.from(lines, ({ validTo }) => (validTo ? bucketOf(validTo) : weeks.length)),
    },
    buckets: weeks.length,
    demand: needed,
    ...{ onHand: zeros(), safetyStock: zeros(), lotMultiple: zeros(), leadTimeBuckets: new Int32Array(items.length) },
    ...{ inTransit: NONE, calledOff: NONE },
  });
}

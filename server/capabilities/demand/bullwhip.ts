import type { Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { bullwhipBound, bullwhipRatio } from '@intakt/demand-planning';
import { addDays } from '@intakt/material-flow';
import { readReleases } from './accuracy-store.ts';
import { readBills, readSupplyLanes, readUnits, type SupplyLane } from './demand-plan-store.ts';
import { AVERAGED_WEEKS, listEndDemand } from './demand-plan-view.ts';
import { readStatedHistories, type StatedHistory } from './forecast-store.ts';
import { rawMaterial } from './raw-material.ts';
import { addKnown, calledOff, type Released, type Span } from './release-history.ts';
import { mondayOf } from './rules.ts';

/** How much more a tier's orders of a part vary than the demand that caused them, at the weeks of the call-offs. */
export interface TierBullwhip {
  customer: Id;
  /** Absent where the orders of several suppliers are taken together. */
  supplier?: Id;
  part: Id;
  site: Id;
  unit: string;
  /** What the orders are held against: end demand as it was passed on, or what the tier itself was asked for. */
  against: 'end-demand' | 'own-demand';
  weeks: number;
  ratio: number;
  /** Chen et al. 2000, with end demand shared and without; absent where no lane tells the lead time. */
  bound?: number;
  boundWithoutSharing?: number;
  /** Share of the variance that reached the supplier in orders which the shared end demand does not have. */
  removed?: number;
  because: 'order-batching' | 'demand-signal' | 'over-reaction';
}

const [PAST_WEEKS, COMING_WEEKS] = [52, 26];
/** Fewer weeks say nothing about a variance. */
const LEAST_WEEKS = 8;
/** Orders that skip so many of the weeks with demand come in lots. */
const BATCHED = 0.25;

/** The reader's own tier, and, where end demand is passed to or by it, the relations that it is passed in. */
export async function readBullwhip(
  tx: Transaction,
  { own, today }: { own: Id; today: IsoDay },
): Promise<TierBullwhip[]> {
  const tiers = await readOwnTier(tx, own, today);
  const told = new Set(tiers.map(({ part }) => part));
  const relations = (await listEndDemand(tx)).flatMap((row): TierBullwhip[] => {
    const { customer, supplier, part, site, unit, comparedWeeks: weeks, bullwhip: ratio } = row;
    if (ratio === null || weeks < LEAST_WEEKS) return [];
    if (supplier !== own && (customer !== own || told.has(part))) return [];
    const [bound, without] = [row.bound ?? undefined, row.boundWithoutSharing ?? undefined];
    const ordered = new Map(row.orders.map(({ week, quantity }) => [week, quantity]));
    const [first, last] = [row.orders[1]?.week ?? '', row.orders.at(-2)?.week ?? ''];
    const needed = row.weeks.filter(({ week, quantity }) => quantity > 0 && week >= first && week <= last);
    const skipped = needed.filter(({ week }) => !ordered.get(week)).length;
    return [
      {
        ...{ customer, supplier, part, site, unit, against: 'end-demand', weeks, ratio },
        ...(bound === undefined ? {} : { bound }),
        ...(without === undefined ? {} : { boundWithoutSharing: without }),
        ...(ratio > 1 ? { removed: rounded(1 - 1 / ratio) } : {}),
        because: causeOf(ratio, { skipped: share(skipped, needed.length), explained: without }),
      },
    ];
  });
  return [...tiers, ...relations].sort((a, b) => b.ratio - a.ratio);
}

function causeOf(
  ratio: number,
  { skipped, explained }: { skipped: number; explained: number | undefined },
): TierBullwhip['because'] {
  if (skipped >= BATCHED) return 'order-batching';
  return explained !== undefined && ratio <= explained ? 'demand-signal' : 'over-reaction';
}

/** All orders of a part by what was needed of it: as its owner stated, or else by what customers called off and the own bills of material. */
async function readOwnTier(tx: Transaction, own: Id, today: IsoDay): Promise<TierBullwhip[]> {
  const span = { start: addDays(mondayOf(today), -7 * PAST_WEEKS), weeks: PAST_WEEKS + COMING_WEEKS };
  const releases = await readReleases(tx, own, { kind: 'delivery-forecast' });
  const placed = Map.groupBy(
    releases.filter(({ customer }) => customer === own),
    ({ part }) => part,
  );
  if (placed.size === 0) return [];
  const stated = Map.groupBy(await readStatedHistories(tx, { owner: own }), ({ part }) => part);
  const derived = await derivedDemand(tx, { own, span, asked: releases.filter(({ supplier }) => supplier === own) });
  const lanes = Map.groupBy(await readSupplyLanes(tx, today), ({ part }) => part);
  const units = await readUnits(tx);
  return Array.from(placed, ([part, list]) => {
    const demands = [statedDemand(stated.get(part) ?? [], span), derived.get(part)];
    const ofPart = { list, unit: units.get(part) ?? 'H87', span };
    return measure(ofPart, { demands, lanes: (lanes.get(part) ?? []).filter(({ customer }) => customer === own) });
  }).filter((row) => row !== undefined);
}

function measure(
  { list, unit, span }: { list: Released[]; unit: string; span: Span },
  { demands, lanes }: { demands: readonly (Float64Array | undefined)[]; lanes: readonly SupplyLane[] },
): TierBullwhip | undefined {
  const orders = calledOff(list, span);
  const [pair] = demands
    .flatMap((demand) => (demand ? [commonWeeks(orders, demand)] : []))
    .sort((a, b) => b.orders.length - a.orders.length);
  if (!pair || pair.orders.length < LEAST_WEEKS) return undefined;
  const ratio = bullwhipRatio(pair.orders, pair.demand);
  if (ratio === undefined) return undefined;
  const [{ customer, part, shipTo: site }] = list as [Released];
  const suppliers = new Set(list.map(({ supplier }) => supplier));
  const leadTimeBuckets = 1 + Math.max(...lanes.map(({ leadTimeDays }) => Math.ceil(leadTimeDays / 7)));
  const bound =
    lanes.length > 0 ? rounded(bullwhipBound({ leadTimeBuckets, averagedBuckets: AVERAGED_WEEKS })) : undefined;
  const needed = pair.demand.filter((quantity) => quantity > 0).length;
  const skipped = pair.orders.filter((quantity, i) => quantity === 0 && pair.demand[i]! > 0).length;
  return {
    ...{ customer, part, site, unit, against: 'own-demand', weeks: pair.orders.length, ratio: rounded(ratio) },
    ...(suppliers.size === 1 ? { supplier: list[0]!.supplier } : {}),
    ...(bound === undefined ? {} : { bound }),
    because: causeOf(ratio, { skipped: share(skipped, needed), explained: bound }),
  };
}

function statedDemand(histories: readonly StatedHistory[], { start, weeks }: Span): Float64Array {
  const sums = new Float64Array(weeks).fill(Number.NaN);
  for (const history of histories) {
    const said = new Map(history.weeks.map(({ week, quantity }) => [week, quantity]));
    addKnown(
      sums,
      sums.map((_, i) => said.get(addDays(start, 7 * i)) ?? Number.NaN),
    );
  }
  return sums;
}

/** What the parts that customers called off take of each component, in the weeks of which they spoke. */
async function derivedDemand(
  tx: Transaction,
  { own, span, asked }: { own: Id; span: Span; asked: Released[] },
): Promise<Map<Id, Float64Array>> {
  const bills = await readBills(tx, own);
  if (bills.length === 0 || asked.length === 0) return new Map();
  const mondays = Array.from({ length: span.weeks }, (_, i) => addDays(span.start, 7 * i));
  const sums = Array.from(
    Map.groupBy(asked, ({ part }) => part),
    ([part, list]) => [part, calledOff(list, span)] as const,
  );
  const demand = new Map(
    sums.map(([part, weekly]) => [part, new Map(mondays.map((week, i) => [week, weekly[i]! || 0]))]),
  );
  const exploded = rawMaterial(bills, demand, mondays);
  if (!exploded.ok) return new Map();
  const spoken = mondays.map((_, i) => sums.some(([, weekly]) => !Number.isNaN(weekly[i]!)));
  return new Map(
    exploded.materials.map(({ part, weeks }) => [
      part,
      Float64Array.from(weeks, ({ quantity }, i) => (spoken[i] ? quantity : Number.NaN)),
    ]),
  );
}

/** Weeks of which both speak; the first and the last may be cut and are left out. */
function commonWeeks(orders: Float64Array, demand: Float64Array): { orders: Float64Array; demand: Float64Array } {
  const common = [...orders.keys()].filter((i) => !Number.isNaN(orders[i]! + demand[i]!)).slice(1, -1);
  return {
    orders: Float64Array.from(common, (i) => orders[i]!),
    demand: Float64Array.from(common, (i) => demand[i]!),
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const share = (count: number, of: number): number => (of > 0 ? count / of : 0);

import { safetyStock } from '@intakt/material-flow';
import type { JourneyRow, UnderWayRow } from './arrival-store.ts';
import type { FlowNode } from './flow.ts';
import type { LaneFact } from './flow-store.ts';

/** Fewer journeys say nothing of how a lead time scatters. */
const LEAST_JOURNEYS = 5;
/** Distance of P95 from the middle of a normal distribution, in deviations. */
const P95 = 1.645;
const DAY_MS = 86_400_000;

export interface StockRecommendation {
  site: string;
  part: string;
  unit: string;
  serviceLevel: number;
  onHand: number;
  /** Per day on which something is planned; how the plan scatters from day to day. */
  demandMean: number;
  demandDeviation: number;
  /** Of the journeys on the lane; the deviation is null, and left out of the reckoning, with fewer than five. */
  leadTimeDays: number;
  leadTimeDeviationDays: number | null;
  journeys: number;
  /** Deviation that is left where goods under way are watched; null: none with a band is under way. */
  watchedDeviationDays: number | null;
  recommended: number;
  /** With what the live view leaves of the scatter; null: not known. The difference to `recommended` may be taken out. */
  recommendedWatched: number | null;
  /** False: the lead time's scatter is not known, so that the figure is the least that is needed. */
  isComplete: boolean;
}

/** What each node should hold against the scatter of its demand and of the lane with the longest lead time. Pure. */
export function recommendStock(
  nodes: readonly FlowNode[],
  seen: { lanes: readonly LaneFact[]; travelled: readonly JourneyRow[]; underWay: readonly UnderWayRow[] },
  serviceLevel: number,
): StockRecommendation[] {
  const journeys = Map.groupBy(seen.travelled, ({ siteFrom, siteTo }) => `${siteFrom}\u0000${siteTo}`);
  const watched = Map.groupBy(seen.underWay, ({ siteFrom, siteTo }) => `${siteFrom}\u0000${siteTo}`);
  return nodes.flatMap((node): StockRecommendation[] => {
    const due = node.projection.demand.filter((quantity) => quantity > 0);
    const [lane] = seen.lanes
      .filter(({ part, siteTo }) => part === node.part && siteTo === node.site)
      .toSorted((a, b) => b.leadTimeDays - a.leadTimeDays);
    if (due.length < 2 || !lane) return [];
    const key = `${lane.siteFrom}\u0000${lane.siteTo}`;
    const demand = spreadOf(due);
    const taken = spreadOf(
      (journeys.get(key) ?? []).map(({ departedAt, arrivedAt }) => daysBetween(departedAt, arrivedAt!)),
    );
    const isKnown = taken.count >= LEAST_JOURNEYS;
    const left = leftOf(watched.get(key) ?? []);
    const hold = (deviation: number): number =>
      Math.ceil(
        safetyStock({
          serviceLevel,
          demandPerDay: demand,
          leadTimeDays: { mean: isKnown ? taken.mean : lane.leadTimeDays, deviation },
        }),
      );
    const recommended = hold(isKnown ? taken.deviation : 0);
    return [
      {
        site: node.site,
        part: node.part,
        unit: node.unit,
        serviceLevel,
        onHand: node.onHand,
        demandMean: demand.mean,
        demandDeviation: demand.deviation,
        leadTimeDays: isKnown ? taken.mean : lane.leadTimeDays,
        leadTimeDeviationDays: isKnown ? taken.deviation : null,
        journeys: taken.count,
        watchedDeviationDays: left,
        recommended,
        recommendedWatched: left === null || !isKnown ? null : Math.min(recommended, hold(left)),
        isComplete: isKnown,
      },
    ];
  });
}

/** What of a lead time is still open once goods are under way and watched: from the middle of the band to its P95. */
function leftOf(goods: readonly UnderWayRow[]): number | null {
  const open = goods.flatMap(({ band }) =>
    band?.p95At ? [Math.max(0, daysBetween(band.p50At, band.p95At)) / P95] : [],
  );
  return open.length === 0 ? null : open.reduce((sum, one) => sum + one, 0) / open.length;
}

function spreadOf(figures: readonly number[]): { mean: number; deviation: number; count: number } {
  const count = figures.length;
  if (count === 0) return { mean: 0, deviation: 0, count };
  const mean = figures.reduce((sum, one) => sum + one, 0) / count;
  const squares = figures.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0, count };
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

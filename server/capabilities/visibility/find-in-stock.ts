import { beyond, type Deviation, type DeviationHit } from '../../finder.ts';

/** A stock that somebody lets the organisation see, or its own, with what its last count found. */
export interface StockState {
  owner: string;
  site: string;
  part: string;
  unit: string;
  countedAt: string | null;
  movedAt: string;
  counted: number | null;
  booked: number | null;
}

/** Share of the books by which a count may differ, and never less than one unit. */
const COUNT = { raise: 0.02, keep: 0.01 };
const OLD_DAYS = { raise: 7, keep: 6 };
const DAY_MS = 86_400_000;

/** Counts that found something else than what the movements since the count before add up to. Pure. */
export function findCountDifferences(stocks: readonly StockState[], organisation: string): Deviation[] {
  return stocks
    .filter(({ owner, booked, counted }) => owner === organisation && booked !== null && counted !== null)
    .flatMap(({ site, part, unit, counted, booked, countedAt }): Deviation[] => {
      const apart = Math.abs(counted! - booked!);
      const side = apart < 1 ? undefined : beyond(apart / Math.max(1, Math.abs(booked!)), COUNT);
      if (!side) return [];
      const difference = { observed: counted!, expected: booked!, unit, since: new Date(countedAt!).toISOString() };
      const hits = [{ site, part, unit, raises: side === 'raise' }];
      return [{ kind: 'stock-against-cumulative', key: ['count', site, part], difference, hits }];
    });
}

/**
 * Stock of which nothing was heard for days, neither a count nor a movement, at an own site or at a partner that lets
 * its stock be seen: one per site, because it is one warehouse that does not tell. Pure.
 */
export function findStaleStock(
  stocks: readonly StockState[],
  { organisation, now }: { organisation: string; now: string },
): Deviation[] {
  const heard = ({ countedAt, movedAt }: StockState): number =>
    Math.max(countedAt ? Date.parse(countedAt) : 0, Date.parse(movedAt));
  return [...Map.groupBy(stocks, ({ owner, site }) => `${owner}\u0000${site}`).values()].flatMap(
    (atSite): Deviation[] => {
      const old = atSite.flatMap((stock) => {
        const side = beyond((Date.parse(now) - heard(stock)) / DAY_MS, OLD_DAYS);
        return side ? [{ stock, side }] : [];
      });
      if (old.length === 0) return [];
      const { owner, site } = old[0]!.stock;
      const since = new Date(Math.min(...old.map(({ stock }) => heard(stock)))).toISOString();
      const difference = { expected: OLD_DAYS.raise, unit: 'DAY', since };
      const hits = old.map(
        ({ stock: { part, unit }, side }): DeviationHit => ({ site, part, unit, raises: side === 'raise' }),
      );
      const isForeign = owner !== organisation;
      const told = isForeign ? [{ to: owner, site, difference }] : [];
      return [{ kind: 'stale-data', key: [owner, site], ...(isForeign && { partner: owner }), difference, hits, told }];
    },
  );
}

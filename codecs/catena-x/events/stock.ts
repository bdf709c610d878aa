import type { StockCount } from '@intakt/contract';
import type { ItemStock } from '../aspects.ts';
import type { AspectProblem } from '../problem.ts';
import {
  type AspectNames,
  groupBy,
  latest,
  mixedUnits,
  type Names,
  type Said,
  sumOf,
  type Translation,
  unknownPlace,
} from './translation.ts';

interface Lot {
  path: string;
  bpns: string;
  bpna: string;
  blocked: boolean;
  quantity: number;
  unit: string;
  at: string;
}

/**
 * An ItemStock as counted stock: one count per site and status, because that is what the contract counts. The split by
 * order position and address stays in the payload. The count is as old as the latest of its parts.
 *
 * @param stock as `readAspect` answers it
 * @param names what the contract calls the owner, the part and its sites
 * @returns `stock-counted` per site and status, and the lots of places or units that could not be counted
 */
export function stockCounts(stock: ItemStock, names: Names): Translation<'stock-counted'> {
  const problems: AspectProblem[] = [];
  const known = lotsOf(stock).flatMap((lot) => {
    const site = names.siteOf(lot.bpns, lot.bpna);
    if (site === undefined) problems.push(unknownPlace(lot.path, lot.bpns));
    return site === undefined ? [] : [{ ...lot, site }];
  });
  const groups = groupBy(known, ({ site, blocked }) => `${blocked} ${site}`);
  const events = groups.flatMap((lots): Said<'stock-counted'>[] => {
    const [{ site, blocked, path, unit }] = lots;
    const sum = sumOf(lots);
    if (!sum) problems.push(mixedUnits(path, unit));
    const countedAt = latest(lots.map(({ at }) => at) as [string, ...string[]]);
    const status = blocked ? 'blocked' : 'available';
    const { owner, part } = names;
    if (!sum) return [];
    return [{ type: 'stock-counted', occurredAt: countedAt, data: { owner, site, part, status, ...sum, countedAt } }];
  });
  return { events, problems };
}

function lotsOf({ positions }: ItemStock): Lot[] {
  return positions.flatMap(({ allocatedStocks }, p) =>
    allocatedStocks.map((stock, s) => ({
      path: `/positions/${p}/allocatedStocks/${s}`,
      bpns: stock.stockLocationBPNS,
      bpna: stock.stockLocationBPNA,
      blocked: stock.isBlocked,
      quantity: stock.quantityOnAllocatedStock.value,
      unit: stock.quantityOnAllocatedStock.unit,
      at: stock.lastUpdatedOnDateTime,
    })),
  );
}

/**
 * Counted stock as an ItemStock. Stock in quality inspection may not be used, so it goes as blocked, which is all that
 * Catena-X can say; a site must have its address (BPNA).
 *
 * @param counts of one part
 * @param names what Catena-X calls the part and its sites, and on which side of the trade the owner stands
 * @returns one position without order reference, and the counts whose site has no number
 */
export function itemStockOf(
  counts: readonly StockCount[],
  names: AspectNames & { direction: ItemStock['direction'] },
): { aspect: ItemStock; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const allocatedStocks = counts.flatMap(({ site, status, quantity, unit, countedAt }) => {
    const { bpns, bpna } = names.placeOf(site) ?? {};
    if (bpns === undefined || bpna === undefined) {
      problems.push({ ...unknownPlace('', site), expected: 'a site with BPNS and BPNA' });
      return [];
    }
    return [
      {
        quantityOnAllocatedStock: { value: quantity, unit },
        stockLocationBPNS: bpns,
        stockLocationBPNA: bpna,
        isBlocked: status !== 'available',
        lastUpdatedOnDateTime: countedAt,
      },
    ];
  });
  const positions = allocatedStocks.length > 0 ? [{ allocatedStocks }] : [];
  return { aspect: { materialGlobalAssetId: names.asset, direction: names.direction, positions }, problems };
}

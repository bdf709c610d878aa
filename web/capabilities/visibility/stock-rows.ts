import type { Id, Instant, StockStatus } from '@intakt/contract';
import type { StockRow } from './queries.ts';

/** One row per part and site, the statuses beside each other. */
export interface StockByStatus extends Record<StockStatus, number> {
  key: string;
  owner: Id;
  site: Id;
  part: Id;
  unit: string;
  countedAt?: Instant;
  movedAt: Instant;
}

export function stockByStatus(rows: StockRow[]): StockByStatus[] {
  const byPart = new Map<string, StockByStatus>();
  for (const row of rows) {
    const key = `${row.owner}/${row.site}/${row.part}`;
    const known = byPart.get(key) ?? {
      key,
      owner: row.owner,
      site: row.site,
      part: row.part,
      unit: row.unit,
      movedAt: row.movedAt,
      available: 0,
      blocked: 0,
      'in-quality': 0,
    };
    known[row.status] += row.quantity;
    if (row.movedAt > known.movedAt) known.movedAt = row.movedAt;
    if (row.countedAt && row.countedAt > (known.countedAt ?? '')) known.countedAt = row.countedAt;
    byPart.set(key, known);
  }
  return [...byPart.values()];
}

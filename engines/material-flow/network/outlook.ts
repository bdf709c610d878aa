import type { FlowNetwork } from './flow-network.ts';

/** What was projected for every node. Rows of node k are `[k * buckets … (k + 1) * buckets)`. */
export interface Outlook {
  readonly buckets: number;
  /**
   * Projected available balance at the end of each bucket: stock and what really arrives, less all that is due by then.
   * Negative: what is missing, cumulatively. NaN where only a stop was disclosed.
   */
  readonly balance: Float64Array;
  /** First bucket at whose end something due is missing, or -1. */
  readonly shortFrom: Int32Array;
  /**
   * Where a node is short, how far its customers are served: by the end of bucket t they have all that was due before
   * `servedUntil[t]`, of the bucket in which it lies the fraction. Not read where `shortFrom` is -1: all are served on time.
   */
  readonly servedUntil: Float64Array;
  /** Buckets after bucket 0 that its stock covers, additions ignored (PURIS): days of supply where buckets are days. */
  readonly cover: Float64Array;
  /** Room to add up in, a row each. */
  readonly scratch: Record<'supply' | 'demand' | 'gate' | 'done', Float64Array>;
}

/** An outlook in which nothing is projected yet. */
export function emptyOutlook({ nodes, buckets }: FlowNetwork): Outlook {
  const row = (): Float64Array => new Float64Array(buckets);
  return {
    buckets,
    balance: new Float64Array(nodes * buckets),
    shortFrom: new Int32Array(nodes).fill(-1),
    servedUntil: new Float64Array(nodes * buckets),
    cover: new Float64Array(nodes),
    scratch: { supply: row(), demand: row(), gate: row(), done: row() },
  };
}

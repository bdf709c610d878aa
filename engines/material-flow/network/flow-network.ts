import type { TransportPattern } from './transport-pattern.ts';

/**
 * A supply network as flat arrays. Its **nodes** are parts at sites. Its **flows** are what moves between them: a lane
 * takes one node to another, a build takes the components of a bill of material to what is made of them, a need takes
 * from a node what the line or a customer outside uses, an open order brings from outside. Quantities of a flow are
 * cumulative (Fortschrittszahlen, VDA 4905): the row of a flow says what is to be completed by the end of each bucket.
 */
export interface FlowNetwork {
  readonly buckets: number;
  readonly nodes: number;
  readonly flows: number;
  /** Nodes in an order in which every supplier comes before its customers, and the place of each in it; `nodes` each. */
  readonly order: Int32Array;
  readonly rank: Int32Array;

  /** Stock by status at the beginning of bucket 0, in the node's unit; goods in quality are free from `releasedIn` on. */
  readonly onHand: Float64Array;
  readonly inQuality: Float64Array;
  readonly releasedIn: Int32Array;
  readonly blocked: Float64Array;
  /** What the owner disclosed of a node whose facts are not known here: nothing is served from this bucket on; else -1. */
  readonly disclosedStop: Int32Array;

  /** Flows into node k: `inFlow[inStart[k] … inStart[k + 1])`. */
  readonly inStart: Int32Array;
  readonly inFlow: Int32Array;
  /** Flows that draw on node k, with the quantity that one unit of the flow takes. */
  readonly outStart: Int32Array;
  readonly outFlow: Int32Array;
  readonly outPer: Float64Array;
  /** Nodes on which flow f draws: `inputNode[inputStart[f] … inputStart[f + 1])`. */
  readonly inputStart: Int32Array;
  readonly inputNode: Int32Array;
  /** Where flow f leads, or -1 for what leaves the network. */
  readonly flowTo: Int32Array;
  /** Cumulative plan, `flows` × `buckets`: call-offs and forecasts of a lane, production of a build, use of a need. */
  readonly plan: Float64Array;
  readonly patterns: readonly TransportPattern[];
  readonly patternOf: Int32Array;
  /** 1 where only whole units are sent or built. */
  readonly whole: Uint8Array;
  /** Most that a flow can complete per bucket; absent: no limit. */
  readonly capacity: (Float64Array | undefined)[];

  transits: Transits;
}

/** Goods under way, one entry per shipment and node. A node's entries are chained, so that one more can be despatched. */
export interface Transits {
  count: number;
  /** First entry of each node, or -1; then `next` of each entry, or -1. */
  readonly first: Int32Array;
  next: Int32Array;
  node: Int32Array;
  quantity: Float64Array;
  /** Bucket of the expected arrival, and of the one first promised; `NEVER` or beyond the horizon: does not come. */
  arrival: Int32Array;
  promised: Int32Array;
  /** Draws of the same key are the same in every network and run: common random numbers. */
  key: Uint32Array;
  /** How certain the arrival is; absent: certain. */
  spread: (ArrivalSpread | undefined)[];
}

/** Quantiles of the arrival: by `buckets[i]` it is there with probability `levels[i]`; both rise. */
export interface ArrivalSpread {
  readonly levels: readonly number[];
  readonly buckets: readonly number[];
}

export const NEVER = 2 ** 30;

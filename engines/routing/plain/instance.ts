/**
 * The plain case that is solved fastest: one depot, one kind of truck, one load dimension, one time window per client,
 * and a cost that belongs to each arc. Site 0 is the depot, sites 1 … `clients` are the clients; matrices are row-major over
 * all sites. Amounts, times and costs are whole numbers in whatever unit the caller chose.
 */
export interface PlainInstance {
  clients: number;
  maxRoutes: number;
  capacity: number;
  /** Cost of each arc; a truck's fixed cost belongs to the arcs that leave the depot for a client. */
  cost: Int32Array;
  /** Travel time of each arc. May be the very array of the costs: memory that is shared stays in the cache. */
  time: Int32Array;
  demand: Int32Array;
  earliest: Int32Array;
  latest: Int32Array;
  service: Int32Array;
}

/**
 * The `count` sites that each client would rather be next to, nearest first (Vidal et al. 2013, eq. 4: what an arc costs,
 * the waiting and the lateness that it forces). Row `i` of the answer begins at `i * width`.
 */
export function granularNeighbours(instance: PlainInstance, count: number): { list: Int32Array; width: number } {
  const { clients } = instance;
  const width = Math.max(0, Math.min(count, clients - 1));
  const list = new Int32Array((clients + 1) * width);
  const near = new Float64Array(clients + 1);
  for (let i = 1; i <= clients; i++) {
    for (let j = 1; j <= clients; j++) near[j] = Math.min(proximity(instance, i, j), proximity(instance, j, i));
    const order = Array.from({ length: clients }, (_, k) => k + 1).filter((j) => j !== i);
    order.sort((a, b) => near[a]! - near[b]! || a - b);
    for (let k = 0; k < width; k++) list[i * width + k] = order[k]!;
  }
  return { list, width };
}

const WAIT_WEIGHT = 0.2;
const WARP_WEIGHT = 1;

function proximity({ clients, cost, time, earliest, latest, service }: PlainInstance, i: number, j: number): number {
  const arc = i * (clients + 1) + j;
  const wait = Math.max(0, earliest[j]! - time[arc]! - service[i]! - latest[i]!);
  const warp = Math.max(0, earliest[i]! + service[i]! + time[arc]! - latest[j]!);
  return cost[arc]! + WAIT_WEIGHT * wait + WARP_WEIGHT * warp;
}

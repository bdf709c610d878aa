/** Who draws on whom, as compressed rows: edges of node k are `targets[starts[k] … starts[k + 1])`. */
export interface Edges {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

export type Ordering = { ok: true; order: Int32Array } | { ok: false; cycle: number[] };

/**
 * Orders nodes so that each comes after all that supply it (Kahn 1962, "Topological sorting of large networks"); among
 * equals the lower number first, so that the same network has the same order.
 *
 * @param edges from supplying to supplied node
 * @returns the order, or the nodes of one cycle, which a bill of material must not have
 * @example upstreamFirst(2, { starts: Int32Array.of(0, 0, 1), targets: Int32Array.of(0) }) // order 1, 0
 */
export function upstreamFirst(nodes: number, { starts, targets }: Edges): Ordering {
  const waiting = new Int32Array(nodes);
  for (const target of targets) waiting[target]!++;
  const order = new Int32Array(nodes);
  let found = 0;
  for (let node = 0; node < nodes; node++) if (waiting[node] === 0) order[found++] = node;
  for (let next = 0; next < found; next++) {
    const node = order[next]!;
    for (let edge = starts[node]!; edge < starts[node + 1]!; edge++)
      if (--waiting[targets[edge]!]! === 0) order[found++] = targets[edge]!;
  }
  return found === nodes ? { ok: true, order } : { ok: false, cycle: cycleAmong(waiting, { starts, targets }) };
}

/** Every node that still waits has a supplier that waits too: going back from one leads into a cycle. */
function cycleAmong(waiting: Int32Array, { starts, targets }: Edges): number[] {
  const supplier = new Int32Array(waiting.length).fill(-1);
  for (let node = 0; node < waiting.length; node++)
    for (let edge = starts[node]!; waiting[node]! > 0 && edge < starts[node + 1]!; edge++)
      supplier[targets[edge]!] = node;
  const path: number[] = [];
  const seenAt = new Map<number, number>();
  let node = waiting.findIndex((count) => count > 0);
  while (!seenAt.has(node)) {
    seenAt.set(node, path.length);
    path.push(node);
    node = supplier[node]!;
  }
  return path.slice(seenAt.get(node)).reverse();
}

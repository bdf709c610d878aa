import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';
import { projectNode } from './project-node.ts';
import { RankQueue } from './rank-queue.ts';

/**
 * Projects anew what lies downstream of a change, and stops wherever customers are served as before: a delay that stock
 * absorbs goes no further. The outlook is then equal, to the last bit, to a full projection.
 *
 * @param changed nodes whose own facts have changed, as `applyChange` names them
 * @param within 1 for each node that is wanted; others are left as they are, and must not lie upstream of a wanted one
 * @returns the nodes projected anew, suppliers before customers
 */
export function reproject(
  network: FlowNetwork,
  outlook: Outlook,
  changed: Iterable<number>,
  within?: Uint8Array,
): number[] {
  const queue = new RankQueue(network);
  for (const node of changed) if (!within || within[node]) queue.add(node);
  const projected: number[] = [];
  // Customers have a higher rank than their supplier, so no node comes twice and the queue runs dry.
  for (let node = queue.take(); node !== undefined; node = queue.take()) {
    projected.push(node);
    if (!projectNode(network, outlook, node)) continue;
    for (let at = network.outStart[node]!; at < network.outStart[node + 1]!; at++) {
      const customer = network.flowTo[network.outFlow[at]!]!;
      if (customer >= 0 && (!within || within[customer])) queue.add(customer);
    }
  }
  return projected;
}

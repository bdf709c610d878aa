import type { FlowNetwork } from './flow-network.ts';
import { emptyOutlook, type Outlook } from './outlook.ts';
import { projectNode } from './project-node.ts';

/**
 * Projects every node of a network forward under the constraints of material and capacity: what a second tier can not
 * ship, the first can not build, and the plant can not fit. One pass from the suppliers down.
 *
 * @param into an outlook of the same network to write over; absent: a new one
 * @example projectNetwork(network).shortFrom[plantNode] // 3: something is missing at the end of the fourth bucket
 */
export function projectNetwork(network: FlowNetwork, into: Outlook = emptyOutlook(network)): Outlook {
  for (const node of network.order) projectNode(network, into, node);
  return into;
}

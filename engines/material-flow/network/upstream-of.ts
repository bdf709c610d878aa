import type { FlowNetwork } from './flow-network.ts';

/** Marks with 1 the given nodes and everything that supplies them, directly or over others. */
export function upstreamOf(
  { nodes, inStart, inFlow, inputStart, inputNode }: FlowNetwork,
  targets: readonly number[],
): Uint8Array {
  const marked = new Uint8Array(nodes);
  const open = [...targets];
  for (const target of targets) marked[target] = 1;
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let at = inStart[node]!; at < inStart[node + 1]!; at++)
      for (let input = inputStart[inFlow[at]!]!; input < inputStart[inFlow[at]! + 1]!; input++) {
        const supplier = inputNode[input]!;
        if (marked[supplier]) continue;
        marked[supplier] = 1;
        open.push(supplier);
      }
  return marked;
}

import type { HandlingUnit } from './queries.ts';

export interface UnitNode {
  unit: HandlingUnit;
  children: UnitNode[];
}

/** Handling units as they are packed into each other. A unit whose parent is not in the list stands at the top. */
export function unitTree(units: HandlingUnit[]): UnitNode[] {
  const nodes = new Map(units.map((unit) => [unit.unit, { unit, children: [] as UnitNode[] }]));
  const tops: UnitNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.unit.parent ? nodes.get(node.unit.parent) : undefined;
    if (parent && !isWithin(parent, node, nodes)) parent.children.push(node);
    else tops.push(node);
  }
  return tops;
}

/** A message can name units that contain each other; the first of such a ring stands at the top. */
function isWithin(candidate: UnitNode, node: UnitNode, nodes: Map<string, UnitNode>): boolean {
  let current: UnitNode | undefined = candidate;
  for (let depth = 0; current && depth <= nodes.size; depth += 1) {
    if (current === node) return true;
    current = current.unit.parent ? nodes.get(current.unit.parent) : undefined;
  }
  return current !== undefined;
}

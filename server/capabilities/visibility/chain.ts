import type { Id, Light } from '@intakt/contract';

/** A part at a site, with what the asker may know of it. */
export interface ChainNode {
  site: Id;
  part: Id;
  owner: Id | null;
  /** Steps from the part that is asked for: negative upstream, towards suppliers; positive towards what is built from it. */
  step: number;
  light: Light | null;
  /** Day or start of the shift in which it stops; null where nothing is known to stop or the day is not shared. */
  stopAt: string | null;
  depth: 'exact' | 'light' | 'not-shared';
}
export interface ChainEdge {
  from: string;
  to: string;
  kind: 'lane' | 'built-into';
  quantity?: number;
  leadTimeDays?: number;
  /** Shipments under way, and those of them that come too late. */
  shipments: { id: Id; expectedAt: string; late: boolean }[];
}
export interface ChainFacts {
  lanes: { supplier: Id; customer: Id; part: Id; from: Id; to: Id; leadTimeDays: number }[];
  bills: { owner: Id; parent: Id; component: Id; quantity: number }[];
  /** Whose site it is. */
  owners: Map<Id, Id>;
  lights: Map<string, Pick<ChainNode, 'light' | 'stopAt' | 'depth'>>;
  shipments: { id: Id; part: Id; from: Id; to: Id; expectedAt: string; late: boolean }[];
}

const MOST_STEPS = 4;
const MOST_NODES = 80;
export const keyOf = ({ site, part }: { site: Id; part: Id }): string => `${site}|${part}`;

/**
 * The supply chain of a part at a site as one company knows it: lanes upstream, tier by tier, through the bills of material
 * that it may read, and downstream to what is built from it. Bounded in steps and nodes; the nearest first. Pure.
 */
export function buildChain(
  facts: ChainFacts,
  start: { site: Id; part: Id },
): { nodes: ChainNode[]; edges: ChainEdge[] } {
  const nodes = new Map<string, ChainNode>();
  const edges = new Map<string, ChainEdge>();
  const waiting = [{ ...start, step: 0, up: true, down: true }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const key = keyOf(next);
    if (nodes.has(key) || nodes.size >= MOST_NODES) continue;
    nodes.set(key, nodeOf(facts, next));
    if (Math.abs(next.step) >= MOST_STEPS) continue;
    if (next.up) for (const edge of upstream(facts, next)) add(edge, next.step - 1, 'up');
    if (next.down) for (const edge of downstream(facts, next)) add(edge, next.step + 1, 'down');
  }
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
  };

  function add(edge: ChainEdge, step: number, way: 'up' | 'down'): void {
    edges.set(`${edge.from}>${edge.to}`, edge);
    const [site, part] = (way === 'up' ? edge.from : edge.to).split('|') as [Id, Id];
    waiting.push({ site, part, step, up: way === 'up', down: way === 'down' });
  }
}

const nodeOf = (
  { owners, lights }: ChainFacts,
  { site, part, step }: { site: Id; part: Id; step: number },
): ChainNode => ({
  site,
  part,
  step,
  owner: owners.get(site) ?? null,
  ...(lights.get(keyOf({ site, part })) ?? { light: null, stopAt: null, depth: 'not-shared' as const }),
});

type At = { site: Id; part: Id };

function upstream(facts: ChainFacts, { site, part }: At): ChainEdge[] {
  const owner = facts.owners.get(site);
  return [
    ...facts.lanes.filter((lane) => lane.to === site && lane.part === part).map((lane) => laneEdge(facts, lane)),
    ...facts.bills.filter((bill) => bill.owner === owner && bill.parent === part).map((bill) => builtEdge(bill, site)),
  ];
}

function downstream(facts: ChainFacts, { site, part }: At): ChainEdge[] {
  const owner = facts.owners.get(site);
  return [
    ...facts.bills
      .filter((bill) => bill.owner === owner && bill.component === part)
      .map((bill) => builtEdge(bill, site)),
    ...facts.lanes.filter((lane) => lane.from === site && lane.part === part).map((lane) => laneEdge(facts, lane)),
  ];
}

const laneEdge = (
  { shipments }: ChainFacts,
  { from, to, part, leadTimeDays }: ChainFacts['lanes'][number],
): ChainEdge => ({
  from: keyOf({ site: from, part }),
  to: keyOf({ site: to, part }),
  kind: 'lane',
  leadTimeDays,
  shipments: shipments
    .filter((one) => one.part === part && one.from === from && one.to === to)
    .slice(0, 20)
    .map(({ id, expectedAt, late }) => ({ id, expectedAt, late })),
});

const builtEdge = ({ component, parent, quantity }: ChainFacts['bills'][number], site: Id): ChainEdge => ({
  from: keyOf({ site, part: component }),
  to: keyOf({ site, part: parent }),
  kind: 'built-into',
  quantity,
  shipments: [],
});

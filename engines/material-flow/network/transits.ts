import type { TransitFacts } from './build-network.ts';
import type { Transits } from './flow-network.ts';

/** Chains the shipments of each node, in the order in which they are given. */
export function transitsOf(nodes: number, facts: readonly TransitFacts[]): Transits {
  const transits: Transits = {
    count: 0,
    first: new Int32Array(nodes).fill(-1),
    ...emptyColumns(Math.max(8, facts.length)),
    spread: [],
  };
  for (const transit of facts) addTransit(transits, transit);
  return transits;
}

/**
 * Puts one more shipment under way.
 *
 * @returns its number, by which later events name it
 * @throws RangeError when the node is not there
 */
export function addTransit(transits: Transits, facts: TransitFacts): number {
  const { node, quantity, arrival, promised = arrival, spread } = facts;
  if (!(node >= 0 && node < transits.first.length))
    throw new RangeError(`A shipment names node ${node}, which is not there.`);
  if (transits.count === transits.node.length) grow(transits);
  const index = transits.count++;
  transits.node[index] = node;
  transits.next[index] = transits.first[node]!;
  transits.first[node] = index;
  transits.quantity[index] = quantity;
  transits.arrival[index] = arrival;
  transits.promised[index] = promised;
  transits.key[index] = facts.key ?? index;
  transits.spread[index] = spread;
  return index;
}

/** Takes a shipment off the way; the last one despatched makes room again, others stay as shipments of nothing. */
export function withdrawTransit(transits: Transits, index: number): TransitFacts {
  const node = transits.node[index]!;
  const facts: TransitFacts = {
    node,
    quantity: transits.quantity[index]!,
    arrival: transits.arrival[index]!,
    promised: transits.promised[index]!,
    key: transits.key[index]!,
    spread: transits.spread[index],
  };
  transits.quantity[index] = 0;
  if (index === transits.count - 1) {
    transits.first[node] = transits.next[index]!;
    transits.count--;
  }
  return facts;
}

type Columns = Pick<Transits, 'next' | 'node' | 'quantity' | 'arrival' | 'promised' | 'key'>;

const emptyColumns = (length: number): Columns => ({
  next: new Int32Array(length),
  node: new Int32Array(length),
  quantity: new Float64Array(length),
  arrival: new Int32Array(length),
  promised: new Int32Array(length),
  key: new Uint32Array(length),
});

function grow(transits: Transits): void {
  const larger = emptyColumns(2 * transits.node.length);
  for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(transits[name]);
  Object.assign(transits, larger);
}

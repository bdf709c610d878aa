import type { TransitFacts } from './build-network.ts';
import type { ArrivalSpread, FlowNetwork } from './flow-network.ts';
import { addTransit, withdrawTransit } from './transits.ts';

/** What an event changes in a network. Everything that a change does not name stays as it is. */
export type Change =
  | { kind: 'stock'; node: number; onHand?: number; inQuality?: number; releasedIn?: number; blocked?: number }
  | { kind: 'shipment'; transit: number; arrival?: number; quantity?: number; spread?: ArrivalSpread }
  | ({ kind: 'despatch' } & TransitFacts)
  /** Numbers of other shipments stay as they are. */
  | { kind: 'withdraw'; transit: number }
  /** The whole plan of a flow anew, cumulative. */
  | { kind: 'plan'; flow: number; cumulative: Float64Array }
  | { kind: 'capacity'; flow: number; perBucket: Float64Array | undefined }
  | { kind: 'disclosed'; node: number; stop: number };

export interface Applied {
  /** Nodes to begin with in `reproject`. */
  changed: number[];
  /** Puts everything back, to the last bit; of several changes the last one first. */
  undo: Change;
}

/**
 * Writes a change into the network; the outlook is not touched.
 *
 * @example reproject(network, outlook, applyChange(network, { kind: 'stock', node: 4, onHand: 120 }).changed)
 */
export function applyChange(network: FlowNetwork, change: Change): Applied {
  switch (change.kind) {
    case 'stock':
      return count(network, change);
    case 'shipment':
      return moveShipment(network, change);
    case 'despatch': {
      const transit = addTransit(network.transits, change);
      return { changed: [change.node], undo: { kind: 'withdraw', transit } };
    }
    case 'withdraw': {
      const facts = withdrawTransit(network.transits, change.transit);
      return { changed: [facts.node], undo: { kind: 'despatch', ...facts } };
    }
    case 'plan':
      return plan(network, change);
    case 'capacity': {
      const undo: Change = { ...change, perBucket: network.capacity[change.flow] };
      network.capacity[change.flow] = change.perBucket;
      return { changed: receiverOf(network, change.flow), undo };
    }
    case 'disclosed': {
      const undo: Change = { ...change, stop: network.disclosedStop[change.node]! };
      network.disclosedStop[change.node] = change.stop;
      return { changed: [change.node], undo };
    }
  }
}

const COUNTED = ['onHand', 'inQuality', 'releasedIn', 'blocked'] as const;

function count(network: FlowNetwork, change: Extract<Change, { kind: 'stock' }>): Applied {
  const undo: Change = { kind: 'stock', node: change.node };
  for (const field of COUNTED) {
    if (change[field] === undefined) continue;
    undo[field] = network[field][change.node]!;
    network[field][change.node] = change[field];
  }
  return { changed: [change.node], undo };
}

function moveShipment({ transits }: FlowNetwork, change: Extract<Change, { kind: 'shipment' }>): Applied {
  const { transit } = change;
  const undo: Change = {
    kind: 'shipment',
    transit,
    arrival: transits.arrival[transit]!,
    quantity: transits.quantity[transit]!,
    spread: transits.spread[transit],
  };
  transits.arrival[transit] = change.arrival ?? undo.arrival!;
  transits.quantity[transit] = change.quantity ?? undo.quantity!;
  if ('spread' in change) transits.spread[transit] = change.spread;
  return { changed: [transits.node[transit]!], undo };
}

/** A call-off changes what is due at the supplier and what comes to the customer. */
function plan(network: FlowNetwork, { flow, cumulative }: Extract<Change, { kind: 'plan' }>): Applied {
  const { buckets, inputStart, inputNode } = network;
  const row = network.plan.subarray(flow * buckets, (flow + 1) * buckets);
  const undo: Change = { kind: 'plan', flow, cumulative: row.slice() };
  row.set(cumulative);
  return {
    changed: [...inputNode.subarray(inputStart[flow], inputStart[flow + 1]), ...receiverOf(network, flow)],
    undo,
  };
}

const receiverOf = ({ flowTo }: FlowNetwork, flow: number): number[] => (flowTo[flow]! >= 0 ? [flowTo[flow]!] : []);

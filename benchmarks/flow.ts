import {
  applyChange,
  buildNetwork,
  type Change,
  type FlowNetwork,
  NEVER,
  type Outlook,
  projectNetwork,
  reproject,
} from '@intakt/material-flow';
import { chanceOf } from './chance.ts';
import { median, type Options, percentile, progress, readOptions, report, rounded } from './options.ts';
import { plainNetwork, projectPlainly } from './plain-flow.ts';
import { drawSupplyNetwork, FIVE_TIERS, SMALL_TIERS, type SupplyNetwork } from './supply-network.ts';

const SEED = 1;
const FULL = { tiers: FIVE_TIERS, rounds: 5, events: 3000 };
const QUICK = { tiers: SMALL_TIERS, rounds: 2, events: 300 };

async function main(options: Options): Promise<void> {
  const { tiers, rounds, events } = options.quick ? QUICK : FULL;
  const drawn = drawSupplyNetwork(tiers, SEED);
  const network = layOut(drawn);
  progress(
    `${network.nodes} site-parts, ${network.flows} flows, ${network.transits.count} shipments, ${network.buckets} days`,
  );
  const { ours, plain, outlook } = fullProjections(network, drawn, rounds);
  const incremental = incrementally(network, outlook, { lanes: drawn.lanes, events });
  await report(
    {
      full_s: rounded(median(ours), 3),
      ...incremental,
      node_buckets_per_s: Math.round((network.nodes * network.buckets) / median(ours)),
      naive_ratio: rounded(median(plain) / median(ours), 2),
      naive_full_s: rounded(median(plain), 3),
      site_parts: network.nodes,
      buckets: network.buckets,
      short_share: rounded(outlook.shortFrom.filter((short) => short >= 0).length / network.nodes, 3),
    },
    options,
  );
}

function layOut({ facts }: SupplyNetwork): FlowNetwork {
  const built = buildNetwork(facts);
  if (!built.ok) throw new Error(`The drawn network has a cycle: ${built.cycle.join(', ')}`);
  return built.network;
}

/** Both project the same network, in turns, and must say of every node that it is short from the same day on. */
function fullProjections(
  network: FlowNetwork,
  drawn: SupplyNetwork,
  rounds: number,
): { ours: number[]; plain: number[]; outlook: Outlook } {
  const nodes = plainNetwork(drawn.facts);
  const outlook = projectNetwork(network);
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(seconds(() => projectNetwork(network, outlook)));
    plain.push(seconds(() => projectPlainly(nodes, network.buckets)));
    progress(`ours ${ours.at(-1)!.toFixed(3)} s, plain ${plain.at(-1)!.toFixed(3)} s`);
  }
  const differing = nodes.findIndex((node, at) => node.outlook?.shortFrom !== outlook.shortFrom[at]);
  if (differing >= 0) throw new Error(`The two projections differ at node ${differing}.`);
  return { ours, plain, outlook };
}

/** Events as they come in, one after the other; each is applied and all that follows from it projected. */
function incrementally(
  network: FlowNetwork,
  outlook: Outlook,
  { lanes, events }: { lanes: number[]; events: number },
): Record<string, number> {
  const chance = chanceOf(SEED + 1);
  const [times, projected]: [number[], number[]] = [[], []];
  for (let event = 0; event < events; event++) {
    const change = EVENTS[event % EVENTS.length]!(network, chance, lanes);
    times.push(
      elapsedMs(() => projected.push(reproject(network, outlook, applyChange(network, change).changed).length)),
    );
  }
  assertEqual(outlook, projectNetwork(network));
  return {
    incremental_p99_ms: rounded(percentile(times, 0.99), 3),
    incremental_p50_ms: rounded(percentile(times, 0.5), 4),
    incremental_max_ms: rounded(percentile(times, 1), 3),
    nodes_per_event_p50: percentile(projected, 0.5),
    nodes_per_event_p99: percentile(projected, 0.99),
  };
}

type Draw = (network: FlowNetwork, chance: () => number, lanes: number[]) => Change;

/** A shipment is held for one to seven days, or lost; a shelf is counted; a customer changes a week of its call-off. */
const EVENTS: readonly Draw[] = [
  ({ transits }, chance) => {
    const transit = Math.floor(chance() * transits.count);
    const days = 1 + Math.floor(chance() * 7);
    return { kind: 'shipment', transit, arrival: chance() < 0.02 ? NEVER : transits.arrival[transit]! + days };
  },
  ({ nodes, onHand }, chance) => {
    const node = Math.floor(chance() * nodes);
    return { kind: 'stock', node, onHand: Math.round(onHand[node]! * (0.7 + 0.5 * chance())) };
  },
  ({ plan, buckets }, chance, lanes) => {
    const flow = lanes[Math.floor(chance() * lanes.length)]!;
    const cumulative = plan.slice(flow * buckets, (flow + 1) * buckets);
    const start = Math.floor(chance() * (buckets - 7));
    const factor = 0.8 + 0.4 * chance();
    return { kind: 'plan', flow, cumulative: rescaledWeek(cumulative, start, factor) };
  },
];

function rescaledWeek(cumulative: Float64Array, start: number, factor: number): Float64Array {
  let moved = 0;
  return cumulative.map((sum, day) => {
    const quantity = sum - (day > 0 ? cumulative[day - 1]! : 0);
    if (day >= start && day < start + 7) moved += Math.round(quantity * factor) - quantity;
    return sum + moved;
  });
}

function assertEqual(ours: Outlook, full: Outlook): void {
  const differing = full.balance.findIndex((balance, at) => balance !== ours.balance[at]);
  if (differing >= 0)
    throw new Error(`Incremental and full projection differ at node ${Math.floor(differing / full.buckets)}.`);
}

/** Processor time of this thread: other work of the machine is not counted, one core is what is asked about. */
function seconds(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000_000;
}

/** What somebody waits for an event: too short for the ticks in which processor time is counted. */
function elapsedMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

await main(readOptions(process.argv.slice(2)));

import { TableStatistics } from '@intakt/server/jobs/table-statistics.ts';
import pg from 'pg';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { checkLoad } from './check-load.ts';
import { type Batch, recordBatches, recordSingles } from './load.ts';
import { MixedMessages } from './mixed-messages.ts';
import { makeNetwork, recordNetwork, type Statement, times } from './network.ts';
import { median, type Options, progress, readOptions, report, rounded } from './options.ts';
import { insertSingles, loadBatches, PEER_TABLE, type PeerLoad, type PeerRow, peerLoads } from './peer.ts';

const CALLERS = 64;
const BATCH = 500;
const BATCH_CALLERS = 8;

interface Plan {
  /** Rounds end after so many, or when the time is used up; the last one is finished. */
  rounds: number;
  budgetMs: number;
  batches: number;
  singles: number;
  /** Events of each kind that are looked at one by one. */
  sample: number;
  tries: number;
}
const FULL: Plan = { rounds: 7, budgetMs: 45_000, batches: 16, singles: 3200, sample: 20, tries: 3 };
const QUICK: Plan = { rounds: 2, budgetMs: 5_000, batches: 4, singles: 320, sample: 3, tries: 1 };

interface Bench {
  house: BenchHouse;
  /** The peer's connections. */
  pool: pg.Pool;
  messages: MixedMessages;
  plan: Plan;
}

async function main(options: Options): Promise<void> {
  const house = await openBenchHouse({ dataDir: options.dataDir, maxConnections: CALLERS + 4 });
  const pool = house.url ? new pg.Pool({ connectionString: house.url, max: CALLERS }) : house.db.pool;
  pool.on('error', (error) => progress(`A waiting connection of the peer was lost: ${error.message}`));
  const network = makeNetwork({ firstTiers: 10, suppliersEach: 20, partsEach: 40, viewersEach: 2 });
  try {
    await pool.query(PEER_TABLE);
    await recordNetwork(house.house.recorder, network);
    const messages = new MixedMessages(network, { seed: 1 });
    await report(await measure({ house, pool, messages, plan: options.quick ? QUICK : FULL }), options);
  } finally {
    if (pool !== house.db.pool) await pool.end();
    await house.close();
  }
}

async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const { house, messages, plan } = bench;
  const load = await checkLoad(house, messages, plan.sample);
  progress(`${house.db.description}: ${load.entitled_per_event} partners and ${load.rows_per_event} rows per event`);
  await runRound(bench, peerLoads(house.db.kind)[0]!, 0);
  const peer = await fastestPeer(bench);
  const statistics = new TableStatistics();
  const rounds: Round[] = [];
  const end = performance.now() + plan.budgetMs;
  for (let n = 0; n < plan.rounds && (n === 0 || performance.now() < end); n++) {
    // As a server's jobs do while it runs.
    await statistics.refresh(house.db);
    const round = await runRound(bench, peer, n);
    progress(
      Object.entries(round)
        .map(([name, value]) => `${name} ${Math.round(value)}/s`)
        .join(', '),
    );
    rounds.push(round);
  }
  return {
    ...summary(rounds),
    peer_batch: peer.name,
    batch_callers: BATCH_CALLERS,
    single_callers: CALLERS,
    ...load,
    rounds: rounds.length,
    database: house.db.description,
  };
}

/** Events per second. */
interface Round {
  batch: number;
  peerBatch: number;
  single: number;
  peerSingle: number;
}

/** Both take the same messages, one after the other; who begins changes from round to round, for the machine's sake. */
async function runRound({ house, pool, messages, plan }: Bench, peer: PeerLoad, n: number): Promise<Round> {
  const { recorder } = house.house;
  const batches = times(plan.batches, () => messages.batch(BATCH));
  const singles = messages.mixed(plan.singles);
  const steps: Record<keyof Round, () => Promise<number>> = {
    batch: () => rate(plan.batches * BATCH, () => recordBatches(recorder, batches, BATCH_CALLERS)),
    peerBatch: () => rate(plan.batches * BATCH, () => loadBatches(pool, peer, batches.map(rowsOfBatch))),
    single: () => rate(plan.singles, () => recordSingles(recorder, singles, CALLERS)),
    peerSingle: () => rate(plan.singles, () => insertSingles(pool, CALLERS, singles.map(rowOf))),
  };
  const names = Object.keys(steps) as (keyof Round)[];
  const round = { batch: 0, peerBatch: 0, single: 0, peerSingle: 0 };
  for (const name of n % 2 === 0 ? names : names.toReversed()) round[name] = await steps[name]();
  return round;
}

let rowNumber = 0;
const rowOf = ({ command }: Pick<Statement, 'command'>): PeerRow => ({ id: ++rowNumber, command });
const rowsOfBatch = ({ commands }: Batch): PeerRow[] => commands.map((command) => rowOf({ command }));

async function rate(events: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return events / ((performance.now() - start) / 1000);
}

/** The peer is whichever way of loading, over one connection or two, is fastest here and now. */
async function fastestPeer({ house, pool, messages, plan }: Bench): Promise<PeerLoad> {
  const tried: { peer: PeerLoad; rate: number }[] = [];
  for (const peer of peerLoads(house.db.kind)) {
    const rates: number[] = [];
    for (let n = 0; n < plan.tries; n++) {
      const rows = times(Math.min(plan.batches, 8), () => rowsOfBatch(messages.batch(BATCH)));
      rates.push(await rate(rows.length * BATCH, () => loadBatches(pool, peer, rows)));
    }
    tried.push({ peer, rate: median(rates) });
    progress(`peer ${peer.name}: ${Math.round(median(rates))} rows/s`);
  }
  return tried.toSorted((a, b) => b.rate - a.rate)[0]!.peer;
}

function summary(rounds: Round[]): Record<string, number> {
  const middle = (of: (round: Round) => number, digits = 0): number => rounded(median(rounds.map(of)), digits);
  return {
    batch_ratio: middle((r) => r.batch / r.peerBatch, 3),
    single_ratio: middle((r) => r.single / r.peerSingle, 3),
    batch_events_per_s: middle((r) => r.batch),
    single_events_per_s: middle((r) => r.single),
    peer_batch_rows_per_s: middle((r) => r.peerBatch),
    peer_single_rows_per_s: middle((r) => r.peerSingle),
  };
}

await main(readOptions(process.argv.slice(2)));

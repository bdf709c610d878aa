import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Id } from '@intakt/contract';
import { type FeedPlan, machineTime, type ReadersAnswer } from './live-readers.ts';
import type { FromServer, ServerPlan, ToServer } from './live-server.ts';
import { MixedMessages } from './mixed-messages.ts';
import { makeNetwork, type NetworkSize, type Statement, times } from './network.ts';
import { type Options, percentile, progress, readOptions, report, rounded } from './options.ts';

interface Plan {
  size: NetworkSize;
  feedsEach: number;
  seconds: number;
}
/** Two hundred organisations; a first-tier supplier shares with twenty, so each event concerns a tenth of the feeds. */
const FULL: Plan = {
  size: { firstTiers: 18, suppliersEach: 10, partsEach: 20, viewersEach: 20 },
  feedsEach: 10,
  seconds: 30,
};
const QUICK: Plan = {
  size: { firstTiers: 2, suppliersEach: 8, partsEach: 8, viewersEach: 3 },
  feedsEach: 5,
  seconds: 3,
};
const EVENTS_PER_S = 55;
const WARM_UP_S = 2;
const READERS = 3;
const SETTLE_MS = 10_000;
const ANSWER_LIMIT_MS = 60_000;

interface Sent {
  sequence: number;
  at: number;
}
type Feeds = { organisation: Id; arrivals: number[] }[];

async function main(options: Options): Promise<void> {
  const plan = options.quick ? QUICK : FULL;
  const start = JSON.stringify({ size: plan.size, dataDir: options.dataDir } satisfies ServerPlan);
  const server = fork(new URL('live-server.ts', import.meta.url), [start], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    await report(await measure(server, plan), options);
  } finally {
    await stop(server);
  }
}

async function measure(server: ChildProcess, plan: Plan): Promise<Record<string, unknown>> {
  const { ready } = await hear(server, 'ready');
  const network = makeNetwork(plan.size);
  const feeds = network.organisations.flatMap((organisation): FeedPlan[] =>
    times(plan.feedsEach, () => ({ organisation, token: ready.keys[organisation]! })),
  );
  const readers = await openReaders(ready.url, feeds);
  progress(`${ready.database}: ${feeds.length} feeds are open`);
  const statements = new MixedMessages(network, { seed: 2 }).mixed(EVENTS_PER_S * (WARM_UP_S + plan.seconds));
  const sent = await sendAll(ready, statements);
  const measured = sent.slice(EVENTS_PER_S * WARM_UP_S);
  await wait(Math.min(SETTLE_MS, 1000 + 100 * plan.seconds));
  const arrived = (await Promise.all(readers.map(collect))).flat();
  const { entitled } = await ask(server, 'entitled');
  return { ...judge(arrived, entitled, measured), database: ready.database };
}

async function openReaders(url: string, feeds: FeedPlan[]): Promise<Worker[]> {
  const workers = times(READERS, (n) => {
    const share = feeds.filter((_, i) => i % READERS === n);
    return new Worker(new URL('live-readers.ts', import.meta.url), { workerData: { url, feeds: share } });
  });
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return workers;
}

async function collect(reader: Worker): Promise<Feeds> {
  reader.postMessage('collect');
  const [answer] = (await once(reader, 'message')) as [Extract<ReadersAnswer, { feeds: Feeds }>];
  return answer.feeds;
}

/** One request per event at an even pace, whether or not the ones before it are answered. */
async function sendAll(
  { url, keys }: { url: string; keys: Record<Id, string> },
  statements: Statement[],
): Promise<Sent[]> {
  const agent = new http.Agent({ keepAlive: true });
  const start = machineTime();
  const answers: Promise<Sent>[] = [];
  for (const [n, statement] of statements.entries()) {
    const due = start + (n * 1000) / EVENTS_PER_S;
    await wait(Math.max(0, due - machineTime()));
    answers.push(send(url, { statement, token: keys[statement.by]!, agent }));
  }
  const sent = await Promise.all(answers);
  agent.destroy();
  return sent;
}

function send(
  url: string,
  { statement, token, agent }: { statement: Statement; token: string; agent: http.Agent },
): Promise<Sent> {
  const at = machineTime();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/events`, { method: 'POST', agent, headers }, async (response) => {
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString());
      const sequence = body.results?.[0]?.sequence;
      if (sequence) resolve({ sequence, at });
      else reject(new Error(`An event was not recorded: ${JSON.stringify(body)}`));
    });
    request.on('error', reject);
    request.end(JSON.stringify({ events: [statement.command] }));
  });
}

/** Holds what came against what the ledger says each feed was entitled to, for every event since the feeds opened. */
function judge(feeds: Feeds, entitled: { sequence: number; entitled: Id[] }[], sent: Sent[]): Record<string, number> {
  const byOrganisation = Map.groupBy(
    entitled.flatMap((e) => e.entitled.map((id) => ({ id, sequence: e.sequence }))),
    (e) => e.id,
  );
  const lastArrival = new Map<number, number>();
  const faults = { missed: 0, duplicated: 0, not_entitled: 0, out_of_order: 0 };
  for (const { organisation, arrivals } of feeds) {
    const seen = new Set<number>();
    const expected = new Set((byOrganisation.get(organisation) ?? []).map((e) => e.sequence));
    let before = 0;
    for (let i = 0; i < arrivals.length; i += 2) {
      const [sequence, time] = [arrivals[i]!, arrivals[i + 1]!];
      if (seen.has(sequence)) faults.duplicated += 1;
      if (!expected.has(sequence)) faults.not_entitled += 1;
      if (sequence < before) faults.out_of_order += 1;
      before = sequence;
      seen.add(sequence);
      lastArrival.set(sequence, Math.max(time, lastArrival.get(sequence) ?? 0));
    }
    for (const sequence of expected) if (!seen.has(sequence)) faults.missed += 1;
  }
  const latencies = sent.map(({ sequence, at }) => (lastArrival.get(sequence) ?? Number.POSITIVE_INFINITY) - at);
  return { feeds: feeds.length, ...reachOf(feeds, entitled, sent), ...faults, ...latencyOf(latencies) };
}

/** To how many feeds an event went, on average and at least, and how fast events came. */
function reachOf(feeds: Feeds, entitled: { sequence: number; entitled: Id[] }[], sent: Sent[]): Record<string, number> {
  const feedsOf = Map.groupBy(feeds, (feed) => feed.organisation);
  const reach = entitled.map((e) => e.entitled.reduce((sum, id) => sum + (feedsOf.get(id)?.length ?? 0), 0));
  const seconds = (sent.at(-1)!.at - sent[0]!.at) / 1000;
  return {
    entitled_feeds: rounded(reach.reduce((sum, count) => sum + count, 0) / reach.length, 1),
    least_entitled_feeds: Math.min(...reach),
    events: sent.length,
    events_per_s: rounded((sent.length - 1) / seconds, 1),
  };
}

const latencyOf = (latencies: number[]): Record<string, number> => ({
  p50_ms: rounded(percentile(latencies, 0.5), 1),
  p99_ms: rounded(percentile(latencies, 0.99), 1),
  max_ms: rounded(percentile(latencies, 1), 1),
});

type Answer<K extends string> = Promise<Extract<FromServer, Record<K, unknown>>>;

function ask(server: ChildProcess, question: 'entitled'): Answer<'entitled'> {
  const answer = hear(server, question);
  server.send(question satisfies ToServer);
  return answer;
}

/** Waits for the server's message of the given name. */
async function hear<K extends string>(server: ChildProcess, name: K): Answer<K> {
  const ended = new AbortController();
  server.once('exit', () => ended.abort(new Error(`The server ended before it said "${name}".`)));
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]);
  const [answer] = (await once(server, 'message', { signal })) as [FromServer];
  if (name in answer) return answer as Extract<FromServer, Record<K, unknown>>;
  throw new Error(`The server said ${Object.keys(answer)} where "${name}" was expected.`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.send('stop' satisfies ToServer);
  const timer = setTimeout(() => server.kill('SIGKILL'), SETTLE_MS);
  await ended;
  clearTimeout(timer);
}

await main(readOptions(process.argv.slice(2)));

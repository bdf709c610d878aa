import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import mqtt, { type MqttClient } from 'mqtt';
import { median, type Options, percentile, progress, readOptions, report, rounded } from './options.ts';
import type { TelemetryPlan, TelemetryReady, Tracker } from './telemetry-server.ts';

interface Plan {
  devices: number;
  /** Messages that a device has on their way without an answer. */
  window: number;
  warmUpS: number;
  seconds: number;
  rounds: number;
}
const FULL: Plan = { devices: 200, window: 6, warmUpS: 2, seconds: 10, rounds: 3 };
const QUICK: Plan = { devices: 20, window: 4, warmUpS: 0.5, seconds: 1, rounds: 1 };
const SETTLE_MS = 3000;

interface Round {
  perS: number;
  /** Milliseconds from the publication of a position to the frame of the feed that shows it, or a later one. */
  latencies: number[];
  unseen: number;
}

async function main(options: Options): Promise<void> {
  const plan = options.quick ? QUICK : FULL;
  const ours: Round[] = [];
  const alone: Round[] = [];
  let database: string | undefined;
  for (let n = 0; n < plan.rounds; n++) {
    const first = await measure({ devices: plan.devices, alone: false, dataDir: options.dataDir }, plan);
    ours.push(first.round);
    database = first.database;
    alone.push((await measure({ devices: plan.devices, alone: true }, plan)).round);
    progress(`positions ${Math.round(ours.at(-1)!.perS)}/s, broker alone ${Math.round(alone.at(-1)!.perS)}/s`);
  }
  const middle = (rounds: Round[]): number => median(rounds.map(({ perS }) => perS));
  const latencies = ours.flatMap((round) => round.latencies);
  await report(
    {
      positions_per_s: rounded(middle(ours)),
      broker_alone_per_s: rounded(middle(alone)),
      ratio: rounded(median(ours.map(({ perS }, i) => perS / alone[i]!.perS)), 3),
      p50_ms: rounded(percentile(latencies, 0.5)),
      p99_ms: rounded(percentile(latencies, 0.99)),
      unseen: ours.reduce((sum, { unseen }) => sum + unseen, 0),
      devices: plan.devices,
      database,
    },
    options,
  );
}

async function measure(server: TelemetryPlan, plan: Plan): Promise<{ round: Round; database?: string }> {
  const child = fork(new URL('telemetry-server.ts', import.meta.url), [JSON.stringify(server)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const [ready] = (await once(child, 'message')) as [TelemetryReady];
    return { round: await publish(ready, plan), database: ready.database };
  } finally {
    await stop(child);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.send('stop');
  await once(child, 'exit');
}

async function publish({ mqtt: url, trackers, feed }: TelemetryReady, plan: Plan): Promise<Round> {
  const watch = new Watch(trackers);
  const closeFeed = feed ? await watch.open(feed.url, feed.key) : () => {};
  const clients = await Promise.all(trackers.map(({ token }) => connect(url, token)));
  const start = performance.now();
  const from = start + plan.warmUpS * 1000;
  const until = from + plan.seconds * 1000;
  let stored = 0;
  const run = async (client: MqttClient, tracker: Tracker): Promise<void> => {
    while (performance.now() < until) {
      const at = watch.next(tracker);
      await client.publishAsync(`intakt/v1/${tracker.device}/telemetry`, positionOf(tracker, at), { qos: 1 });
      const now = performance.now();
      if (now >= from && now < until) stored++;
    }
  };
  await Promise.all(
    clients.flatMap((client, i) => Array.from({ length: plan.window }, () => run(client, trackers[i]!))),
  );
  if (feed) await settled(watch);
  const unseen = feed ? watch.unseen : 0;
  closeFeed();
  await Promise.all(clients.map((client) => client.endAsync(true)));
  return { perS: stored / plan.seconds, latencies: watch.latencies, unseen };
}

/** The last positions reach the feed a moment after they were acknowledged, or never. */
async function settled(watch: Watch): Promise<void> {
  const end = performance.now() + SETTLE_MS;
  while (watch.unseen > 0 && performance.now() < end) await wait(50);
}

const connect = (url: string, password: string): Promise<MqttClient> =>
  mqtt.connectAsync(url, { username: 'device', password, reconnectPeriod: 0, protocolVersion: 4 });

/** A truck that drives east at 80 km/h. */
const positionOf = ({ shipment }: Tracker, at: number): string =>
  JSON.stringify({
    shipment,
    longitude: Number((10 + ((at / 3.6e6) % 1)).toFixed(6)),
    latitude: 50.1,
    speedKmh: 80,
    at: new Date(at).toISOString(),
  });

/** What was published and is not on the screen yet, by shipment. */
class Watch {
  readonly latencies: number[] = [];
  readonly #pending = new Map<string, number[]>();
  readonly #last = new Map<string, number>();

  constructor(trackers: Tracker[]) {
    for (const { shipment } of trackers) this.#pending.set(shipment, []);
  }

  get unseen(): number {
    let unseen = 0;
    for (const pending of this.#pending.values()) unseen += pending.length;
    return unseen;
  }

  /** An instant of its own for each position of a device, as near to now as can be. */
  next({ shipment }: Tracker): number {
    const at = Math.max(Date.now(), (this.#last.get(shipment) ?? 0) + 1);
    this.#last.set(shipment, at);
    this.#pending.get(shipment)!.push(at);
    return at;
  }

  async open(url: string, key: string): Promise<() => void> {
    const request = http.get(`${url}/api/feed`, { headers: { authorization: `Bearer ${key}` } });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    response.setEncoding('utf8');
    let rest = '';
    response.on('error', () => {});
    response.on('data', (text: string) => {
      const frames = (rest + text).split('\n\n');
      rest = frames.pop()!;
      for (const frame of frames)
        if (frame.startsWith('event: moved\n')) this.#see(frame.slice(frame.indexOf('data: ') + 6));
    });
    return () => request.destroy();
  }

  #see(data: string): void {
    const now = Date.now();
    for (const { shipment, at } of JSON.parse(data) as { shipment: string; at: string }[]) {
      const seen = Date.parse(at);
      const pending = this.#pending.get(shipment)!;
      const left = pending.filter((one) => one > seen);
      for (const one of pending) if (one <= seen) this.latencies.push(now - one);
      this.#pending.set(shipment, left);
    }
  }
}

await main(readOptions(process.argv.slice(2)));

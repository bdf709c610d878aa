import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Id } from '@intakt/contract';

export interface FeedPlan {
  organisation: Id;
  token: string;
}
/** Feeds of one thread; `arrivals` holds sequence and time alternately, in the order in which they came. */
export type ReadersAnswer = { open: number } | { feeds: { organisation: Id; arrivals: number[] }[] };

/** Milliseconds of a clock that all processes of a machine share. */
export const machineTime = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

const OPENING_AT_ONCE = 50;

async function readFeeds({ url, feeds }: { url: string; feeds: FeedPlan[] }): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const opened = feeds.map(({ organisation }) => ({ organisation, arrivals: [] as number[] }));
  for (let at = 0; at < feeds.length; at += OPENING_AT_ONCE) {
    const next = feeds.slice(at, at + OPENING_AT_ONCE);
    await Promise.all(
      next.map(({ token }, i) => openFeed(`${url}/api/feed`, { token, agent, arrivals: opened[at + i]!.arrivals })),
    );
  }
  parentPort!.on('message', () => {
    parentPort!.postMessage({ feeds: opened } satisfies ReadersAnswer);
    agent.destroy();
    parentPort!.close();
  });
  parentPort!.postMessage({ open: opened.length } satisfies ReadersAnswer);
}

/** Resolves when the server has said that the feed is ready. */
function openFeed(
  url: string,
  { token, agent, arrivals }: { token: string; agent: http.Agent; arrivals: number[] },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`The feed was refused with ${response.statusCode}.`));
      response.setEncoding('utf8');
      let rest = '';
      response.on('data', (text: string) => {
        const now = machineTime();
        const frames = (rest + text).split('\n\n');
        rest = frames.pop()!;
        for (const frame of frames) {
          if (frame.startsWith('id: ')) arrivals.push(Number.parseInt(frame.slice(4), 10), now);
          else if (frame.includes('event: ready')) resolve();
        }
      });
    });
    request.on('error', reject);
  });
}

if (parentPort) await readFeeds(workerData);

import { FeedConnection } from './feed-connection.ts';
import type { FeedMessage, FeedOrder } from './feed-messages.ts';

type Listen = (message: FeedMessage) => void;

/** Joins the browser's one feed; the answer leaves it. */
export function joinFeed(listen: Listen): () => void {
  if (typeof SharedWorker === 'function') return joinThroughWorker(listen);
  if (typeof BroadcastChannel === 'function' && navigator.locks) return joinThroughLeader(listen);
  return joinDirectly(listen);
}

function joinThroughWorker(listen: Listen): () => void {
  const worker = new SharedWorker(new URL('./feed-worker.ts', import.meta.url), {
    type: 'module',
    name: 'intakt-feed',
  });
  const order = (what: FeedOrder): void => worker.port.postMessage(what);
  const leave = (): void => order('close');
  worker.port.onmessage = ({ data }: MessageEvent<FeedMessage>) => listen(data);
  worker.port.start();
  order('open');
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    leave();
    worker.port.close();
  };
}

/** Without shared workers, the tab that holds the lock keeps the connection and speaks to the others. */
function joinThroughLeader(listen: Listen): () => void {
  const channel = new BroadcastChannel('intakt-feed');
  const left = new AbortController();
  channel.onmessage = ({ data }: MessageEvent<FeedMessage>) => listen(data);
  const lead = async (): Promise<void> => {
    const connection = new FeedConnection((message) => {
      channel.postMessage(message);
      listen(message);
    });
    connection.open();
    await new Promise((resolve) => left.signal.addEventListener('abort', resolve));
    connection.close();
  };
  navigator.locks.request('intakt-feed', { signal: left.signal }, lead).catch(() => undefined);
  return () => {
    left.abort();
    channel.close();
  };
}

function joinDirectly(listen: Listen): () => void {
  const connection = new FeedConnection(listen);
  connection.open();
  return () => connection.close();
}

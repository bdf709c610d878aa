/// <reference lib="webworker" />
import { FeedConnection } from './feed-connection.ts';
import type { FeedMessage, FeedOrder } from './feed-messages.ts';

/**
 * HTTP/1.1 gives a browser six connections per origin, so all tabs share one feed: this worker
 * holds it and hands each event to every tab.
 */
const ports = new Set<MessagePort>();
const connection = new FeedConnection(broadcast);

function broadcast(message: FeedMessage): void {
  for (const port of ports) port.postMessage(message);
}

function obey(port: MessagePort, order: FeedOrder): void {
  if (order === 'open') {
    ports.add(port);
    port.postMessage(connection.state);
    connection.open();
    return;
  }
  ports.delete(port);
  if (ports.size === 0) connection.close();
}

(self as unknown as SharedWorkerGlobalScope).onconnect = (connected) => {
  const port = connected.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<FeedOrder>) => obey(port, data);
  port.start();
};

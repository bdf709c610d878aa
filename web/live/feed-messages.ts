import type { RecordedEvent } from '@intakt/contract';

export type ConnectionState = 'connecting' | 'live' | 'offline';

/** What the one connection of a browser tells every tab. */
export type FeedMessage =
  | { kind: 'event'; event: RecordedEvent }
  | { kind: 'state'; state: ConnectionState; resumed: boolean }
  | { kind: 'changed'; topic: 'inbox' }
  | { kind: 'sharing-changed' }
  | { kind: 'ended' };

/** What a tab tells the connection. */
export type FeedOrder = 'open' | 'close';

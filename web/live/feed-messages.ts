import type { RecordedEvent } from '@intakt/contract';

export type ConnectionState = 'connecting' | 'live' | 'offline';

/** Where a consignment was last seen, between two events that say so. */
export interface MovedPosition {
  owner: string;
  shipment: string;
  longitude: number;
  latitude: number;
  at: string;
}

/** What the one connection of a browser tells every tab. */
export type FeedMessage =
  | { kind: 'event'; event: RecordedEvent }
  | { kind: 'state'; state: ConnectionState; resumed: boolean }
  | { kind: 'changed'; topic: 'inbox' | 'outgoing' | 'webhooks' | 'update-requests' | 'jobs' }
  | { kind: 'moved'; positions: MovedPosition[] }
  | { kind: 'sharing-changed' }
  | { kind: 'ended' };

/** What a tab tells the connection. */
export type FeedOrder = 'open' | 'close';

import type { LocalSearch } from '../local-search.ts';

/** Clients that were taken out of their tours, and whether they may go into a tour of their own. */
export interface Removed {
  clients: Int32Array;
  count: number;
  newRouteAllowed: boolean;
  /** How many may be taken out around one client. */
  largest: number;
  /** The nodes that they were next to. */
  around: number[];
}

/** What a ruin looks at. */
export type Surroundings = Pick<LocalSearch, 'routes' | 'random' | 'neighbours' | 'width'>;

/** A way of choosing what to take out. Only marks; `takeOut` does the taking. */
export interface Ruin {
  name: string;
  /** How often it is used, relative to the others. */
  weight: number;
  choose: (search: Surroundings, removed: Removed) => void;
}

export function mark(removed: Removed, client: number): void {
  removed.clients[removed.count++] = client;
}

import type { EventCommand, Id } from '@intakt/contract';
import type { ApiClient } from '@intakt/contract/client';

export interface ReportedPosition {
  shipment: Id;
  longitude: number;
  latitude: number;
  at: string;
  speedKmh?: number;
}

/** One thing that a partner does at a moment, and the public door through which it does it. */
export type Deed = { at: number; organisation: Id } & (
  | { door: 'events'; event: EventCommand }
  | { door: 'edi'; file: EdiFile }
  | { door: 'epcis'; document: object }
  | { door: 'positions'; position: ReportedPosition }
  | { door: 'call'; path: string; say: Say }
);

/** One call of the server; the answer's body is read, whatever it is. */
export type Say = (client: ApiClient, signal: AbortSignal) => Promise<Answer>;

export interface Answer<T = unknown> {
  response: Response;
  /** The body of a success, or the problem. */
  data?: T;
  error?: unknown;
}

export interface EdiFile {
  name: string;
  mediaType: 'application/edifact' | 'application/edi-x12';
  bytes: Uint8Array;
}

/** A stretch of simulated time: after `from`, up to and including `to` (ms). */
export interface Stretch {
  from: number;
  to: number;
}

export const within = ({ from, to }: Stretch, at: number): boolean => at > from && at <= to;

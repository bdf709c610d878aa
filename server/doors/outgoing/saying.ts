import type { Id, RecordedEvent } from '@intakt/contract';
import type { Spoken } from '../partners/profile.ts';
import type { AskedOrder } from './to-transport-orders.ts';

/** The events that go out as messages, with who says them to whom and what they speak of. */
export interface Saying {
  event: RecordedEvent;
  spoken: Spoken;
  /** Which message says it: schedules are forecasts or call-offs. */
  as: SpokenAs;
  /** Whatever else must be the same for all that one interchange says. */
  apart?: string;
  /** Of stock, whose trade the part is told for; of a milestone, the papers that go with the goods. */
  trade?: { customer: Id; supplier: Id };
  papers?: { transportReference: string | null; despatchNote: string | null };
  /** Of a tour, the order that the carrier is asked to move. */
  asked?: AskedOrder;
  owner: Id;
  partner: Id;
  mentions: { organisations: Id[]; sites: Id[]; parts: Id[] };
}
export type SpokenAs = 'forecast' | 'call-off' | 'despatch' | 'receipt' | 'inventory' | 'status' | 'transport-order';

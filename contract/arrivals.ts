import { Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, Instant } from './primitives.ts';

/** What an expected arrival rests on. */
export const ARRIVAL_BASES = [
  /** Journeys of the same lane, origin, time of day and carrier; and these with what the carrier says. */
  'history',
  'history-and-carrier',
  /** Somebody decided how the goods travel on, so that the history of the lane does not hold. */
  'decided',
  /** Nothing was travelled yet that could be learned from: what was said last, the lane's lead time, or the advice. */
  'said',
  'lead-time',
  'advised',
] as const;

/** When goods under way will be there, as one of their parties can tell from what it may see; its own to disclose. */
export const ArrivalBand = Type.Object(
  {
    owner: Id,
    supplier: Id,
    shipment: Id,
    /** There by then with probability 0.2, 0.5, 0.8, 0.95. Where nothing was learned there is only the middle one. */
    p20At: Type.Optional(Instant),
    p50At: Instant,
    p80At: Type.Optional(Instant),
    p95At: Type.Optional(Instant),
    basis: Type.Enum([...ARRIVAL_BASES]),
    /** Journeys of this lane that it was learned from. */
    journeys: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);

/** Said again when the band moves by more than a quarter of an hour and a tenth of the time to go. */
export const ARRIVAL_EVENTS = {
  'arrival-projected': defineEvent({
    data: ArrivalBand,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    derived: true,
  }),
} as const;

import { type Static, Type } from 'typebox';
import { ARRIVAL_EVENTS } from './arrivals.ts';
import { CAPACITY_EVENTS } from './capacity.ts';
import { COMMIT_EVENTS } from './commits.ts';
import { CONTAINER_EVENTS } from './containers.ts';
import { DEMAND_EVENTS } from './demand.ts';
import { DEMAND_PLAN_EVENTS } from './demand-plans.ts';
import { DOCK_EVENTS } from './docks.ts';
import type { EventDefinition } from './event-definition.ts';
import { EXCEPTION_EVENTS } from './exceptions.ts';
import { FORECAST_EVENTS } from './forecasts.ts';
import { FREIGHT_EVENTS } from './freight.ts';
import { MILESTONE_EVENTS } from './milestones.ts';
import { NETWORK_EVENTS } from './network.ts';
import { PRICE_LIST_EVENTS } from './price-list.ts';
import { type Id, Instant } from './primitives.ts';
import { SEASON_PLAN_EVENTS } from './season-plan.ts';
import { TRANSPORT_EVENTS } from './transport.ts';
import { VISIBILITY_EVENTS } from './visibility.ts';
import { WHAT_IF_EVENTS } from './what-ifs.ts';

/** Everything a partner may say. Adding an event touches its capability's file and nothing else. */
export const EVENTS = {
  ...NETWORK_EVENTS,
  ...DEMAND_EVENTS,
  ...VISIBILITY_EVENTS,
  ...CONTAINER_EVENTS,
  ...COMMIT_EVENTS,
  ...MILESTONE_EVENTS,
  ...FORECAST_EVENTS,
  ...CAPACITY_EVENTS,
  ...DEMAND_PLAN_EVENTS,
  ...EXCEPTION_EVENTS,
  ...SEASON_PLAN_EVENTS,
  ...PRICE_LIST_EVENTS,
  ...TRANSPORT_EVENTS,
  ...DOCK_EVENTS,
  ...FREIGHT_EVENTS,
  ...ARRIVAL_EVENTS,
  ...WHAT_IF_EVENTS,
} as const;

export type EventType = keyof typeof EVENTS;
export type EventData<T extends EventType> = Static<(typeof EVENTS)[T]['data']>;
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];
export const eventDefinition = (type: EventType): EventDefinition => EVENTS[type] as unknown as EventDefinition;

/** What a caller hands to record(). `source` and `id` make it recognisable when it comes twice. */
export interface EventCommand<T extends EventType = EventType> {
  type: T;
  /** The system or channel that says it, e.g. `edi`, `epcis`, `screen`, `erp-4711`. */
  source: string;
  /** Unique within organisation and source. */
  id: string;
  occurredAt: Instant;
  data: EventData<T>;
  /** Joins events that say one thing to different audiences, or that one message caused. */
  causationId?: string;
  /** Event id (UUID) of the event that this one corrects. */
  corrects?: string;
  /** Personal data that must be erasable: kept beside the event under its salted hash. */
  personal?: Record<string, unknown>;
}

/** An event as it stands in the ledger. */
export interface RecordedEvent<T extends EventType = EventType> {
  sequence: number;
  /** UUIDv8 made from (recordedBy, source, id). */
  eventId: string;
  type: T;
  source: string;
  id: string;
  recordedBy: Id;
  statedBy: Id;
  /** False: a reported fact. Its speaker has not said it itself. */
  confirmed: boolean;
  occurredAt: Instant;
  recordedAt: Instant;
  audience: Id[];
  causationId?: string;
  corrects?: string;
  personalHash?: string;
  data: EventData<T>;
}

export const EventEnvelope = Type.Object(
  {
    type: Type.Enum(EVENT_TYPES as [EventType, ...EventType[]]),
    source: Type.String({ minLength: 1, maxLength: 100 }),
    id: Type.String({ minLength: 1, maxLength: 200 }),
    occurredAt: Instant,
    data: Type.Object({}, { additionalProperties: true }),
    causationId: Type.Optional(Type.String({ maxLength: 100 })),
    corrects: Type.Optional(Type.String({ format: 'uuid' })),
    personal: Type.Optional(Type.Object({}, { additionalProperties: true })),
  },
  { additionalProperties: false },
);

export const RecordOutcome = Type.Object({
  eventId: Type.String(),
  sequence: Type.Integer(),
  /** `recorded`, or `known` when the same event was recorded before. */
  outcome: Type.Enum(['recorded', 'known']),
  confirmed: Type.Boolean(),
});
export type RecordOutcome = Static<typeof RecordOutcome>;

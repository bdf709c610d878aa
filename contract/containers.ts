import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, Instant, Reference } from './primitives.ts';

const closed = { additionalProperties: false } as const;
const Packages = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Note = Type.String({ maxLength: 200 });

/** Why packages changed hands: with goods in them, empty on their way back, or written off by agreement. */
export const CONTAINER_CAUSES = ['full', 'empty', 'lost', 'scrapped', 'adjusted'] as const;

/**
 * One side's word on returnable packages that went from one partner to another. The sender says what left, the receiver
 * what came; said again under the same reference it replaces what the same side said before.
 */
export const ContainersMoved = Type.Object(
  {
    by: Id,
    from: Id,
    to: Id,
    packaging: Reference,
    quantity: Packages,
    cause: Type.Enum([...CONTAINER_CAUSES]),
    /** Despatch note or slip that went with the packages: joins what both sides say. */
    reference: Reference,
    movedAt: Instant,
    site: Type.Optional(Id),
    /** The EPCIS event that this was read from. */
    epcisEvent: Type.Optional(Type.String({ maxLength: 200 })),
    note: Type.Optional(Note),
  },
  closed,
);

/** What one side's books say at a moment; from then on its account goes on from there. */
export const ContainerBalance = Type.Object(
  {
    by: Id,
    partner: Id,
    packaging: Reference,
    /** Packages that the partner owes; negative: that are owed to the partner. */
    balance: Type.Integer({ minimum: -10_000_000, maximum: 10_000_000 }),
    statedAt: Instant,
    note: Type.Optional(Note),
  },
  closed,
);

export const CONTAINER_EVENTS = {
  'containers-moved': defineEvent({
    data: ContainersMoved,
    speaker: (d) => d.by,
    parties: (d) => [d.from, d.to],
    recorders: (d) => [d.by],
    sites: (d) => (d.site ? [d.site] : []),
  }),
  'container-balance-stated': defineEvent({
    data: ContainerBalance,
    speaker: (d) => d.by,
    parties: (d) => [d.by, d.partner],
    recorders: (d) => [d.by],
  }),
} as const;

export type ContainersMoved = Static<typeof ContainersMoved>;

import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, IsoDay, PositiveQuantity, Quantity, Text, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** What a group of machines or people can make in one calendar week. */
export const CapacityWeek = Type.Object(
  {
    /** Monday of the ISO week. */
    week: IsoDay,
    /** With the shifts that are planned. */
    actual: PositiveQuantity,
    /** What customer and supplier agreed on. */
    agreed: Type.Optional(PositiveQuantity),
    /** With everything that the supplier could still add. */
    maximum: PositiveQuantity,
    /** Made ahead of (above zero) or after (below zero) the week in which it is needed. */
    deltaProduction: Type.Optional(Quantity),
  },
  closed,
);

export const GroupPart = Type.Object(
  {
    part: Id,
    /** Units of the group's capacity that one piece takes. */
    loadFactor: Type.Number({ exclusiveMinimum: 0, maximum: 1e6 }),
  },
  closed,
);

/** By how much demand may leave the agreed capacity, so many weeks ahead and beyond, as far as the next range. */
export const FlexibilityRange = Type.Object(
  {
    fromWeeks: Type.Integer({ minimum: 0, maximum: 520 }),
    plusPercent: Type.Number({ minimum: 0, maximum: 1000 }),
    minusPercent: Type.Number({ minimum: 0, maximum: 100 }),
  },
  closed,
);

/** A supplier's capacity as its customer may see it; without a customer it is the supplier's own affair. */
export const CapacityGroup = Type.Object(
  {
    owner: Id,
    group: Id,
    name: Text,
    customer: Type.Optional(Id),
    site: Type.Optional(Id),
    unit: Unit,
    parts: Type.Array(GroupPart, { minItems: 1, maxItems: 500 }),
    flexibility: Type.Optional(Type.Array(FlexibilityRange, { maxItems: 20 })),
    weeks: Type.Array(CapacityWeek, { maxItems: 520 }),
  },
  closed,
);

/** What stands behind a group; its owner's alone. */
export const CapacityResources = Type.Object(
  {
    owner: Id,
    group: Id,
    shiftsPerWeek: Type.Integer({ minimum: 1, maximum: 21 }),
    hoursPerShift: Type.Number({ exclusiveMinimum: 0, maximum: 24 }),
    /** Hours of work in one unit of capacity. */
    hoursPerUnit: Type.Number({ minimum: 0, maximum: 1e6 }),
  },
  closed,
);

/** What suppliers can make, week by week. */
export const CAPACITY_EVENTS = {
  'capacity-stated': defineEvent({
    data: CapacityGroup,
    speaker: (d) => d.owner,
    parties: (d) => (d.customer ? [d.owner, d.customer] : [d.owner]),
    recorders: (d) => [d.owner],
    sites: (d) => (d.site ? [d.site] : []),
    parts: (d) => d.parts.map(({ part }) => part),
  }),
  'capacity-resources-stated': defineEvent({
    data: CapacityResources,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
  }),
  'capacity-withdrawn': defineEvent({
    data: Type.Object({ owner: Id, group: Id, customer: Type.Optional(Id) }, closed),
    speaker: (d) => d.owner,
    parties: (d) => (d.customer ? [d.owner, d.customer] : [d.owner]),
    recorders: (d) => [d.owner],
  }),
} as const;

export type CapacityWeek = Static<typeof CapacityWeek>;
export type CapacityGroup = Static<typeof CapacityGroup>;
export type CapacityResources = Static<typeof CapacityResources>;
export type FlexibilityRange = Static<typeof FlexibilityRange>;

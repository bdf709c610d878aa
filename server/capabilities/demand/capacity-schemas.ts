import { CapacityGroup, CapacityResources, FlexibilityRange, GroupPart, Id, IsoDay } from '@intakt/contract';
import { Type } from 'typebox';
import { LOAD_STATES } from './match-capacity.ts';

const closed = { additionalProperties: false } as const;
const MatchedWeekShape = Type.Object({
  week: Type.String(),
  actual: Type.Number(),
  agreed: Type.Optional(Type.Number()),
  maximum: Type.Number(),
  deltaProduction: Type.Optional(Type.Number()),
  demand: Type.Number(),
  state: Type.Enum([...LOAD_STATES]),
  short: Type.Number(),
  outsideAgreed: Type.Boolean(),
});
const Resources = Type.Omit(CapacityResources, ['owner', 'group']);

export const GroupShape = Type.Object({
  owner: Type.String(),
  group: Type.String(),
  name: Type.String(),
  customer: Type.Optional(Type.String()),
  site: Type.Optional(Type.String()),
  unit: Type.String(),
  parts: Type.Array(GroupPart),
  flexibility: Type.Array(FlexibilityRange),
  statedAt: Type.String(),
  weeks: Type.Array(MatchedWeekShape),
  resources: Type.Optional(Resources),
});
export const GroupBody = Type.Object(
  { ...Type.Omit(CapacityGroup, ['owner', 'group']).properties, resources: Type.Optional(Resources) },
  closed,
);
export const ById = Type.Object({ group: Id });
export const ByOwner = Type.Object({ owner: Id, group: Id });

export const MeasuresBody = Type.Object(
  {
    extraShifts: Type.Optional(
      Type.Array(
        Type.Object({ from: IsoDay, to: IsoDay, shifts: Type.Integer({ minimum: -21, maximum: 21 }) }, closed),
        { maxItems: 50 },
      ),
    ),
    moved: Type.Optional(
      Type.Array(Type.Object({ part: Id, share: Type.Number({ minimum: 0, maximum: 1 }) }, closed), { maxItems: 500 }),
    ),
    /** Group that takes over what is moved. */
    alternate: Type.Optional(Id),
    aheadWeeks: Type.Optional(Type.Integer({ minimum: 0, maximum: 52 })),
    shiftsPerWeek: Type.Optional(Type.Integer({ minimum: 1, maximum: 21 })),
  },
  closed,
);
const SimulatedShape = Type.Array(
  Type.Object({
    week: Type.String(),
    demand: Type.Number(),
    capacity: Type.Number(),
    made: Type.Number(),
    stock: Type.Number(),
    short: Type.Number(),
  }),
);
export const SimulationShape = Type.Object({ weeks: SimulatedShape, alternate: Type.Optional(SimulatedShape) });

export const RequirementShape = Type.Object({
  labour: Type.Array(Type.Object({ week: Type.String(), hours: Type.Number(), shifts: Type.Number() })),
  materials: Type.Array(
    Type.Object({
      part: Type.String(),
      unit: Type.String(),
      weeks: Type.Array(Type.Object({ week: Type.String(), quantity: Type.Number() })),
    }),
  ),
});

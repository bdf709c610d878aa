import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, IsoDay, PositiveQuantity, Reference, Text, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

const WeekQuantity = Type.Object({ week: IsoDay, quantity: PositiveQuantity }, closed);
const Model = Type.String({ minLength: 1, maxLength: 60 });

/** So many of a model's vehicles take the part: a variant, or an option that goes into some. */
export const TakeRate = Type.Object({ model: Model, part: Id, share: Type.Number({ minimum: 0, maximum: 1 }) }, closed);

/** How many vehicles of each model are built per week, and what they take. Replaces the plan of the site. */
export const BuildPlan = Type.Object(
  {
    owner: Id,
    site: Id,
    release: Reference,
    models: Type.Array(Type.Object({ model: Model, weeks: Type.Array(WeekQuantity, { maxItems: 160 }) }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
    takeRates: Type.Array(TakeRate, { maxItems: 5000 }),
  },
  closed,
);

/** What if: other volumes of models, in some weeks or all, and other take rates. The plan stays as it is. */
export const DemandScenario = Type.Object(
  {
    owner: Id,
    site: Id,
    scenario: Id,
    name: Text,
    volumes: Type.Array(
      Type.Object(
        {
          model: Model,
          from: Type.Optional(IsoDay),
          to: Type.Optional(IsoDay),
          factor: Type.Number({ minimum: 0, maximum: 10 }),
        },
        closed,
      ),
      { maxItems: 200 },
    ),
    /** Replace those of the plan with the same model and part. */
    takeRates: Type.Array(TakeRate, { maxItems: 5000 }),
  },
  closed,
);
const ScenarioStep = Type.Object({ owner: Id, site: Id, scenario: Id }, closed);

/**
 * What the end customers' demand needs of a part at a place, told to who supplies it: the quantity of that supplier alone,
 * neither what it goes into nor who else supplies it. Only where the customer agreed to pass it through.
 */
export const PassedDemand = Type.Object(
  {
    owner: Id,
    supplier: Id,
    part: Id,
    site: Id,
    shipFrom: Type.Optional(Id),
    unit: Unit,
    /** How many steps from the end demand; also what keeps a circle of companies from passing on for ever. */
    tier: Type.Integer({ minimum: 1, maximum: 12 }),
    asOf: IsoDay,
    weeks: Type.Array(WeekQuantity, { maxItems: 160 }),
  },
  closed,
);

const own = { speaker: (d: { owner: string }) => d.owner, parties: (d: { owner: string }) => [d.owner] };

export const DEMAND_PLAN_EVENTS = {
  'build-plan-stated': defineEvent({ data: BuildPlan, ...own, sites: (d) => [d.site] }),
  'scenario-stated': defineEvent({ data: DemandScenario, ...own, sites: (d) => [d.site] }),
  'scenario-promoted': defineEvent({ data: ScenarioStep, ...own, sites: (d) => [d.site] }),
  'scenario-dropped': defineEvent({ data: ScenarioStep, ...own, sites: (d) => [d.site] }),
  'end-demand-passed': defineEvent({
    data: PassedDemand,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner, d.supplier],
    recorders: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    derived: true,
  }),
} as const;

export type BuildPlan = Static<typeof BuildPlan>;
export type TakeRate = Static<typeof TakeRate>;
export type DemandScenario = Static<typeof DemandScenario>;
export type PassedDemand = Static<typeof PassedDemand>;

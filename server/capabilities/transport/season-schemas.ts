import { Id, IsoDay } from '@intakt/contract';
import { type Static, Type } from 'typebox';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const amount = (most: number) => Type.Number({ minimum: 0, maximum: most });

/** What is asked of a scenario; everything but the plant has a usual value. */
export const SeasonWish = Type.Object(
  {
    site: Id,
    name: Type.Optional(Type.String({ maxLength: 80 })),
    weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 52 })),
    leastPickups: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 })),
    leastVariationPercent: Type.Optional(amount(200)),
    bays: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    openFrom: Type.Optional(ClockTime),
    openTo: Type.Optional(ClockTime),
    pickupFrom: Type.Optional(ClockTime),
    pickupTo: Type.Optional(ClockTime),
    unloadMinutes: Type.Optional(amount(600)),
    valuePerKg: Type.Optional(amount(100_000)),
    stockPercentPerYear: Type.Optional(amount(100)),
    placePerWeek: Type.Optional(amount(1000)),
    perTonneCo2: Type.Optional(amount(5000)),
    perArrival: Type.Optional(amount(5000)),
    mostOverflowPercent: Type.Optional(amount(100)),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  },
  { additionalProperties: false },
);
export type SeasonWish = Static<typeof SeasonWish>;

const Costs = Type.Object({
  fullLoads: Type.Number(),
  groupage: Type.Number(),
  milkRuns: Type.Number(),
  overflow: Type.Number(),
  stock: Type.Number(),
  dock: Type.Number(),
  co2: Type.Number(),
});
const Finding = Type.Object({ code: Type.String(), subject: Type.String(), message: Type.String() });
const Weekdays = Type.Array(Type.Integer());

const PlanLane = Type.Object({
  lane: Type.String(),
  concept: Type.String(),
  truck: Type.String(),
  weekdays: Weekdays,
  fullLoads: Type.Number(),
  tour: Type.Optional(Type.String()),
  cost: Type.Number(),
  co2Kg: Type.Number(),
  peakPlaces: Type.Number(),
  stockDays: Type.Number(),
});
const PlanTour = Type.Object({
  id: Type.String(),
  truck: Type.String(),
  weekdays: Weekdays,
  departureSeconds: Type.Number(),
  returnSeconds: Type.Number(),
  stops: Type.Array(
    Type.Object({
      lane: Type.String(),
      arrivalSeconds: Type.Number(),
      startSeconds: Type.Number(),
      departureSeconds: Type.Number(),
    }),
  ),
  plantWeekdays: Weekdays,
  plantSeconds: Type.Array(Type.Number()),
  km: Type.Number(),
  drivingSeconds: Type.Number(),
  breakSeconds: Type.Number(),
  restSeconds: Type.Number(),
  cost: Type.Number(),
  co2Kg: Type.Number(),
  fill: Type.Number(),
});
const Plan = Type.Object({
  cost: Type.Number(),
  costs: Costs,
  bound: Type.Optional(Type.Number()),
  co2Kg: Type.Number(),
  truckKm: Type.Number(),
  arrivalsPerHour: Type.Array(Type.Array(Type.Number())),
  peakPerHour: Type.Number(),
  dockOverloadMinutes: Type.Number(),
  lanes: Type.Array(PlanLane),
  tours: Type.Array(PlanTour),
  findings: Type.Array(Finding),
});
const Stress = Type.Object({
  weeks: Type.Integer(),
  overflowShare: Type.Number(),
  fillByWeek: Type.Array(Type.Number()),
  tours: Type.Array(
    Type.Object({
      tour: Type.String(),
      fillP10: Type.Number(),
      fillP50: Type.Number(),
      fillP90: Type.Number(),
      overflowShare: Type.Number(),
      overflowTrucks: Type.Number(),
    }),
  ),
});
const At = { latitude: Type.Number(), longitude: Type.Number() };

export const Scenario = Type.Object({
  id: Type.String(),
  name: Type.String(),
  state: Type.String(),
  createdAt: Type.String(),
  plan: Plan,
  /** Direct and groupage alone, at their best. */
  without: Plan,
  today: Plan,
  stress: Stress,
  plant: Type.Object({ site: Type.String(), ...At }),
  lanes: Type.Array(Type.Object({ lane: Type.String(), supplier: Type.String(), from: Type.String(), ...At })),
  unplaced: Type.Array(Type.String()),
});
export type Scenario = Static<typeof Scenario>;

const Figures = Type.Object({
  cost: Type.Number(),
  co2Kg: Type.Number(),
  truckKm: Type.Number(),
  peakPerHour: Type.Number(),
  tours: Type.Integer(),
});
export const ScenarioListed = Type.Object({
  id: Type.String(),
  name: Type.String(),
  site: Type.String(),
  state: Type.String(),
  createdAt: Type.String(),
  plan: Figures,
  without: Figures,
  today: Figures,
});

export const SeasonAnswer = Type.Object({
  plans: Type.Array(
    Type.Object({
      plan: Type.String(),
      customer: Type.String(),
      site: Type.String(),
      name: Type.String(),
      currency: Type.String(),
      validFrom: IsoDay,
      validTo: IsoDay,
      cost: Type.Number(),
      costBefore: nullable(Type.Number()),
      co2Kg: Type.Number(),
      truckKm: Type.Number(),
      peakPerHour: Type.Integer(),
      scenario: Type.String(),
      publishedAt: Type.String(),
    }),
  ),
  rhythms: Type.Array(
    Type.Object({
      customer: Type.String(),
      plan: Type.String(),
      supplier: Type.String(),
      from: Type.String(),
      to: Type.String(),
      concept: Type.String(),
      weekdays: Weekdays,
      fullLoads: Type.Integer(),
      tour: nullable(Type.String()),
      arrives: nullable(Type.String()),
      departs: nullable(Type.String()),
      validFrom: IsoDay,
      validTo: IsoDay,
    }),
  ),
  tours: Type.Array(
    Type.Object({
      customer: Type.String(),
      plan: Type.String(),
      tour: Type.String(),
      carrier: nullable(Type.String()),
      to: Type.String(),
      vehicleName: Type.String(),
      weekdays: Weekdays,
      departs: Type.String(),
      stops: Type.Array(
        Type.Object({ site: Type.String(), dayOffset: Type.Integer(), arrives: Type.String(), departs: Type.String() }),
      ),
      plantWeekdays: Weekdays,
      plantArrivals: Type.Array(Type.String()),
      distanceKm: Type.Number(),
      drivingMinutes: Type.Number(),
      breakMinutes: Type.Number(),
      restMinutes: Type.Number(),
      validFrom: IsoDay,
      validTo: IsoDay,
    }),
  ),
});

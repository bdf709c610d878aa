import {
  GoodsMeasure,
  Id,
  Instant,
  IsoDay,
  ORDER_KINDS,
  ORDER_REFERENCES,
  STOP_MILESTONES,
  StopOrder,
  TimeWindow,
} from '@intakt/contract';
import { type TSchema, Type } from 'typebox';

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const number = Type.Number();

export const VehicleAnswer = Type.Object({
  id: Id,
  owner: Id,
  name: text,
  capacity: GoodsMeasure,
  count: Type.Integer(),
  roundTrip: Type.Boolean(),
  costPerTour: number,
  costPerKm: number,
  costPerHour: number,
  costPerStop: number,
  co2PerKmEmptyKg: number,
  co2PerKmFullKg: number,
  driverHours: Type.Boolean(),
  maxStops: nullable(Type.Integer()),
  maxDistanceKm: nullable(number),
  skills: Type.Array(text),
  carrier: nullable(Id),
});

export const OrderAnswer = Type.Object({
  id: Id,
  customer: Id,
  supplier: Id,
  kind: Type.Enum([...ORDER_KINDS]),
  from: Id,
  to: Id,
  deliverOn: IsoDay,
  goods: GoodsMeasure,
  layers: Type.Integer(),
  packages: nullable(Type.Integer()),
  pickupWindows: Type.Array(TimeWindow),
  deliveryWindows: Type.Array(TimeWindow),
  loadingMinutes: number,
  unloadingMinutes: number,
  goodsClass: nullable(text),
  skills: Type.Array(text),
  references: Type.Array(Type.Object({ kind: Type.Enum([...ORDER_REFERENCES]), reference: text })),
  state: text,
  tour: nullable(Id),
  confirmed: Type.Boolean(),
});

const Trouble = nullable(Type.Object({ reason: text, text: nullable(text), at: text }));

export const TourAnswer = Type.Object({
  customer: Id,
  id: Id,
  carrier: nullable(Id),
  revision: Type.Integer(),
  day: IsoDay,
  vehicleType: Id,
  vehicleName: text,
  capacity: GoodsMeasure,
  departsAt: Instant,
  arrivesAt: Instant,
  stops: Type.Integer(),
  distanceKm: number,
  drivingMinutes: number,
  breakMinutes: number,
  restMinutes: number,
  fill: GoodsMeasure,
  co2Kg: number,
  distances: Type.Object({ provider: text, asOf: text }),
  state: text,
  vehicle: nullable(text),
  problem: Trouble,
  longitude: nullable(number),
  latitude: nullable(number),
  positionAt: nullable(Instant),
});

export const StopAnswer = Type.Object({
  customer: Id,
  tour: Id,
  stop: Id,
  carrier: nullable(Id),
  supplier: nullable(Id),
  receiver: nullable(Id),
  day: IsoDay,
  position: Type.Integer(),
  stops: Type.Integer(),
  site: Id,
  vehicleName: text,
  plannedArrival: Instant,
  plannedStart: Instant,
  plannedDeparture: Instant,
  expectedAt: Instant,
  deliveredAt: nullable(Instant),
  loads: Type.Array(StopOrder),
  unloads: Type.Array(StopOrder),
  state: text,
  arrivedAt: nullable(Instant),
  servedAt: nullable(Instant),
  departedAt: nullable(Instant),
  packages: nullable(Type.Integer()),
  problem: Trouble,
  signed: Type.Boolean(),
  photos: Type.Integer(),
  /** Reports with which a signature or pictures came; `/api/stop-proofs/{event}` has them. */
  proofs: Type.Array(Type.Object({ event: text, milestone: Type.Enum([...STOP_MILESTONES]), at: Instant })),
  /** Who reported it; they, or the carrier, may take it back. */
  reporters: Type.Object({
    arrived: nullable(Id),
    served: nullable(Id),
    departed: nullable(Id),
    problem: nullable(Id),
  }),
  /** What it asked of the docks, and what it was given; a slot stands until the site gives another. */
  dockSlot: nullable(
    Type.Object({
      state: Type.Enum(['requested', 'confirmed']),
      wantedFrom: Instant,
      unloadingMinutes: Type.Integer(),
      from: nullable(Instant),
      to: nullable(Instant),
      bay: nullable(Type.Integer()),
    }),
  ),
});

export const FiguresAnswer = Type.Object({
  tours: Type.Integer(),
  orders: Type.Integer(),
  unplanned: Type.Integer(),
  infeasible: Type.Integer(),
  cost: number,
  distanceKm: number,
  hours: number,
  co2Kg: number,
  fill: number,
});

export const FindingAnswer = Type.Object({ code: text, subject: text, message: text });

const LockedStop = Type.Object({ order: Id, at: Type.Enum(['pickup', 'delivery']) });
const PlannedStop = Type.Object({
  place: text,
  order: Type.Optional(Id),
  at: Type.Enum(['pickup', 'delivery', 'reload']),
  arrivalAt: Instant,
  startAt: Instant,
  departureAt: Instant,
  /** What is aboard when the truck leaves, as shares of its capacity in the order of the plan's dimensions. */
  load: Type.Array(number),
});
export const DraftTourAnswer = Type.Object({
  id: Id,
  vehicle: Id,
  carrier: nullable(Id),
  locked: Type.Boolean(),
  lockedStops: Type.Integer(),
  stops: Type.Array(LockedStop),
  /** By which its cost is counted; null: none were agreed when the plan began, and it counts at what the truck is registered with. */
  rates: Type.Optional(nullable(Type.Object({ tariff: Id, name: text }))),
  reason: Type.Optional(text),
  co2Kg: number,
  planned: Type.Optional(
    Type.Object({
      departureAt: Instant,
      arrivalAt: Instant,
      distanceKm: number,
      drivingMinutes: number,
      breakMinutes: number,
      restMinutes: number,
      cost: number,
      lateCost: number,
      fill: Type.Array(number),
      stops: Type.Array(PlannedStop),
    }),
  ),
});

const planHead = {
  id: Id,
  day: IsoDay,
  name: text,
  state: Type.Enum(['draft', 'published']),
  version: Type.Integer(),
  distances: Type.Object({ provider: text, asOf: text }),
  baseline: FiguresAnswer,
  run: nullable(Id),
  createdAt: Instant,
  changedAt: Instant,
  publishedAt: nullable(Instant),
};
export const PlanHeadAnswer = Type.Object(planHead);
export const PlanAnswer = Type.Object({
  ...planHead,
  figures: FiguresAnswer,
  tours: Type.Array(DraftTourAnswer),
  unplanned: Type.Array(Id),
  findings: Type.Array(FindingAnswer),
  orders: Type.Array(
    Type.Object({
      id: Id,
      supplier: Id,
      kind: text,
      from: Id,
      to: Id,
      goods: GoodsMeasure,
      packages: nullable(Type.Integer()),
    }),
  ),
  vehicles: Type.Array(Type.Object({ id: Id, name: text, capacity: GoodsMeasure, count: Type.Integer() })),
  sites: Type.Array(Type.Object({ id: Id, name: text, owner: Id, longitude: number, latitude: number })),
});

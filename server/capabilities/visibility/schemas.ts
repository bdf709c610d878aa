import { ARRIVAL_BASES, LIGHTS } from '@intakt/contract';
import { Type } from 'typebox';

const text = Type.String();
const nullable = (schema: ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>) =>
  Type.Union([schema, Type.Null()]);
const nullableText = nullable(Type.String());
const nullableNumber = nullable(Type.Number());
export const Anything = Type.Object({}, { additionalProperties: true });
const Light = Type.Enum([...LIGHTS]);

/** Probable arrival of goods under way; null: arrived, or nobody has computed it yet. */
const ArrivalAnswer = Type.Union([
  Type.Object({
    p20At: nullableText,
    p50At: text,
    p80At: nullableText,
    p95At: nullableText,
    basis: Type.Enum([...ARRIVAL_BASES]),
    journeys: Type.Integer(),
    projectedAt: text,
  }),
  Type.Null(),
]);

export const ShipmentAnswer = Type.Object({
  id: text,
  supplier: text,
  customer: text,
  from: text,
  to: text,
  unloadingPoint: nullableText,
  despatchNote: text,
  despatchedAt: text,
  expectedAt: text,
  receivedAt: nullableText,
  carrier: nullableText,
  transportReference: nullableText,
  vehicle: nullableText,
  mode: nullableText,
  grossMassKg: nullableNumber,
  unitCount: Type.Integer(),
  state: text,
  confirmed: Type.Boolean(),
  recordedBy: text,
  eventId: text,
  sequence: Type.Integer(),
  arrival: ArrivalAnswer,
  lines: Type.Optional(
    Type.Union([
      Type.Array(
        Type.Object({
          line: Type.Integer(),
          part: text,
          quantity: Type.Number(),
          unit: text,
          received: Type.Number(),
          open: Type.Boolean(),
        }),
      ),
      Type.Null(),
    ]),
  ),
});

export const ConsignmentAnswer = Type.Object({
  supplier: text,
  shipment: text,
  customer: text,
  carrier: text,
  from: text,
  to: text,
  packages: Type.Union([Type.Integer(), Type.Null()]),
  grossMassKg: nullableNumber,
  vehicle: nullableText,
  mode: nullableText,
  collectAt: text,
  expectedAt: text,
  longitude: nullableNumber,
  latitude: nullableNumber,
  positionAt: nullableText,
  departedAt: nullableText,
  arrivedAt: nullableText,
  heldAt: nullableText,
  heldReason: nullableText,
  transportReference: nullableText,
  despatchNote: nullableText,
  state: text,
  arrival: Type.Optional(ArrivalAnswer),
});

export const StockAnswer = Type.Object({
  owner: text,
  site: text,
  part: text,
  status: text,
  quantity: Type.Number(),
  unit: text,
  countedAt: nullableText,
  movedAt: text,
  eventId: text,
});

export const ReceiptAnswer = Type.Object({
  customer: text,
  id: text,
  supplier: text,
  site: text,
  shipment: nullableText,
  despatchNote: nullableText,
  receivedAt: text,
  lines: Type.Array(Anything),
  differences: Type.Array(Anything),
  confirmed: Type.Boolean(),
  eventId: text,
});

const numbers = Type.Array(Type.Number());
export const NodeAnswer = Type.Object({
  owner: text,
  site: text,
  part: text,
  unit: text,
  onHand: Type.Number(),
  inTransit: Type.Number(),
  overdue: Type.Number(),
  runsOutOn: Type.Optional(text),
  runsOutIfDelivered: Type.Optional(text),
  shortQuantity: Type.Number(),
  daysOfSupply: Type.Number(),
  light: Light,
  demand: numbers,
  receipts: numbers,
  planned: numbers,
  projected: numbers,
  projectedIfDelivered: numbers,
});
export const ContributionAnswer = Type.Object({
  kind: text,
  day: Type.Optional(text),
  to: Type.Optional(text),
  quantity: Type.Number(),
  eventId: text,
  reference: text,
  partner: Type.Optional(text),
  confirmed: Type.Boolean(),
  overdueDays: Type.Optional(Type.Integer()),
});
export const TodayAnswer = Type.Object({
  today: text,
  items: Type.Array(
    Type.Object({
      id: text,
      kind: text,
      light: Light,
      impactAt: Type.Optional(text),
      site: Type.Optional(text),
      part: Type.Optional(text),
      partner: Type.Optional(text),
      values: Type.Object({}, { additionalProperties: Type.Union([Type.String(), Type.Number(), Type.Null()]) }),
      link: text,
    }),
  ),
  counts: Type.Object({ red: Type.Integer(), amber: Type.Integer(), green: Type.Integer(), inTransit: Type.Integer() }),
});
export const MapAnswer = Type.Object({
  sites: Type.Array(
    Type.Object({
      owner: text,
      id: text,
      name: text,
      kind: text,
      city: nullableText,
      country: nullableText,
      longitude: Type.Number(),
      latitude: Type.Number(),
      light: Type.Optional(Light),
    }),
  ),
  lanes: Type.Array(
    Type.Object({
      from: text,
      to: text,
      customer: text,
      supplier: text,
      mode: text,
      parts: Type.Integer(),
      leadTimeDays: Type.Number(),
      light: Type.Optional(Light),
    }),
  ),
  consignments: Type.Array(ConsignmentAnswer),
});

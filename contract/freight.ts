import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Currency } from './price-list.ts';
import { Id, Instant, IsoDay, PositiveQuantity, Reference, Text } from './primitives.ts';

const closed = { additionalProperties: false } as const;
const pair = { customer: Id, carrier: Id };
const pairParties = ({ customer, carrier }: { customer: Id; carrier: Id }): Id[] => [customer, carrier];

export const TENDER_ANSWERS = ['accept', 'reject', 'counter'] as const;
export const TENDER_OUTCOMES = ['awarded', 'lost', 'withdrawn'] as const;

/** A tour offered to one carrier; each sees its own invitation, and no other's price. */
export const TenderInvitation = Type.Object(
  {
    tender: Id,
    tour: Id,
    ...pair,
    round: Type.Integer({ minimum: 1, maximum: 20 }),
    respondBy: Instant,
    /** What the customer would pay; absent: the carrier names its price. */
    priceAsked: Type.Optional(PositiveQuantity),
    currency: Currency,
    vehicleName: Text,
    departsAt: Instant,
    arrivesAt: Instant,
    distanceKm: PositiveQuantity,
    massKg: PositiveQuantity,
    loadingMeters: PositiveQuantity,
    sites: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  },
  closed,
);

export const FREIGHT_LINES = ['tour', 'distance', 'time', 'stops', 'minimum', 'fuel', 'agreed', 'extra'] as const;
export const FreightLine = Type.Object(
  { kind: Type.Enum([...FREIGHT_LINES]), quantity: PositiveQuantity, rate: Type.Number(), amount: Type.Number() },
  closed,
);

/** What a tour will cost by what the two agreed to: accrued when it is published, again when it was driven. */
export const FreightAccrual = Type.Object(
  {
    tour: Id,
    ...pair,
    basis: Type.Enum(['planned', 'driven']),
    /** The tariff, or the tender in which a price was agreed. */
    agreedBy: Type.Optional(Id),
    currency: Currency,
    lines: Type.Array(FreightLine, { maxItems: 20 }),
    total: PositiveQuantity,
    day: IsoDay,
  },
  closed,
);

export const FreightInvoice = Type.Object(
  {
    invoice: Id,
    ...pair,
    number: Reference,
    invoicedOn: IsoDay,
    currency: Currency,
    lines: Type.Array(Type.Object({ tour: Id, amount: PositiveQuantity, text: Type.Optional(Text) }, closed), {
      minItems: 1,
      maxItems: 1000,
    }),
  },
  closed,
);

export const CLAIM_KINDS = ['damage', 'loss', 'short', 'delay', 'waiting', 'other'] as const;
export const SHARE_RULES = ['stand-alone', 'mass-distance', 'shapley'] as const;

const ofClaim = { claim: Id, ...pair, by: Id };
const ofRule = { rule: Id, owner: Id, partner: Id };

export const FREIGHT_EVENTS = {
  'tender-opened': defineEvent({
    data: TenderInvitation,
    speaker: (d) => d.customer,
    parties: pairParties,
    recorders: (d) => [d.customer],
    sites: (d) => d.sites,
  }),
  'tender-answered': defineEvent({
    data: Type.Object(
      {
        tender: Id,
        ...pair,
        round: Type.Integer({ minimum: 1, maximum: 20 }),
        answer: Type.Enum([...TENDER_ANSWERS]),
        price: Type.Optional(PositiveQuantity),
        reason: Type.Optional(Text),
      },
      closed,
    ),
    speaker: (d) => d.carrier,
    parties: pairParties,
    recorders: (d) => [d.carrier],
  }),
  'tender-closed': defineEvent({
    data: Type.Object(
      { tender: Id, ...pair, outcome: Type.Enum([...TENDER_OUTCOMES]), price: Type.Optional(PositiveQuantity) },
      closed,
    ),
    speaker: (d) => d.customer,
    parties: pairParties,
    recorders: (d) => [d.customer],
  }),
  'freight-accrued': defineEvent({
    data: FreightAccrual,
    speaker: (d) => d.customer,
    parties: pairParties,
    recorders: (d) => [d.customer],
  }),
  'freight-invoiced': defineEvent({ data: FreightInvoice, speaker: (d) => d.carrier, parties: pairParties }),
  'freight-invoice-decided': defineEvent({
    data: Type.Object(
      { invoice: Id, ...pair, decision: Type.Enum(['accepted', 'disputed']), reason: Type.Optional(Text) },
      closed,
    ),
    speaker: (d) => d.customer,
    parties: pairParties,
    recorders: (d) => [d.customer],
  }),
  'claim-raised': defineEvent({
    data: Type.Object(
      {
        ...ofClaim,
        tour: Id,
        kind: Type.Enum([...CLAIM_KINDS]),
        amount: PositiveQuantity,
        currency: Currency,
        text: Text,
      },
      closed,
    ),
    speaker: (d) => d.by,
    parties: pairParties,
    recorders: (d) => [d.by],
  }),
  /** The other side accepts, in full or in part, or rejects. */
  'claim-settled': defineEvent({
    data: Type.Object(
      {
        ...ofClaim,
        outcome: Type.Enum(['accepted', 'rejected']),
        amount: PositiveQuantity,
        reason: Type.Optional(Text),
      },
      closed,
    ),
    speaker: (d) => (d.by === d.customer ? d.carrier : d.customer),
    parties: pairParties,
    recorders: (d) => [d.by === d.customer ? d.carrier : d.customer],
  }),
  /** By which rule the cost of shared tours is split; each partner is asked apart. */
  'share-rule-proposed': defineEvent({
    data: Type.Object({ ...ofRule, kind: Type.Enum([...SHARE_RULES]), validFrom: IsoDay }, closed),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner, d.partner],
    recorders: (d) => [d.owner],
  }),
  'share-rule-answered': defineEvent({
    data: Type.Object({ ...ofRule, answer: Type.Enum(['accepted', 'rejected']), reason: Type.Optional(Text) }, closed),
    speaker: (d) => d.partner,
    parties: (d) => [d.owner, d.partner],
    recorders: (d) => [d.partner],
  }),
  /** One partner's share of a shared tour, with the sum and how many share it. */
  'tour-share-computed': defineEvent({
    data: Type.Object(
      {
        tour: Id,
        owner: Id,
        partner: Id,
        rule: Id,
        kind: Type.Enum([...SHARE_RULES]),
        day: IsoDay,
        cost: Type.Number(),
        co2Kg: Type.Number(),
        /** What it would have been with a truck of its own, as the two agreed to compare with. */
        aloneCost: PositiveQuantity,
        aloneCo2Kg: PositiveQuantity,
        totalCost: PositiveQuantity,
        totalCo2Kg: PositiveQuantity,
        partners: Type.Integer({ minimum: 1, maximum: 200 }),
      },
      closed,
    ),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner, d.partner],
    derived: true,
  }),
} as const;

export type TenderInvitation = Static<typeof TenderInvitation>;
export type FreightLine = Static<typeof FreightLine>;
export type FreightAccrual = Static<typeof FreightAccrual>;
export type FreightInvoice = Static<typeof FreightInvoice>;
export type ShareRule = (typeof SHARE_RULES)[number];

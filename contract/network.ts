import { type Static, Type } from 'typebox';
import { DockBays } from './docks.ts';
import { defineEvent } from './event-definition.ts';
import {
  GeoPosition,
  Id,
  Identifiers,
  INCOTERMS,
  IsoDay,
  ORGANISATION_ROLES,
  PositiveQuantity,
  ROLES,
  SHARED_KINDS,
  SITE_KINDS,
  TemperatureLimits,
  Text,
  TRANSPORT_MODES,
  Unit,
} from './primitives.ts';

const closed = { additionalProperties: false } as const;

export const Organisation = Type.Object(
  {
    organisation: Id,
    name: Text,
    roles: Type.Array(Type.Enum([...ORGANISATION_ROLES]), { minItems: 1, maxItems: 4 }),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    identifiers: Type.Optional(Identifiers),
    /** Supply tier seen from the plant: 0 the OEM, 1 its direct suppliers. */
    tier: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  },
  closed,
);

export const Site = Type.Object(
  {
    site: Id,
    owner: Id,
    name: Text,
    kind: Type.Enum([...SITE_KINDS]),
    city: Type.Optional(Text),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    position: Type.Optional(GeoPosition),
    /** IANA time zone, in which the site's days begin. */
    timeZone: Type.String({ minLength: 1, maxLength: 60 }),
    identifiers: Type.Optional(Identifiers),
    /** ISO weekdays on which the site works, Monday = 1. Default Monday to Friday. */
    workingWeekdays: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7 })),
    holidays: Type.Optional(Type.Array(IsoDay, { maxItems: 400 })),
    /** So many trucks are loaded or unloaded at once. */
    dockBays: Type.Optional(DockBays),
  },
  closed,
);

export const Packaging = Type.Object(
  {
    packaging: Id,
    owner: Id,
    code: Text,
    kind: Type.Enum(['KLT', 'GLT', 'pallet', 'lid', 'carton', 'rack', 'other']),
    returnable: Type.Boolean(),
    tareKg: Type.Optional(PositiveQuantity),
    lengthMm: Type.Optional(PositiveQuantity),
    widthMm: Type.Optional(PositiveQuantity),
    heightMm: Type.Optional(PositiveQuantity),
  },
  closed,
);

export const Part = Type.Object(
  {
    part: Id,
    owner: Id,
    /** The owner's own part number, exactly as written on its drawings. */
    number: Type.String({ minLength: 1, maxLength: 60 }),
    description: Type.Optional(Type.String({ maxLength: 200 })),
    unit: Unit,
    massKg: Type.Optional(PositiveQuantity),
    packaging: Type.Optional(Id),
    quantityPerPack: Type.Optional(PositiveQuantity),
    family: Type.Optional(Text),
    temperature: Type.Optional(TemperatureLimits),
  },
  closed,
);

export const PartNumber = Type.Object(
  { part: Id, owner: Id, organisation: Id, number: Type.String({ minLength: 1, maxLength: 60 }) },
  closed,
);

export const BillOfMaterial = Type.Object(
  {
    owner: Id,
    parent: Id,
    components: Type.Array(
      Type.Object(
        {
          part: Id,
          quantity: PositiveQuantity,
          unit: Unit,
          validFrom: Type.Optional(IsoDay),
          validTo: Type.Optional(IsoDay),
          leadTimeOffsetDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 400 })),
        },
        closed,
      ),
      { maxItems: 2000 },
    ),
  },
  closed,
);

export const Lane = Type.Object(
  {
    lane: Id,
    supplier: Id,
    customer: Id,
    part: Id,
    from: Id,
    to: Id,
    carrier: Type.Optional(Id),
    mode: Type.Enum([...TRANSPORT_MODES]),
    leadTimeDays: Type.Number({ minimum: 0, maximum: 200 }),
    incoterm: Type.Optional(Type.Enum([...INCOTERMS])),
    /** Share of the customer's demand that this lane serves, with validity. */
    quota: Type.Optional(
      Type.Array(
        Type.Object(
          { share: Type.Number({ minimum: 0, maximum: 1 }), validFrom: IsoDay, validTo: Type.Optional(IsoDay) },
          closed,
        ),
        { maxItems: 50 },
      ),
    ),
    minimumQuantity: Type.Optional(PositiveQuantity),
    roundingQuantity: Type.Optional(PositiveQuantity),
  },
  closed,
);

/** A code that another party's messages use, and what it means here. */
export const IdentifierMapping = Type.Object(
  {
    owner: Id,
    /** Whose code it is: the identified sender, or `*` for a code with the same meaning in everybody's messages. */
    partner: Type.String({ minLength: 1, maxLength: 80 }),
    scheme: Type.Enum(['party', 'site', 'part', 'packaging']),
    code: Type.String({ minLength: 1, maxLength: 120 }),
    means: Id,
  },
  closed,
);

export const AgreementTerm = Type.Object(
  {
    giver: Id,
    kind: Type.Enum([...SHARED_KINDS]),
    depth: Type.Enum(['exact', 'light']),
    /** Empty or absent: all of the giver's. */
    sites: Type.Optional(Type.Array(Id, { maxItems: 500 })),
    parts: Type.Optional(Type.Array(Id, { maxItems: 5000 })),
  },
  closed,
);

export const AgreementProposal = Type.Object(
  {
    agreement: Id,
    proposer: Id,
    counterparty: Id,
    title: Text,
    terms: Type.Array(AgreementTerm, { minItems: 1, maxItems: 50 }),
    /** First day whose facts the agreement covers. */
    coversFrom: IsoDay,
  },
  closed,
);
const AgreementStep = Type.Object(
  { agreement: Id, proposer: Id, counterparty: Id, by: Id, reason: Type.Optional(Text) },
  closed,
);

const RoleGrant = Type.Object(
  {
    organisation: Id,
    person: Id,
    roles: Type.Array(Type.Enum([...ROLES]), { maxItems: 6 }),
    sites: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  },
  closed,
);
const CredentialChange = Type.Object(
  {
    organisation: Id,
    credential: Id,
    kind: Type.Enum(['api-key', 'device', 'link', 'invitation']),
    change: Type.Enum(['issued', 'revoked', 'used']),
    note: Type.Optional(Text),
  },
  closed,
);
const PersonErasure = Type.Object(
  { organisation: Id, person: Id, sequences: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 100_000 }) },
  closed,
);

const agreementParties = (d: { proposer: Id; counterparty: Id }): Id[] => [d.proposer, d.counterparty];

export const NETWORK_EVENTS = {
  /** A company becomes known. Its registrar may be a partner; the company sees itself once it joins. */
  'organisation-registered': defineEvent({
    data: Organisation,
    speaker: (d) => d.organisation,
    parties: (d) => [d.organisation],
    recorders: () => [],
  }),
  'site-registered': defineEvent({
    data: Site,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    recorders: () => [],
    sites: (d) => [d.site],
  }),
  'packaging-registered': defineEvent({ data: Packaging, speaker: (d) => d.owner, parties: (d) => [d.owner] }),
  'part-registered': defineEvent({
    data: Part,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    parts: (d) => [d.part],
  }),
  /** A partner's own number for the same part. */
  'part-numbered': defineEvent({
    data: PartNumber,
    speaker: (d) => d.organisation,
    parties: (d) => [d.owner, d.organisation],
    parts: (d) => [d.part],
  }),
  /** Replaces the whole bill of the parent part. */
  'bill-of-material-registered': defineEvent({
    data: BillOfMaterial,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    parts: (d) => [d.parent],
  }),
  'lane-agreed': defineEvent({
    data: Lane,
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    sites: (d) => [d.from, d.to],
    parts: (d) => [d.part],
  }),
  'lane-ended': defineEvent({
    data: Type.Object({ lane: Id, supplier: Id, customer: Id, endsOn: IsoDay }, closed),
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
  }),
  'identifier-mapped': defineEvent({ data: IdentifierMapping, speaker: (d) => d.owner, parties: (d) => [d.owner] }),
  'agreement-proposed': defineEvent({
    data: AgreementProposal,
    speaker: (d) => d.proposer,
    parties: agreementParties,
    recorders: (d) => [d.proposer],
  }),
  'agreement-accepted': defineEvent({
    data: AgreementStep,
    speaker: (d) => d.by,
    parties: agreementParties,
    recorders: (d) => [d.counterparty],
  }),
  'agreement-revoked': defineEvent({
    data: AgreementStep,
    speaker: (d) => d.by,
    parties: agreementParties,
    recorders: (d) => [d.by],
  }),
  'roles-granted': defineEvent({ data: RoleGrant, speaker: (d) => d.organisation, parties: (d) => [d.organisation] }),
  'credential-changed': defineEvent({
    data: CredentialChange,
    speaker: (d) => d.organisation,
    parties: (d) => [d.organisation],
  }),
  'person-erased': defineEvent({
    data: PersonErasure,
    speaker: (d) => d.organisation,
    parties: (d) => [d.organisation],
  }),
} as const;

export type Organisation = Static<typeof Organisation>;
export type Site = Static<typeof Site>;
export type Packaging = Static<typeof Packaging>;
export type Part = Static<typeof Part>;
export type Lane = Static<typeof Lane>;
export type BillOfMaterial = Static<typeof BillOfMaterial>;
export type AgreementTerm = Static<typeof AgreementTerm>;

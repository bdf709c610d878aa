import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { GeoPosition, Id, Instant, Reference } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** What happens to a consignment between leaving and arriving: of its container, its vehicle, or itself. */
export const MILESTONES = [
  'picked-up',
  'stuffed',
  'gate-in',
  'gate-out',
  'loaded',
  'departed',
  'arrived',
  'discharged',
  'stripped',
  'dropped-off',
  'inspected',
  'held',
  'released',
  'problem',
] as const;
/** Said of what has happened, agreed beforehand, or expected (DCSA event classifier ACT, PLN, EST). */
export const CERTAINTIES = ['actual', 'planned', 'estimated'] as const;

export const MilestonePlace = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 100 })),
    /** UN/LOCODE without a space, e.g. DEHAM. */
    unLocode: Type.Optional(Type.String({ pattern: '^[A-Z]{2}[A-Z0-9]{3}$' })),
    /** Terminal or depot (BIC or SMDG code). */
    facility: Type.Optional(Type.String({ maxLength: 20 })),
    site: Type.Optional(Id),
    position: Type.Optional(GeoPosition),
  },
  closed,
);

const ofConsignment = { shipment: Id, supplier: Id, customer: Id, carrier: Id };

/** One step of a consignment's way. What it means for the arrival is an estimate beside it. */
export const TransportMilestone = Type.Object(
  {
    ...ofConsignment,
    /** Whose statement it is: the carrier's, or that of the site where it happened. */
    by: Id,
    milestone: Type.Enum([...MILESTONES]),
    certainty: Type.Enum([...CERTAINTIES]),
    at: Instant,
    place: Type.Optional(MilestonePlace),
    /** Container number (ISO 6346). */
    equipment: Type.Optional(Type.String({ maxLength: 15 })),
    vessel: Type.Optional(Type.String({ maxLength: 100 })),
    voyage: Type.Optional(Type.String({ maxLength: 50 })),
    reason: Type.Optional(Type.String({ maxLength: 200 })),
    /** The id under which the carrier knows it. */
    reference: Type.Optional(Reference),
    /** A name, a note or a photo lies beside the event until it is erased. */
    attached: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** What came by a link of persons was erased; the events that it lay beside stay provable. */
export const AttachmentsErased = Type.Object(
  { organisation: Id, link: Id, sequences: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 100_000 }) },
  closed,
);

/** Which container a consignment travels in. */
export const EquipmentAssigned = Type.Object(
  {
    ...ofConsignment,
    by: Id,
    equipment: Type.String({ pattern: '^[A-Z]{3}[UJZ][0-9]{7}$', description: 'container number (ISO 6346)' }),
  },
  closed,
);

export const MILESTONE_EVENTS = {
  'transport-milestone-reported': defineEvent({
    data: TransportMilestone,
    speaker: (d) => d.by,
    parties: (d) => [d.supplier, d.customer, d.carrier],
  }),
  'attachments-erased': defineEvent({
    data: AttachmentsErased,
    speaker: (d) => d.organisation,
    parties: (d) => [d.organisation],
  }),
  'equipment-assigned': defineEvent({
    data: EquipmentAssigned,
    speaker: (d) => d.by,
    parties: (d) => [d.supplier, d.customer, d.carrier],
  }),
} as const;

export type Milestone = (typeof MILESTONES)[number];
export type MilestonePlace = Static<typeof MilestonePlace>;
export type TransportMilestone = Static<typeof TransportMilestone>;

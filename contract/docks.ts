import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, Instant, PositiveQuantity, Text } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** The receiver owns the site where it is not the customer's own. */
const ofDock = { tour: Id, customer: Id, carrier: Type.Optional(Id), receiver: Type.Optional(Id), stop: Id, site: Id };
type OfDock = { customer: Id; carrier?: Id; receiver?: Id };
const partiesOf = ({ customer, carrier, receiver }: OfDock): Id[] => [
  ...new Set([customer, carrier, receiver].filter((id) => id !== undefined)),
];
/** Who has the docks gives the slots. */
export const dockOwner = ({ customer, receiver }: Pick<OfDock, 'customer' | 'receiver'>): Id => receiver ?? customer;

export const MOST_DOCK_BAYS = 200;
export const DockBays = Type.Integer({ minimum: 1, maximum: MOST_DOCK_BAYS });
export const LONGEST_SLOT_MINUTES = 720;

/** What a stop needs at a dock, and when. */
export const DockSlotRequest = Type.Object(
  {
    ...ofDock,
    /** When the truck is expected at the gate, and when its unloading is to begin. */
    arrivesAt: Instant,
    wantedFrom: Instant,
    unloadingMinutes: Type.Integer({ minimum: 1, maximum: LONGEST_SLOT_MINUTES }),
    vehicleName: Text,
    loadingMeters: PositiveQuantity,
    palletPlaces: PositiveQuantity,
  },
  closed,
);

export const DOCK_EVENTS = {
  /** A tour that is published asks for a slot at each site where it unloads for the site's owner. */
  'dock-slot-requested': defineEvent({
    data: DockSlotRequest,
    speaker: (d) => d.customer,
    parties: partiesOf,
    recorders: (d) => [d.customer],
    sites: (d) => [d.site],
  }),
  /** The slot that the site gives: as asked, or another. Said again, it moves the slot. */
  'dock-slot-confirmed': defineEvent({
    data: Type.Object({ ...ofDock, from: Instant, to: Instant, bay: DockBays }, closed),
    speaker: dockOwner,
    parties: partiesOf,
    recorders: (d) => [dockOwner(d)],
    sites: (d) => [d.site],
  }),
} as const;

export type DockSlotRequest = Static<typeof DockSlotRequest>;

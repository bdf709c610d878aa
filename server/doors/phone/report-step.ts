import type { EventCommand, RecordOutcome } from '@intakt/contract';
import { Id, Instant } from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { recordAll } from '../../access/index.ts';
import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { findLinked, type LinkedConsignment } from './store.ts';

export type LinkPrincipal = Extract<Principal, { kind: 'link' }>;

/** Photos come scaled down from the phone; what is larger than this was not. */
const LONGEST_PHOTO = 1_500_000;
const MOST_AHEAD_MS = 5 * 60_000;

export const Step = Type.Object(
  {
    /** Made on the phone, so that a step that is sent again is the same. */
    id: Type.String({ minLength: 8, maxLength: 60 }),
    supplier: Id,
    shipment: Id,
    milestone: Type.Enum(['arrived', 'loaded', 'departed', 'problem', 'gate-in', 'gate-out']),
    /** At which end of the way; a problem may be anywhere between. */
    end: Type.Optional(Type.Enum(['from', 'to'])),
    at: Instant,
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    /** By how much the driver believes to be later than expected. */
    lateMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 10_080 })),
    driver: Type.Optional(Type.String({ maxLength: 100 })),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
    photo: Type.Optional(
      Type.String({ maxLength: LONGEST_PHOTO, pattern: '^data:image/(jpeg|png|webp);base64,[A-Za-z0-9+/]+=*$' }),
    ),
  },
  { additionalProperties: false },
);
type Step = Static<typeof Step>;

/**
 * A step enters as the word of whoever takes it: the carrier's on a driver's link, the site's at a gate. Name, note and
 * photo are personal: they lie beside the event and can be erased with the link.
 */
export async function reportStep(house: House, who: LinkPrincipal, step: Step): Promise<RecordOutcome> {
  if (Date.parse(step.at) > house.clock.now() + MOST_AHEAD_MS)
    refuse('INVALID', { path: 'at', problem: 'lies in the future; set the clock of the phone', value: step.at });
  const consignment = await readAs(house, who, (tx) => findLinked(tx, step));
  if (!consignment) return refuse('NOT_FOUND', { what: 'consignment', id: step.shipment });
  const [outcome] = await recordAll(house, who.organisation, commandsFor(who, step, consignment));
  return outcome!;
}

function commandsFor(who: LinkPrincipal, step: Step, consignment: LinkedConsignment): EventCommand[] {
  const { id, shipment, at, milestone, end, lateMinutes, longitude, latitude } = step;
  const { supplier, customer, carrier, from, to, expectedAt } = consignment;
  const parties = { shipment, supplier, customer, carrier };
  const by = who.object.startsWith('site:') ? who.organisation : carrier;
  const common = { source: `link:${who.link}`, occurredAt: at, causationId: `link:${id}` };
  const site = end && (end === 'from' ? from : to);
  const position = longitude !== undefined && latitude !== undefined ? { longitude, latitude } : undefined;
  const personal = personalOf(who, step);
  const isAttached = personal.personal !== undefined;
  const place = { ...(site && { site }), ...(position && { position }) };
  const reported: EventCommand<'transport-milestone-reported'> = {
    ...common,
    type: 'transport-milestone-reported',
    id,
    data: {
      ...parties,
      by,
      milestone,
      certainty: 'actual',
      at,
      ...(isAttached && { attached: true }),
      ...(Object.keys(place).length > 0 && { place }),
    },
    ...personal,
  };
  if (!lateMinutes) return [reported];
  const later = new Date(Math.max(Date.parse(expectedAt), Date.parse(at)) + lateMinutes * 60_000).toISOString();
  const estimated: EventCommand<'arrival-estimated'> = {
    ...common,
    type: 'arrival-estimated',
    id: `${id}/arrival`,
    data: { ...parties, by, expectedAt: later, reason: `${milestone}, driver` },
  };
  return [reported, estimated];
}

function personalOf({ link }: LinkPrincipal, { driver, note, photo }: Step): Pick<EventCommand, 'personal'> {
  if (!driver && !note && !photo) return {};
  return { personal: { person: link, ...(driver && { driver }), ...(note && { note }), ...(photo && { photo }) } };
}

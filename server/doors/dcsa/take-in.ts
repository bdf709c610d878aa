import { createHash } from 'node:crypto';
import type { EventCommand, Id } from '@intakt/contract';
import { greatCircleKm } from '../../capabilities/visibility/index.ts';
import type { House } from '../../house.ts';
import type { RecordResult } from '../../record/recorder.ts';
import { expectArrival } from './expect-arrival.ts';
import { type Marked, type ReadEvent, readDcsaEvent } from './read-event.ts';
import { type Candidate, findCandidates, keepEvents, locatePort, settleEvent } from './store.ts';

/** What became of one event. All are kept; one with a mark moves nothing, and says why. */
export interface Outcome {
  eventID: string;
  outcome: 'moved' | 'known' | 'waiting' | 'marked';
  mark?: Marked['mark'];
  detail?: Record<string, unknown>;
  shipments: Id[];
}

/** Takes in a carrier's events one after the other, in the order in which they were created. */
export async function takeInEvents(house: House, organisation: Id, bodies: unknown[]): Promise<Outcome[]> {
  const now = house.clock.now();
  const readings = bodies.map((body) => ({ body, ...readDcsaEvent(body, now) }));
  const events = readings.map((reading) => ({ ...reading, id: reading.read?.id ?? nameless(reading.body) }));
  const kept = events.map(({ id, body, read }) => ({
    owner: organisation,
    id,
    receivedAt: house.clock.instant(),
    body,
    read,
  }));
  const unique = [...new Map(kept.map((event) => [event.id, event])).values()];
  const added = await house.db.system((tx) => keepEvents(tx, unique));
  const outcomes = new Map<string, Outcome>();
  for (const event of inOrder(events)) {
    if (!added.delete(event.id)) continue;
    outcomes.set(event.id, await moveByEvent(house, organisation, event));
  }
  return events.map(({ id }) => outcomes.get(id) ?? { eventID: id, outcome: 'known', shipments: [] });
}

/** An event that cannot be read is kept under what it holds. */
const nameless = (body: unknown): string =>
  `unread-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32)}`;

const inOrder = <E extends { read?: ReadEvent }>(events: E[]): E[] =>
  events.toSorted((a, b) => Date.parse(a.read?.createdAt ?? '') - Date.parse(b.read?.createdAt ?? '') || 0);

/** One event that is kept already: what it moves is recorded, and what became of it is written down. */
export async function moveByEvent(
  house: House,
  organisation: Id,
  { id, read, marked }: { id: string; read?: ReadEvent; marked?: Marked },
): Promise<Outcome> {
  const result = marked || !read?.step ? { marked, shipments: [] } : await move(house, organisation, read);
  const outcome = stateOf(result);
  await house.db.system((tx) => settleEvent(tx, { owner: organisation, id, state: outcome, ...result }));
  const said = result.marked ? { mark: result.marked.mark, detail: result.marked.detail } : {};
  return { eventID: id, outcome, ...said, shipments: result.shipments };
}

type Moved = { marked?: Marked; shipments: Id[] };
const stateOf = ({ marked }: Moved): 'moved' | 'waiting' | 'marked' =>
  marked === undefined ? 'moved' : marked.mark === 'unknown-container' ? 'waiting' : 'marked';

async function move(house: House, organisation: Id, read: ReadEvent): Promise<Moved> {
  const candidates = await findCandidates(house, organisation, read);
  const named = { equipment: read.equipment ?? null, documents: read.documents };
  if (candidates.length === 0) return { marked: { mark: 'unknown-container', detail: named }, shipments: [] };
  const from = await whereItHappened(house, organisation, read);
  const commands = candidates.map((candidate) => commandsFor(read, candidate, from));
  for (const group of commands) {
    const results = await house.recorder.record({ organisation }, group, { atomic: true });
    const refused = results.find((result) => !result.ok && !wasSaidBefore(result));
    if (refused && !refused.ok)
      return {
        marked: { mark: 'refused', detail: { code: refused.refusal.code, ...refused.refusal.values } },
        shipments: [],
      };
  }
  return { shipments: candidates.map(({ shipment }) => shipment) };
}

/** A stop between recording and writing down leaves an event that is said again with an estimate of a later moment. */
const wasSaidBefore = (result: RecordResult): boolean => !result.ok && result.refusal.code === 'ID_REUSED';

interface Place {
  longitude: number;
  latitude: number;
}

async function whereItHappened(house: House, organisation: Id, { step }: ReadEvent): Promise<Place | undefined> {
  const { position, unLocode } = step?.place ?? {};
  if (position || !unLocode) return position;
  return house.db.as({ kind: 'organisation', org: organisation }, (tx) => locatePort(tx, unLocode), { readOnly: true });
}

function commandsFor(read: ReadEvent, candidate: Candidate, from: Place | undefined): EventCommand[] {
  const { shipment, supplier, customer, carrier, byEquipment, before } = candidate;
  const parties = { shipment, supplier, customer, carrier };
  const about = `${read.id}/${supplier}/${shipment}`;
  const common = { source: 'dcsa', occurredAt: read.createdAt, causationId: `dcsa:${read.id}`.slice(0, 100) };
  const step = { ...read.step!, saidAt: read.createdAt };
  const expectedAt = expectArrival(step, before, { ...expectationOf(candidate), onwardKm: onwardKm(candidate, from) });
  const { saidAt: _, ...said } = step;
  return [
    {
      ...common,
      type: 'transport-milestone-reported',
      id: about,
      data: { ...parties, by: carrier, ...said, reference: read.id.slice(0, 70) },
    },
    ...(expectedAt ? [arrivalOf(read, { parties, expectedAt, common, about })] : []),
    ...(read.equipment && !byEquipment
      ? [
          {
            ...common,
            type: 'equipment-assigned' as const,
            id: `${about}/equipment`,
            data: { ...parties, by: carrier, equipment: read.equipment },
          },
        ]
      : []),
  ];
}

export const expectationOf = ({
  expectedAt,
  heldAt,
  expectedBeforeHold,
}: Pick<Candidate, 'expectedAt' | 'heldAt' | 'expectedBeforeHold'>) => ({
  expectedAt,
  heldAt: heldAt ?? undefined,
  expectedBeforeHold: expectedBeforeHold ?? undefined,
});

function onwardKm({ toLongitude, toLatitude }: Candidate, from: Place | undefined): number | undefined {
  if (!from || toLongitude === null || toLatitude === null) return undefined;
  return greatCircleKm(from, { longitude: toLongitude, latitude: toLatitude });
}

function arrivalOf(
  { step }: ReadEvent,
  {
    parties,
    expectedAt,
    common,
    about,
  }: {
    parties: { shipment: Id; supplier: Id; customer: Id; carrier: Id };
    expectedAt: string;
    common: Pick<EventCommand, 'source' | 'occurredAt' | 'causationId'>;
    about: string;
  },
): EventCommand {
  const { milestone, certainty, place, reason } = step!;
  const text = [`${milestone} (${certainty})`, place?.name ?? place?.unLocode, reason].filter(Boolean).join(', ');
  return {
    ...common,
    type: 'arrival-estimated',
    id: `${about}/arrival`,
    data: { ...parties, by: parties.carrier, expectedAt, reason: text.slice(0, 200) },
  };
}

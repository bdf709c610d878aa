import type { EventCommand, Id, RecordedEvent } from '@intakt/contract';
import { readCapture, stockMoves } from '@intakt/epcis';
import type { House } from '../../house.ts';
import { eventIdOf } from '../../record/prepare.ts';
import type { InboxMessage } from '../inbox/message.ts';
import { loadFor } from '../inbox/settle.ts';
import { epcisReader } from './epcis-reader.ts';
import { findBodies } from './store.ts';

/** An error declaration takes back what the event with its eventID had moved, by movements the other way. */
export async function takeBack(
  house: House,
  declaration: InboxMessage,
  eventID: string,
  declaredAt: string,
): Promise<void> {
  const { organisation } = declaration;
  const moved = await findMovedBy(house, declaration, eventID);
  const results = await house.recorder.record(
    { organisation },
    moved.map((first) => takeBackOne(first, declaredAt)),
    { atomic: true },
  );
  for (const result of results) if (!result.ok) throw result.refusal;
}

/** Reads the wrong event again to know under which ids its movements stand in the ledger. */
async function findMovedBy(house: House, declaration: InboxMessage, eventID: string): Promise<Moved[]> {
  const { organisation } = declaration;
  const body = await house.db.system(async (tx) => (await findBodies(tx, organisation, [eventID])).get(eventID));
  const [event] = body ? readCapture({ '@context': [], ...body }).events : [];
  if (!event) return [];
  const content = { ...declaration.content, list: [{ eventId: eventID, moves: stockMoves(event) }] };
  const message: InboxMessage = { ...declaration, content };
  const data = await loadFor(house, organisation, [message]);
  const ids = epcisReader.read(message, data).commands.flatMap(({ id }) => [id, id.split('#')[0]!]);
  return (await findRecorded(house, organisation, ids)).filter((first) => first.data.epcisEvent === eventID);
}

async function findRecorded(house: House, organisation: Id, ids: string[]): Promise<Moved[]> {
  const rows = await house.db.system((tx) =>
    tx.query<{ body: string }>('select body from ledger_event where event_id = any($1::uuid[])', [
      ids.map((id) => eventIdOf(organisation, 'epcis', id)),
    ]),
  );
  return rows.map((row) => JSON.parse(row.body) as Moved);
}

type Moved = RecordedEvent<'stock-moved'> | RecordedEvent<'containers-moved'>;

/** A passage of packages is said anew with none. */
function takeBackOne(first: Moved, occurredAt: string): EventCommand {
  if (first.type === 'stock-moved') return reverse(first as RecordedEvent<'stock-moved'>, occurredAt);
  const { id, eventId, causationId, data } = first as RecordedEvent<'containers-moved'>;
  const none = { ...data, quantity: 0 };
  return {
    type: 'containers-moved',
    source: 'epcis',
    id: `${id}/error`,
    occurredAt,
    corrects: eventId,
    causationId,
    data: none,
  };
}

/** Without the despatch note: what is taken back is no movement of the goods that the note stands for. */
function reverse(first: RecordedEvent<'stock-moved'>, occurredAt: string): EventCommand<'stock-moved'> {
  const { despatchNote: _, ...data } = first.data;
  return {
    type: 'stock-moved',
    source: 'epcis',
    id: `${first.id}/error`,
    occurredAt,
    corrects: first.eventId,
    causationId: first.causationId,
    data: { ...data, quantity: -data.quantity, cause: 'adjusted', movedAt: occurredAt },
  };
}

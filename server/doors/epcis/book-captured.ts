import type { Id } from '@intakt/contract';
import type { CaptureAnswer, EpcisEvent, StockMove } from '@intakt/epcis';
import type { House } from '../../house.ts';
import { book } from '../inbox/book.ts';
import { hasErrors, type InboxMessage, isBlocked } from '../inbox/message.ts';
import { loadFor, withErrors } from '../inbox/settle.ts';
import { findUsedIds, insertMessages } from '../inbox/store.ts';
import { shortHash } from '../master-data/identity.ts';
import { epcisReader } from './epcis-reader.ts';
import { takeBack } from './take-back.ts';

export interface Captured {
  eventId: string;
  event: EpcisEvent;
  moves: StockMove[];
}

interface Batch {
  organisation: Id;
  file: string;
  header: CaptureAnswer['header'];
  captured: Captured[];
}

const CHUNK = 200;

/**
 * Books what captured events moved. An event that names something unknown waits in the inbox; one that goes
 * in needs no message there. Answers the messages that stayed.
 */
export async function bookCaptured(house: House, batch: Batch): Promise<InboxMessage[]> {
  const stayed: InboxMessage[] = [];
  const moving = batch.captured.filter(({ moves }) => moves.length > 0);
  for (let start = 0; start < moving.length; start += CHUNK) {
    const messages = moving
      .slice(start, start + CHUNK)
      .map((captured, i) => toMessage(house, batch, { captured, position: start + i + 1 }));
    stayed.push(...(await bookChunk(house, batch.organisation, messages)));
  }
  await takeBackDeclared(house, batch);
  const { used } = await house.db.system((tx) =>
    findUsedIds(
      tx,
      stayed.map((message) => message.id),
    ),
  );
  await house.db.system((tx) =>
    insertMessages(
      tx,
      stayed.filter((message) => !used.has(message.id)),
    ),
  );
  return stayed;
}

async function takeBackDeclared(house: House, batch: Batch): Promise<void> {
  for (const captured of batch.captured) {
    const { eventID, errorDeclaration } = captured.event;
    if (!errorDeclaration || !eventID) continue;
    await takeBack(
      house,
      toMessage(house, batch, { captured, position: 1 }),
      eventID,
      errorDeclaration.declarationTime,
    );
  }
}

async function bookChunk(house: House, organisation: Id, messages: InboxMessage[]): Promise<InboxMessage[]> {
  const data = await loadFor(house, organisation, messages);
  const read = messages.map((message) => {
    const reading = epcisReader.read(message, data);
    return { reading, message: { ...withErrors(message, reading), unknowns: reading.unknowns } };
  });
  const rejected = read
    .filter(({ reading }) => hasErrors(reading.errors))
    .map(({ message }): InboxMessage => ({ ...message, state: 'rejected' }));
  const ready = read.filter(({ reading }) => !hasErrors(reading.errors) && !isBlocked(reading));
  const waiting = read
    .filter(({ reading }) => !hasErrors(reading.errors) && isBlocked(reading))
    .map(({ message }) => message);
  const bookings = ready.map(({ message, reading }) => ({ message, commands: reading.commands }));
  const booked = await book(house, organisation, { bookings });
  if (booked.every(wentIn)) return [...rejected, ...waiting];
  // One event that the ledger refuses must not keep the others out.
  const apart: InboxMessage[] = [];
  for (const booking of bookings) apart.push(...(await book(house, organisation, { bookings: [booking] })));
  return [...rejected, ...waiting, ...apart.filter((message) => !wentIn(message))];
}

const wentIn = ({ state }: InboxMessage): boolean => state === 'recorded' || state === 'duplicate';

function toMessage(
  house: House,
  { organisation, file, header }: Batch,
  { captured, position }: { captured: Captured; position: number },
): InboxMessage {
  const { eventId, event, moves } = captured;
  const { sender, receiver, instanceIdentifier } = header;
  const party = (code: string | undefined) => (code ? { code: code.slice(0, 120) } : {});
  const envelope = {
    unit: eventId,
    interchange: 1,
    controlReference: instanceIdentifier ?? '',
    test: false,
    sender: party(sender),
    receiver: party(receiver),
  };
  return {
    id: `m-${shortHash(24, organisation, 'epcis', eventId)}`,
    file,
    organisation,
    audience: [organisation],
    position,
    format: 'epcis',
    type: [event.type, event.bizStep].filter(Boolean).join(' '),
    reference: eventId.slice(0, 200),
    state: 'waiting',
    errors: [],
    unmapped: [],
    unknowns: [],
    content: { envelope, list: [{ eventId, moves }], hash: eventId },
    events: [],
    receivedAt: house.clock.instant(),
  };
}

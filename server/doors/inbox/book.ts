import type { EventCommand, Id, MessageError, MessagePosition, RecordedEvent } from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import type { House } from '../../house.ts';
import { eventIdOf } from '../../record/prepare.ts';
import type { Refusal } from '../../refuse.ts';
import { replacesEarlier } from '../edi/edi-reader.ts';
import { withoutRepeats } from '../epcis/repeats.ts';
import { shortHash } from '../master-data/identity.ts';
import type { BookedEvent, Conflict, InboxMessage } from './message.ts';

export interface Booking {
  message: InboxMessage;
  commands: EventCommand[];
}

/**
 * Records a unit's events, and the master data decided for it before them, in one atomic step. What the
 * ledger holds with other content under the same reference becomes a conflict, unless the message or a
 * person says that it corrects what was said before.
 */
export async function book(
  house: House,
  organisation: Id,
  {
    bookings,
    groundwork = [],
    correct = false,
    again = false,
  }: { bookings: Booking[]; groundwork?: EventCommand[]; correct?: boolean; again?: boolean },
): Promise<InboxMessage[]> {
  const counted = await countOnce(house, organisation, bookings);
  const known = await findKnown(
    house,
    organisation,
    counted.flatMap((booking) => booking.commands),
  );
  const corrected = counted.map((booking) => correctKnown(booking, { organisation, known, correct }));
  if (corrected.some((booking) => booking.conflicts.length > 0)) return corrected.map(intoConflict);
  const commands = [...groundwork, ...corrected.flatMap((booking) => booking.commands)];
  const results = await house.recorder.record({ organisation }, commands, { atomic: true });
  const failed = results.find((result) => !result.ok);
  if (failed && !failed.ok) return corrected.map(({ message }) => intoRefusal(message, failed.refusal));
  let next = groundwork.length;
  return corrected.map(({ message, commands: own }) => {
    const events = own.map((command): BookedEvent => {
      const result = results[next++]!;
      if (!result.ok) throw new Error('bug: an atomic recording was answered in parts');
      const { eventId, sequence, outcome, confirmed } = result;
      return { eventId, sequence, type: command.type, outcome, confirmed };
    });
    const repeated = !again && events.length > 0 && events.every((event) => event.outcome === 'known');
    return { ...message, state: repeated ? 'duplicate' : 'recorded', events, conflict: undefined };
  });
}

/** Scans of the same goods by several steps are one movement, also when they come together. */
async function countOnce(house: House, organisation: Id, bookings: Booking[]): Promise<Booking[]> {
  if (!bookings.some((booking) => booking.message.format === 'epcis')) return bookings;
  const counted = await withoutRepeats(
    house,
    organisation,
    bookings.flatMap((booking) => booking.commands),
  );
  let next = 0;
  return bookings.map(({ message, commands }) => {
    const own = counted.slice(next, next + commands.length);
    next += commands.length;
    return { message, commands: own.filter((command) => command !== undefined) };
  });
}

interface Corrected extends Booking {
  conflicts: Conflict[];
}

function correctKnown(
  { message, commands }: Booking,
  { organisation, known, correct }: { organisation: Id; known: Map<string, RecordedEvent>; correct: boolean },
): Corrected {
  const conflicts: Conflict[] = [];
  const mayCorrect = correct || replacesEarlier(message);
  const own = commands.map((command) => {
    const eventId = eventIdOf(organisation, command.source, command.id);
    const recorded = known.get(eventId);
    if (!recorded || says(recorded) === says(command)) return command;
    if (mayCorrect) return { ...command, id: correctionId(command), corrects: eventId };
    conflicts.push({
      eventId,
      known: shortHash(16, says(recorded)),
      given: shortHash(16, says(command)),
      command,
      recorded,
    });
    return command;
  });
  return { message, commands: own, conflicts };
}

/** The part of an event that its content hash covers; who recorded it when does not make it another statement. */
const says = ({ type, occurredAt, data }: { type: string; occurredAt: string; data: unknown }): string =>
  canonicalJson({ type, occurredAt, data });

/** The same correction sent twice is one correction. */
const correctionId = (command: EventCommand): string => `${command.id.slice(0, 187)}/${shortHash(12, says(command))}`;

async function findKnown(
  house: House,
  organisation: Id,
  commands: EventCommand[],
): Promise<Map<string, RecordedEvent>> {
  const ids = commands.map((command) => eventIdOf(organisation, command.source, command.id));
  const rows = await house.db.system((tx) =>
    tx.query<{ event_id: string; body: string }>(
      'select event_id, body from ledger_event where event_id = any($1::uuid[])',
      [ids],
    ),
  );
  return new Map(rows.map((row) => [row.event_id, JSON.parse(row.body) as RecordedEvent]));
}

function intoConflict({ message, conflicts }: Corrected): InboxMessage {
  if (conflicts.length === 0) return { ...message, state: 'waiting', unknowns: [] };
  return { ...message, state: 'conflict', unknowns: [], conflict: { items: conflicts } };
}

/** What the ledger refuses stands in the inbox like any other mistake, with the refusal's own words. */
function intoRefusal(message: InboxMessage, refusal: Refusal): InboxMessage {
  const error: MessageError = {
    position: firstPosition(message),
    code: refusal.code,
    value: JSON.stringify(refusal.values),
    expected: 'a message that the ledger takes',
    message: refusal.message,
    severity: 'error',
  };
  return { ...message, state: 'rejected', errors: [...message.errors, error] };
}

export const firstPosition = (message: InboxMessage): MessagePosition =>
  (message.content.list[0] as { position?: MessagePosition } | undefined)?.position ?? {
    message: message.position,
    segment: 1,
    tag: '',
    offset: 0,
  };

import type { Id, MessageError } from '@intakt/contract';
import type { House } from '../../house.ts';
import { joinMentions, loadMasterData } from '../master-data/load.ts';
import type { MasterData } from '../master-data/master-data.ts';
import { book, firstPosition } from './book.ts';
import { hasErrors, type InboxMessage, isBlocked, type Reading } from './message.ts';
import { readerOf } from './readers.ts';

/**
 * Decides what becomes of messages that go in together: a mistake in one rejects all, an unknown reference
 * in one lets all wait, and otherwise all are recorded in one step.
 */
export async function settle(
  house: House,
  organisation: Id,
  messages: InboxMessage[],
  { correct = false, again = false }: { correct?: boolean; again?: boolean } = {},
): Promise<InboxMessage[]> {
  if (messages.length === 0) return [];
  if (messages.some((message) => hasErrors(message.errors))) return rejectAll(messages);
  const data = await loadFor(house, organisation, messages);
  const readings = messages.map((message) => readerOf(message.format).read(message, data));
  const open = messages.map((message, i) => ({ ...message, unknowns: readings[i]!.unknowns }));
  if (readings.some((reading) => hasErrors(reading.errors)))
    return rejectAll(open.map((message, i) => withErrors(message, readings[i]!)));
  if (readings.some(isBlocked)) return open.map((message) => ({ ...message, state: 'waiting' as const }));
  return book(house, organisation, {
    bookings: open.map((message, i) => ({ message, commands: readings[i]!.commands })),
    correct,
    again,
  });
}

export const withErrors = (message: InboxMessage, reading: Reading): InboxMessage => ({
  ...message,
  errors: [...message.errors, ...reading.errors],
});

/** The good messages of a unit say why they did not go in. */
export function rejectAll(messages: InboxMessage[]): InboxMessage[] {
  const culprits = messages
    .filter((message) => hasErrors(message.errors))
    .map((message) => message.reference ?? message.position);
  return messages.map((message) => {
    if (hasErrors(message.errors)) return { ...message, state: 'rejected' };
    const error: MessageError = {
      position: firstPosition(message),
      code: 'INTERCHANGE_REJECTED',
      value: culprits.join(', '),
      expected: 'an interchange without mistakes, because its messages go in together or not at all',
      message: `This message is right, but message ${culprits.join(', ')} of the same interchange is not.`,
      severity: 'error',
    };
    return { ...message, state: 'rejected', errors: [...message.errors, error] };
  });
}

/** Reads as the organisation, so that a message can only mean what its reader may see. */
export function loadFor(
  house: House,
  organisation: Id,
  messages: InboxMessage[],
  options: { withCandidates?: boolean } = {},
): Promise<MasterData> {
  const mentions = joinMentions(messages.map((message) => readerOf(message.format).mentions(message)));
  return house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) => loadMasterData(tx, organisation, mentions, options),
    { readOnly: true },
  );
}

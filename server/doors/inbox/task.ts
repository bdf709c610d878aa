import { randomUUID } from 'node:crypto';
import type { EventCommand, Id } from '@intakt/contract';
import type { House } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { keepSettled } from '../outgoing/advise.ts';
import { book } from './book.ts';
import { asDecided, asRecommended, type MappingTask, workOut } from './mapping-task.ts';
import { hasErrors, type InboxMessage, isBlocked, type MessageState, type Reading } from './message.ts';
import type { Decision, Proposal } from './propose.ts';
import { loadFor, rejectAll, settle, withErrors } from './settle.ts';
import { findMessage, findUnit } from './store.ts';

/** What a person can do about a waiting message: the proposals, and which messages go in together with it. */
export async function openTask(
  house: House,
  message: InboxMessage,
): Promise<{ proposals: Proposal[]; together: InboxMessage[] }> {
  const together = await unitOf(house, message);
  if (message.state !== 'waiting') return { proposals: [], together };
  const data = await loadFor(house, message.organisation, together, { withCandidates: true });
  return { proposals: workOut(together, data, asRecommended).proposals, together };
}

const unitOf = (house: House, message: InboxMessage): Promise<InboxMessage[]> =>
  house.db.system((tx) => findUnit(tx, message));

export interface Preview {
  events: { type: string; data: unknown }[];
  messages: { id: string; state: MessageState; unknowns: InboxMessage['unknowns']; errors: InboxMessage['errors'] }[];
  proposals: Proposal[];
}

/** Exactly what resolve() would record, and what would become of the messages. */
export async function preview(house: House, message: InboxMessage, decisions: Decision[]): Promise<Preview> {
  const { together, task } = await decided(house, message, decisions);
  const open = together.map((each, i) => withReading(each, task.readings[i]!));
  const goesIn = isReady(task.readings);
  const commands = goesIn ? task.readings.flatMap((reading) => reading.commands) : [];
  const state = stateAfter(task.readings);
  return {
    events: [...task.groundwork, ...commands].map(({ type, data }) => ({ type, data })),
    messages: open.map(({ id, unknowns, errors }) => ({ id, state, unknowns, errors })),
    proposals: task.proposals,
  };
}

/**
 * Records the decisions and, when nothing required is open any more, the messages' own events in one atomic
 * step. Decisions that leave something open are kept all the same: the next ones need not repeat them.
 */
export async function resolve(
  house: House,
  message: InboxMessage,
  { decisions, person }: { decisions: Decision[]; person?: Id },
): Promise<InboxMessage[]> {
  const { together, task } = await decided(house, message, decisions);
  if (task.groundwork.length === 0 && !isReady(task.readings)) return together;
  const settled = isReady(task.readings)
    ? await bookWith(house, message, together, task)
    : await keepDecisions(house, message, together, task);
  await keepSettled(house, { before: together, after: settled, decided: { by: person, at: house.clock.instant() } });
  return settled;
}

async function decided(
  house: House,
  message: InboxMessage,
  decisions: Decision[],
): Promise<{ together: InboxMessage[]; task: MappingTask }> {
  if (message.state !== 'waiting')
    refuse('WRONG_STATE', {
      what: 'message',
      id: message.id,
      state: message.state,
      action: 'a mapping',
      needed: 'a waiting message',
    });
  const together = await unitOf(house, message);
  const data = await loadFor(house, message.organisation, together, { withCandidates: true });
  return { together, task: workOut(together, data, asDecided(decisions)) };
}

const isReady = (readings: Reading[]): boolean =>
  readings.every((reading) => !isBlocked(reading) && !hasErrors(reading.errors));

function stateAfter(readings: Reading[]): MessageState {
  if (readings.some((reading) => hasErrors(reading.errors))) return 'rejected';
  return readings.some(isBlocked) ? 'waiting' : 'recorded';
}

const withReading = (message: InboxMessage, reading: Reading): InboxMessage => ({
  ...withErrors(message, reading),
  unknowns: reading.unknowns,
});

async function bookWith(
  house: House,
  message: InboxMessage,
  together: InboxMessage[],
  task: MappingTask,
): Promise<InboxMessage[]> {
  const bookings = together.map((each, i) => ({
    message: withReading(each, task.readings[i]!),
    commands: task.readings[i]!.commands,
  }));
  const settled = await book(house, message.organisation, {
    bookings,
    groundwork: toCommands(house, message, task),
    again: true,
  });
  const refused = settled.find((each) => each.state === 'rejected');
  // A decision that the ledger refuses can be changed, so the message goes on waiting.
  if (refused) return refuseDecision(refused);
  // What the codes mean is decided; only which content counts is not.
  if (settled.some((each) => each.state === 'conflict')) await recordGroundwork(house, message, task);
  return settled;
}

async function keepDecisions(
  house: House,
  message: InboxMessage,
  together: InboxMessage[],
  task: MappingTask,
): Promise<InboxMessage[]> {
  await recordGroundwork(house, message, task);
  const open = together.map((each, i) => withReading(each, task.readings[i]!));
  return stateAfter(task.readings) === 'rejected' ? rejectAll(open) : open;
}

async function recordGroundwork(house: House, message: InboxMessage, task: MappingTask): Promise<void> {
  const { organisation } = message;
  const results = await house.recorder.record({ organisation }, toCommands(house, message, task), { atomic: true });
  for (const result of results) if (!result.ok) throw result.refusal;
}

/** The refusal stands last among the errors, because the booking put it there. */
function refuseDecision(message: InboxMessage): never {
  const error = message.errors.at(-1);
  return refuse('WRONG_STATE', {
    what: 'message',
    id: message.id,
    state: 'waiting',
    action: 'recording it',
    needed: error?.message ?? 'other decisions',
  });
}

/** The decisions of one resolve are one statement each, made now, because of this message. */
function toCommands(house: House, message: InboxMessage, task: MappingTask): EventCommand[] {
  const step = randomUUID();
  const occurredAt = house.clock.instant();
  return task.groundwork.map(({ type, data }, i) => ({
    type,
    source: 'inbox',
    id: `${step}/${i + 1}`,
    occurredAt,
    data,
    causationId: `inbox:${message.id}`,
  }));
}

/** A person takes the new content of a message, whose reference was used before, as a correction. */
export async function supersede(house: House, message: InboxMessage, person?: Id): Promise<InboxMessage[]> {
  requireState(message, 'superseding', 'conflict');
  const unit = await unitOf(house, message);
  const settled = await settle(house, message.organisation, unit, { correct: true, again: true });
  await keepSettled(house, { before: unit, after: settled, decided: { by: person, at: house.clock.instant() } });
  return settled;
}

/** Setting aside changes nothing but the inbox; the bytes stay. The others of its interchange stop waiting for it. */
export async function dismiss(
  house: House,
  message: InboxMessage,
  { reason, person }: { reason: string; person?: Id },
): Promise<InboxMessage> {
  requireState(message, 'dismissing', 'waiting', 'rejected', 'conflict', 'unmatched');
  const dismissed: InboxMessage = { ...message, state: 'dismissed', conflict: { ...message.conflict, reason } };
  const decided = { by: person, at: house.clock.instant() };
  await keepSettled(house, { before: [message], after: [dismissed], decided });
  return dismissed;
}

function requireState(message: InboxMessage, action: string, ...needed: MessageState[]): void {
  if (needed.includes(message.state)) return;
  refuse('WRONG_STATE', {
    what: 'message',
    id: message.id,
    state: message.state,
    action,
    needed: `a message that is ${needed.join(' or ')}`,
  });
}

/** Only who received a message decides about it; the other side sees it and no more. */
export async function findOwn(house: House, organisation: Id, id: string): Promise<InboxMessage> {
  const message = await house.db.system((tx) => findMessage(tx, id));
  if (message?.organisation === organisation) return message;
  return refuse('NOT_FOUND', { what: 'message', id });
}

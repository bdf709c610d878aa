import { randomUUID } from 'node:crypto';
import type { EventCommand, EventData, EventType, RecordOutcome } from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import type { FastifyRequest } from 'fastify';
import { type House, readAs } from '../house.ts';
import { Refusal } from '../refuse.ts';
import type { Member } from './access.ts';

/** Records all of the commands or throws the refusal of the first that could not be. */
export async function recordAll(
  house: House,
  organisation: string,
  commands: EventCommand[],
): Promise<RecordOutcome[]> {
  const results = await house.recorder.record({ organisation }, commands, { atomic: true });
  return results.map((result) => {
    if (!result.ok) throw result.refusal;
    const { eventId, sequence, outcome, confirmed } = result;
    return { eventId, sequence, outcome, confirmed };
  });
}

export function commandOf<T extends EventType>(
  house: House,
  type: T,
  data: EventData<T>,
  source = 'screen',
): EventCommand {
  return { type, source, id: randomUUID(), occurredAt: house.clock.instant(), data: data as EventCommand['data'] };
}

interface Said<T extends EventType> {
  request: FastifyRequest;
  who: Member;
  type: T;
  data: EventData<T>;
  /** Fields of the data that hold the moment of the request. */
  moments?: (keyof EventData<T> & string)[];
}

/** What the caller calls its statement: the Idempotency-Key, or a new name. */
export const statementId = ({ headers }: FastifyRequest): string => {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? key : randomUUID();
};

/**
 * One statement made on a screen or through the API. With an Idempotency-Key the same request sent again is
 * the same event, although it came at another moment.
 */
export async function recordAs<T extends EventType>(
  house: House,
  { request, who, type, data, moments = [] }: Said<T>,
): Promise<RecordOutcome> {
  const command = {
    ...commandOf(house, type, data, who.kind === 'person' ? 'screen' : 'api'),
    id: statementId(request),
  };
  try {
    const [outcome] = await recordAll(house, who.organisation, [command]);
    return outcome!;
  } catch (error) {
    const known = await sameSaidBefore(house, { who, command, moments, error });
    if (known) return known;
    throw error;
  }
}

interface SaidAgain {
  who: Member;
  command: EventCommand;
  moments: string[];
  error: unknown;
}

async function sameSaidBefore(
  house: House,
  { who, command, moments, error }: SaidAgain,
): Promise<RecordOutcome | undefined> {
  if (!(error instanceof Refusal) || error.code !== 'ID_REUSED') return undefined;
  const [row] = await readAs(house, who, (tx) =>
    tx.query<{ body: string }>('select body from ledger_event where event_id = $1', [error.values.eventId]),
  );
  if (!row) return undefined;
  const { type, data, eventId, sequence, confirmed } = JSON.parse(row.body);
  const before = Object.fromEntries(moments.map((field) => [field, data[field]]));
  if (type !== command.type || canonicalJson(data) !== canonicalJson({ ...command.data, ...before })) return undefined;
  return { eventId, sequence, confirmed, outcome: 'known' };
}

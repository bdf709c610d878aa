import type { RecordedEvent } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { Refusal } from '../refuse.ts';
import type { Accepted } from './append.ts';
import { entitledTo, grantNeeds, hasMandate } from './entitlement.ts';
import type { Prepared } from './prepare.ts';
import type { Projection, Projections } from './projection.ts';
import type { Need, RowSet } from './row-set.ts';

/** Commands of one caller; if atomic they stand or fall together. */
export interface Unit {
  events: Prepared[];
  atomic: boolean;
}
export type Outcome =
  | { eventId: string; sequence: number; outcome: 'recorded' | 'known'; confirmed: boolean }
  | Refusal;
/** By event id. */
export type Known = Map<string, { sequence: number; contentHash: string; confirmed: boolean }>;

/** Where a fold begins. */
export interface FoldStart {
  /** Answers look-ups: the transaction under the lock, or connections beside it. */
  reader: Pick<Transaction, 'kept'>;
  projections: Projections;
  rows: RowSet;
  size: number;
  recordedAt: string;
  /** Events that a look-up does not find yet, because their group is still being written. */
  recent: Known;
}

/** What the fold of one group has come to so far. */
interface Fold extends FoldStart {
  known: Known;
  drafts: Map<Prepared, Draft>;
  accepted: Accepted[];
}

/** An event in the making, with what it asked for last. */
interface Draft {
  event: RecordedEvent;
  prepared: Prepared;
  projection: Projection | undefined;
  needs: Need[];
}

/** Looks up what the group needs and folds its events one after the other in memory. A refused event leaves no trace. */
export async function foldUnits(
  start: FoldStart,
  units: Unit[],
): Promise<{ outcomes: Outcome[][]; accepted: Accepted[] }> {
  const prepared = units.flatMap((unit) => unit.events);
  const known = await findKnown(start, prepared);
  const fold: Fold = { ...start, known, drafts: new Map(), accepted: [] };
  await prefetch(fold, prepared);
  const outcomes: Outcome[][] = [];
  for (const unit of units) outcomes.push(await foldUnit(fold, unit));
  return { outcomes, accepted: fold.accepted };
}

async function findKnown({ reader, recent }: FoldStart, prepared: Prepared[]): Promise<Known> {
  const found = await reader.kept<{ event_id: string; sequence: number; content_hash: string; confirmed: boolean }>(
    `select event_id, sequence, content_hash, (body::json ->> 'confirmed')::boolean as confirmed from ledger_event where event_id = any($1::uuid[])`,
    [prepared.map((p) => p.eventId)],
  );
  const known: Known = new Map(recent);
  for (const row of found)
    known.set(row.event_id, { sequence: row.sequence, contentHash: row.content_hash, confirmed: row.confirmed });
  return known;
}

/** Two rounds serve nearly every event; what only then turns out to be needed is loaded while folding. */
async function prefetch(fold: Fold, prepared: Prepared[]): Promise<void> {
  for (const one of prepared) if (!fold.known.has(one.eventId)) fold.drafts.set(one, draft(fold, one));
  const drafts = [...fold.drafts.values()];
  await fold.rows.load(
    fold.reader,
    drafts.flatMap((d) => needsNow(fold, d)),
  );
  await fold.rows.load(
    fold.reader,
    drafts.filter(asksAgain).flatMap((d) => needsNow(fold, d)),
  );
}

async function foldUnit(fold: Fold, unit: Unit): Promise<Outcome[]> {
  const start = { mark: fold.rows.mark(), accepted: fold.accepted.length, size: fold.size };
  const outcomes: Outcome[] = [];
  for (const prepared of unit.events) {
    const outcome = await foldEvent(fold, prepared);
    outcomes.push(outcome);
    if (unit.atomic && outcome instanceof Refusal) {
      undo(fold, start);
      return unit.events.map(() => outcome);
    }
  }
  return outcomes;
}

function undo(fold: Fold, start: { mark: number; accepted: number; size: number }): void {
  fold.rows.undo(start.mark);
  for (const { event } of fold.accepted.splice(start.accepted)) fold.known.delete(event.eventId);
  fold.size = start.size;
}

/** One need may lead to another, as from level to level of a bill of material. */
const MOST_ROUNDS = 32;

async function foldEvent(fold: Fold, prepared: Prepared): Promise<Outcome> {
  const known = fold.known.get(prepared.eventId);
  if (known) return recognise(prepared, known);
  const drafted = fold.drafts.get(prepared) ?? draft(fold, prepared);
  const { event, projection } = drafted;
  event.sequence = fold.size + 1;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const needs = asksAgain(drafted) ? needsNow(fold, drafted) : drafted.needs;
    if (fold.rows.isComplete(needs)) break;
    await fold.rows.load(fold.reader, needs);
  }
  event.confirmed = event.recordedBy === event.statedBy || hasMandate(fold.rows, event);
  const refusal = projection?.check?.(event, fold.rows);
  if (refusal) return refusal;
  const entitled = entitledTo(fold.rows, prepared, event);
  projection?.apply(event, fold.rows);
  fold.size += 1;
  fold.accepted.push({ event, prepared, entitled });
  fold.known.set(event.eventId, {
    sequence: event.sequence,
    contentHash: prepared.contentHash,
    confirmed: event.confirmed,
  });
  return { eventId: event.eventId, sequence: event.sequence, outcome: 'recorded', confirmed: event.confirmed };
}

function recognise(prepared: Prepared, known: { sequence: number; contentHash: string; confirmed: boolean }): Outcome {
  const { command, eventId, contentHash } = prepared;
  if (known.contentHash === contentHash)
    return { eventId, sequence: known.sequence, outcome: 'known', confirmed: known.confirmed };
  return new Refusal('ID_REUSED', {
    source: command.source,
    id: command.id,
    known: known.contentHash,
    given: contentHash,
    eventId,
    sequence: known.sequence,
  });
}

function draft(fold: Fold, prepared: Prepared): Draft {
  const { command } = prepared;
  const event: RecordedEvent = {
    sequence: fold.size + 1,
    eventId: prepared.eventId,
    type: command.type,
    source: command.source,
    id: command.id,
    recordedBy: prepared.recordedBy,
    statedBy: prepared.statedBy,
    confirmed: prepared.recordedBy === prepared.statedBy,
    occurredAt: command.occurredAt,
    recordedAt: fold.recordedAt,
    audience: prepared.audience,
    causationId: command.causationId,
    corrects: command.corrects,
    data: command.data,
  };
  return { event, prepared, projection: fold.projections[command.type] as Projection | undefined, needs: [] };
}

/** Needs that look at rows may grow once rows are there; the others are asked for once. */
const asksAgain = ({ projection }: Draft): boolean => (projection?.needs.length ?? 0) > 1;

function needsNow(fold: Fold, drafted: Draft): Need[] {
  const { event, prepared, projection } = drafted;
  drafted.needs = [...(projection?.needs(event, fold.rows) ?? []), ...grantNeeds(event, prepared)];
  return drafted.needs;
}

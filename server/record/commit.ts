import type { RecordedEvent } from '@intakt/contract';
import type { Database, Transaction } from '@intakt/database';
import { type Head, headIsStill, isSameHead, lockHead, type Write, writeGroup } from './append.ts';
import { foldUnits, type Known, type Outcome, type Unit } from './fold.ts';
import type { Projections } from './projection.ts';
import { RowSet, type Tables } from './row-set.ts';

export interface GroupContext {
  db: Database;
  projections: Projections;
  tables: Tables;
  now: () => string;
  onBug: (error: unknown) => void;
  memory?: Memory;
  /** Nobody else has written since our last group, as far as we know. */
  isAlone?: boolean;
}

/** The ledger's end as the groups of this process leave it, the last of which may still be on its way to the database. */
interface Memory {
  head: Head;
  rows: RowSet;
  /** Events of that last group. */
  recent: Known;
}
/** Beyond this many rows and absences, those that the last groups did not touch are forgotten. */
const MAX_REMEMBERED = 20_000;

export interface GroupResult {
  outcomes: Outcome[][];
  events: RecordedEvent[];
  entitled: string[][];
}

/** A group that is folded and waits to be written. It holds only if the ledger then still ends where its fold began. */
export interface Folded {
  memory: Memory;
  from: Head;
  write: Write | undefined;
  result: GroupResult;
}

/**
 * Folds a group while the one before it is being written, upon what that one leaves. Look-ups go beside it: what they
 * do not see of it is in memory. Undefined where that cannot be relied on, and the group has to be folded under the lock:
 * at the beginning, while another server writes too, and on the embedded database, whose one session has no beside.
 */
export async function foldAhead(context: GroupContext, units: Unit[]): Promise<Folded | undefined> {
  const { memory, db } = context;
  if (!memory || !context.isAlone || db.kind === 'embedded') return undefined;
  try {
    return await foldGroup(context, db.byKey, memory, units);
  } catch {
    // Folded again under the lock, where a bug shows too.
    if (context.memory === memory) context.memory = undefined;
    return undefined;
  }
}

/**
 * Commits a group: in one statement where it was folded ahead and nobody else has written meanwhile, else in one
 * transaction under the lock of the head row. `onFolded` is called as soon as the next group may be folded.
 */
export async function commitGroup(
  context: GroupContext,
  units: Unit[],
  { ahead, onFolded = () => {} }: { ahead?: Folded; onFolded?: () => void } = {},
): Promise<GroupResult> {
  try {
    if (ahead && ahead.memory === context.memory) {
      onFolded();
      if (await store(context.db, ahead)) return ahead.result;
      context.isAlone = false;
      // What was folded and not written is no memory of anything.
      context.memory = undefined;
    }
    return await context.db.byKey.transaction((tx) => commitUnderLock(context, tx, units, onFolded));
  } catch (error) {
    context.memory = undefined;
    throw error;
  }
}

/** Whether the ledger still ended where the fold began, and so now holds the group. */
async function store(db: Database, { from, write }: Folded): Promise<boolean> {
  const rows = await (write ? db.byKey.kept(write.text, write.values) : headIsStill(db.byKey, from));
  return rows.length > 0;
}

async function commitUnderLock(
  context: GroupContext,
  tx: Transaction,
  units: Unit[],
  onFolded: () => void,
): Promise<GroupResult> {
  const head = await lockHead(tx);
  const known = context.memory;
  // Whatever goes wrong from here on, nothing half-folded is taken for true.
  context.memory = undefined;
  const isKnown = known !== undefined && isSameHead(known.head, head);
  const memory = isKnown ? known : { head, rows: new RowSet(context.tables), recent: new Map() };
  const { write, result } = await foldGroup(context, tx, memory, units);
  if (known) context.isAlone = isKnown;
  context.isAlone ??= true;
  context.memory = memory;
  onFolded();
  const written = write ? await tx.kept(write.text, write.values) : [result];
  if (written.length === 0) throw new Error('bug: the head that was locked is not the one that was written from');
  return result;
}

async function foldGroup(
  context: GroupContext,
  reader: Pick<Transaction, 'kept'>,
  memory: Memory,
  units: Unit[],
): Promise<Folded> {
  const { rows, head: from } = memory;
  rows.beginGroup(MAX_REMEMBERED);
  const { outcomes, accepted } = await foldUnits(
    {
      reader,
      projections: context.projections,
      rows,
      size: from.size,
      recordedAt: context.now(),
      recent: memory.recent,
    },
    units,
  );
  const written = accepted.length > 0 ? writeGroup(from, accepted, rows, context.tables) : undefined;
  rows.settle();
  memory.head = written?.head ?? from;
  memory.recent = new Map(
    accepted.map(({ event: { eventId, sequence, confirmed }, prepared: { contentHash } }) => [
      eventId,
      { sequence, contentHash, confirmed },
    ]),
  );
  return {
    memory,
    from,
    write: written,
    result: { outcomes, events: accepted.map((a) => a.event), entitled: accepted.map((a) => a.entitled) },
  };
}

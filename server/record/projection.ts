import type { EventType, RecordedEvent } from '@intakt/contract';
import type { Refusal } from '../refuse.ts';
import type { Need, RowSet } from './row-set.ts';

/**
 * How one kind of event becomes rows. All three functions are pure: they see the event and the
 * rows they asked for, nothing else, so a replay of the ledger gives the same tables.
 */
export interface Projection<T extends EventType = EventType> {
  /** Rows that check and apply look at. Asked again once rows are there, so that one need may lead to another. */
  needs: (event: RecordedEvent<T>, rows: RowSet) => Need[];
  /** Why the event cannot stand in the present state. Not asked on replay. */
  check?: (event: RecordedEvent<T>, rows: RowSet) => Refusal | undefined;
  /** Total: a throw is a bug. */
  apply: (event: RecordedEvent<T>, rows: RowSet) => void;
}

export type Projections = { [T in EventType]?: Projection<T> };

export { need } from './row-set.ts';

/** Sorted union, so that replay and first run write the same array. */
export function union(...lists: (readonly string[] | undefined)[]): string[] {
  const all: string[] = [];
  for (const list of lists) if (list) for (const one of list) if (!all.includes(one)) all.push(one);
  return all.sort();
}

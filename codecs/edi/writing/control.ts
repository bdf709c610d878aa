import type { Instant, PartyReference } from '@intakt/contract';

/** What an interchange needs beyond its statements. Clock and numbers are the caller's. */
export interface Control {
  sender: PartyReference;
  receiver: PartyReference;
  /** Control reference of the interchange; digits only for X12, at most nine. */
  reference: string;
  preparedAt: Instant;
  test?: boolean;
  /** Offset from UTC in which local times are written; must be what the reader assumes. */
  timeZoneOffsetMinutes?: number;
  /** UN directory that EDIFACT messages are written in, of those that `WRITERS` names for each; the usual one where nothing is agreed. */
  directory?: string;
  /** X12 release that the interchange is written in (GS08), from `002001` to `005010`; `004010` where nothing is agreed. */
  x12Release?: string;
}

/** Runs of neighbours with the same key: what shares a header stands in one message. */
export function grouped<T>(items: T[], key: (item: T) => unknown): T[][] {
  const groups: T[][] = [];
  let before: string | undefined;
  for (const item of items) {
    const now = JSON.stringify(key(item));
    if (now === before) groups.at(-1)!.push(item);
    else groups.push([item]);
    before = now;
  }
  return groups;
}

/** Digits with a point, never an exponent. */
export function decimal(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(6).replace(/\.?0+$/, '') : plain;
}

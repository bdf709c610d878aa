import type { TourStop } from './queries.ts';

type Docked = Pick<TourStop, 'dockSlot' | 'expectedAt' | 'state'>;
type Owned = Pick<TourStop, 'customer' | 'receiver' | 'supplier' | 'unloads' | 'state'>;

/** A truck that is at the gate so late still unloads in its time, or nearly. */
const GRACE_MINUTES = 15;
const MINUTE_MS = 60_000;
const isToCome = (state: string): boolean => state === 'planned' || state === 'arrived';

/** By how many minutes a truck comes after the beginning of its slot, if that is more than it is let; else 0. */
export function lateForSlot({ dockSlot, expectedAt, state }: Docked): number {
  if (dockSlot?.state !== 'confirmed' || !dockSlot.from || !isToCome(state)) return 0;
  const late = Math.round((Date.parse(expectedAt) - Date.parse(dockSlot.from)) / MINUTE_MS);
  return late > GRACE_MINUTES ? late : 0;
}

/** Whether this organisation has the docks at which the stop is still to be unloaded. */
export const givesSlot = (stop: Owned, organisation: string | undefined): boolean =>
  (stop.receiver ?? stop.customer) === organisation &&
  stop.supplier === null &&
  stop.unloads.length > 0 &&
  isToCome(stop.state);

/** An instant as a field for day and time shows it, on the reader's clock; and back. */
export function fieldOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}
export const instantOf = (field: string): string | undefined =>
  Number.isNaN(Date.parse(field)) ? undefined : new Date(field).toISOString();

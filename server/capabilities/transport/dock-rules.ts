/** A slot that is given, in milliseconds. */
export interface Booking {
  tour: string;
  bay: number;
  from: number;
  to: number;
}

export interface Wanted {
  from: number;
  to: number;
  /** Absent: any. */
  bay?: number;
}

const overlaps = (a: Pick<Booking, 'from' | 'to'>, b: Pick<Booking, 'from' | 'to'>): boolean =>
  a.from < b.to && b.from < a.to;

/** What stands where it is wanted; one slot may begin when the one before it ends. */
export const inTheWay = (bookings: readonly Booking[], { bay, ...wanted }: Wanted): Booking[] =>
  bookings.filter((one) => (bay === undefined || one.bay === bay) && overlaps(one, wanted));

/** The bay that is wanted, or the first of all, if nothing stands there then. */
export function freeBay(bookings: readonly Booking[], wanted: Wanted, bays: number): number | undefined {
  const asked = wanted.bay === undefined ? Array.from({ length: bays }, (_, i) => i + 1) : [wanted.bay];
  return asked.find((bay) => inTheWay(bookings, { ...wanted, bay }).length === 0);
}

/** The first slot of the same length, at any bay, that begins when it is wanted or when another ends. */
export function nextFree(
  bookings: readonly Booking[],
  { from, to }: Wanted,
  bays: number,
): { from: number; bay: number } {
  const begins = [from, ...bookings.map((one) => one.to).filter((at) => at > from)].sort((a, b) => a - b);
  for (const at of begins) {
    const bay = freeBay(bookings, { from: at, to: at + to - from }, bays);
    if (bay !== undefined) return { from: at, bay };
  }
  return { from: begins.at(-1)!, bay: 1 };
}

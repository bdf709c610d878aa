/** What a leg is: moving by road, rail, sea or air, or waiting at a port, at a border, in a cross-dock. */
export const LEG_KINDS = ['drive', 'rail', 'sea', 'air', 'port', 'border', 'cross-dock'] as const;
export type LegKind = (typeof LEG_KINDS)[number];

/** What is known of a leg before it is travelled. */
export interface Leg {
  kind: LegKind;
  /** Where it begins, and between which places it leads; of a dwell both name the place and what is done there. */
  origin: string;
  lane: string;
  carrier: string;
  /** Local hour at which it begins, 0 … 23. */
  startHour: number;
  /** What it takes by distance and speed, or by the timetable: real times are learned as multiples of it. */
  referenceHours: number;
}

/** A leg that was travelled; of a drive the hours at the wheel, without rests. */
export interface LegRecord extends Leg {
  hours: number;
}

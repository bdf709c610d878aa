import type { Finding } from './findings.ts';
import type { Concept, Weekday } from './network.ts';
import type { Costs } from './option.ts';

/** A season's plan, and what an average week of it costs, emits and brings to the docks. */
export interface TransportPlan {
  lanes: LanePlan[];
  tours: MasterTour[];
  cost: number;
  costs: Costs;
  /** No plan of tours that were looked at costs less; absent where nothing was searched. */
  bound?: number;
  co2Kg: number;
  truckKm: number;
  /** Trucks by working day and hour of the plant. */
  arrivalsPerHour: number[][];
  peakPerHour: number;
  dockOverloadMinutes: number;
  findings: Finding[];
}

export interface LanePlan {
  lane: string;
  /** How the rest goes that fills no truck. */
  concept: Concept;
  truck: string;
  weekdays: Weekday[];
  /** Full loads that run every week besides. */
  fullLoads: number;
  tour?: string;
  /** What the lane's own goods cost in a week; on a tour its part by mass × direct distance. */
  cost: number;
  /** What of it its full loads cost that run besides. */
  fullLoadCost: number;
  co2Kg: number;
  /** Places that its largest pick-up takes at either end. */
  peakPlaces: number;
  /** Goods that stand still at both ends on average, as days of use. */
  stockDays: number;
}

export interface MasterTour {
  id: string;
  truck: string;
  weekdays: Weekday[];
  /** Seconds from midnight of the day on which it leaves. */
  departureSeconds: number;
  stops: TourStop[];
  /** When it is back; the plant takes it in at `plantSeconds` of each of `plantWeekdays`. */
  returnSeconds: number;
  plantWeekdays: Weekday[];
  plantSeconds: number[];
  km: number;
  drivingSeconds: number;
  breakSeconds: number;
  restSeconds: number;
  /** Of one run. */
  cost: number;
  co2Kg: number;
  /** How full the truck is on average over the runs of an average week, in the dimension of which it has least. */
  fill: number;
}

export interface TourStop {
  lane: string;
  arrivalSeconds: number;
  startSeconds: number;
  departureSeconds: number;
}

/** A plan as it is driven today, or as a planner drew it. Whoever names no hours leaves them to be chosen. */
export interface StatedPlan {
  lanes: { lane: string; concept: 'direct' | 'groupage'; weekdays: Weekday[]; truck?: string; plantSeconds?: number }[];
  tours: { truck: string; lanes: string[]; weekdays: Weekday[]; departureSeconds?: number }[];
  /** False where full loads bring empties back only as these fill trucks, or shuttle; every load takes its own when absent. */
  plain?: boolean;
}

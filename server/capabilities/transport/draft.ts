import type { GoodsMeasure, Id, Instant, IsoDay } from '@intakt/contract';
import type { Priced } from './freight-rules.ts';
import type { Finding, LockedStop, PlannedTour, RoutingProblem, VehicleType } from '@intakt/routing';

/** What the engine's numbers stand for; kept with a draft so that it can be judged and published without asking again. */
export interface PlanFacts {
  customer: Id;
  day: IsoDay;
  /** The moment from which the problem's seconds count. */
  epoch: Instant;
  orders: Record<Id, OrderFacts>;
  vehicles: Record<Id, VehicleFacts>;
  sites: Record<Id, SiteFacts>;
  /** Published tours that this plan goes on with; one that it has no more is withdrawn. */
  replaces?: Id[];
}

export interface OrderFacts {
  supplier: Id;
  kind: string;
  from: Id;
  to: Id;
  goods: GoodsMeasure;
  packages: number | null;
}
export interface VehicleFacts {
  name: string;
  capacity: GoodsMeasure;
  co2PerKmEmptyKg: number;
  co2PerKmFullKg: number;
  carrier: Id | null;
  /** Absent in a draft that an earlier edition began. */
  prices?: VehiclePrices;
}

/** What a kind of truck costs its planner, in the words of the search. */
export type VehicleCosts = Pick<VehicleType, 'fixedCost' | 'costPerKm' | 'costPerHour' | 'costPerStop'>;
export interface VehiclePrices {
  /** As the truck is registered: what counts where its carrier has no rates. */
  registered: VehicleCosts;
  /** By carrier, fuel surcharge included, as the search counts; and the rates, by which a tour is priced. Absent in an older draft. */
  agreed: Record<Id, VehicleCosts & { tariff: Id; name: string; rates?: Priced }>;
}
export interface SiteFacts {
  owner: Id;
  name: string;
  timeZone: string;
  longitude: number;
  latitude: number;
}

/** A tour as the planner has it before him. Where it cannot be driven, why not. */
export interface DraftTour {
  id: Id;
  vehicle: Id;
  carrier: Id | null;
  /** The whole tour stays as it is, or its first stops do. */
  locked: boolean;
  lockedStops: number;
  stops: LockedStop[];
  planned?: PlannedTour;
  reason?: string;
  co2Kg: number;
}

/** What a plan costs, all told. */
export interface PlanFigures {
  tours: number;
  orders: number;
  unplanned: number;
  infeasible: number;
  cost: number;
  distanceKm: number;
  hours: number;
  co2Kg: number;
  /** Mean over the tours of the fullest dimension, from 0 to 1. */
  fill: number;
}

export type PlanFinding = Omit<Finding, 'code'> & { code: string };

/** What a draft is apart from who keeps it: everything that can be computed on. */
export interface Draft {
  facts: PlanFacts;
  problem: RoutingProblem;
  tours: DraftTour[];
  findings: PlanFinding[];
}

export const DIMENSIONS = ['massKg', 'volumeCubicMeters', 'loadingMeters', 'palletPlaces'] as const;
export const amountsOf = (goods: GoodsMeasure): number[] => DIMENSIONS.map((dimension) => goods[dimension]);
export const measureOf = (amounts: readonly number[]): GoodsMeasure =>
  Object.fromEntries(DIMENSIONS.map((dimension, i) => [dimension, amounts[i] ?? 0])) as unknown as GoodsMeasure;

/** What a truck costs with who drives it. With nobody yet, or with whom nothing is agreed, it is what it is registered with. */
export const costsWith = ({ agreed, registered }: VehiclePrices, carrier: Id | null): VehicleCosts => {
  const { fixedCost, costPerKm, costPerHour, costPerStop } = (carrier && agreed[carrier]) || registered;
  return { fixedCost, costPerKm, costPerHour, costPerStop };
};

/** A moment of the problem as an instant. */
export const instantAt = ({ epoch }: Pick<PlanFacts, 'epoch'>, seconds: number): Instant =>
  new Date(Date.parse(epoch) + Math.round(seconds) * 1000).toISOString();

/** What fills a truck in a week, before stacking. */
export interface Load {
  massKg: number;
  volumeM3: number;
  loadingMeters: number;
  palletPlaces: number;
}

/** The order in which loads stand in an array. */
export const DIMENSIONS = ['massKg', 'volumeM3', 'loadingMeters', 'palletPlaces'] as const;

/** ISO weekday, Monday = 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Delivery concepts of VDA 5010: full load, groupage by an area forwarder over its cross-dock, milk run. */
export type Concept = 'direct' | 'groupage' | 'milk-run';

/** A span of the day, seconds from midnight. */
export interface Span {
  fromSeconds: number;
  toSeconds: number;
}

/** The inbound network of one plant, as it is to be planned. Money in the caller's currency, distances in metres. */
export interface PlanNetwork {
  plant: Plant;
  lanes: PlanLane[];
  /** Cross-docks of the area forwarders. */
  hubs: Hub[];
  vehicles: PlanVehicle[];
  /** Row-major over the plant, the lanes and the hubs, in this order. */
  distanceMeters: ArrayLike<number>;
  seconds: ArrayLike<number>;
  rates: Rates;
  incompatibleClasses?: [string, string][];
}

export interface Plant {
  id: string;
  weekdays: Weekday[];
  /** When goods are taken in. */
  open: Span;
  /** Trucks that can be unloaded at the same time. */
  bays: number;
  /** A truck keeps its bay for so long, and so much longer for each place that it brings. */
  unloadSeconds: number;
  unloadSecondsPerPlace: number;
}

/** Everything that one supplier's site sends to the plant. */
export interface PlanLane {
  id: string;
  /** What is called off in an average week. */
  weekly: Load;
  /** Empties that go back in a week; absent: one-way packaging. */
  empties?: Load;
  /** So many layers may be stood on each other: they share floor. */
  layers?: number;
  /** Standard deviation of a week's volume over its mean. */
  variation: number;
  /** What a week's goods are worth. */
  weeklyValue: number;
  weekdays: Weekday[];
  /** When goods are handed over. */
  window: Span;
  serviceSeconds: number;
  /** The area forwarder's cross-dock; absent: no groupage. */
  hub?: string;
  concepts?: Concept[];
  /** Trucks that the site can take; absent: all. */
  vehicles?: string[];
  goodsClass?: string;
  pickupsPerWeek?: { least?: number; most?: number };
  /** Places for goods waiting at the supplier, and for goods not yet used at the plant. */
  places?: { supplier?: number; plant?: number };
}

export interface Hub {
  id: string;
  tariff: GroupageTariff;
  /** Days from pick-up until the goods are at the plant. */
  transitDays: number;
  /** When its trucks may come to the plant. */
  arrivals: Span;
  /** The truck of its main run. */
  vehicle: string;
  /** g CO2e per tonne-km from the supplier to the hub, and per tonne that it handles, well to wheel. */
  collectionGramsPerTonneKm: number;
  handlingGramsPerTonne: number;
}

/** Price per 100 kg by weight and distance, as area forwarders agree it. */
export interface GroupageTariff {
  /** Lower ends of the weight classes, ascending from 0. */
  fromKg: number[];
  /** Upper ends of the distance bands, ascending; farther is not served. */
  upToKm: number[];
  /** By weight class, then by distance band. */
  per100Kg: number[][];
  minimum: number;
  /** A consignment counts as at least so many kg. */
  kgPerM3: number;
  kgPerLoadingMeter: number;
  kgPerPlace: number;
  /** More than that is no groupage. */
  mostKg: number;
  /** Empties go back at so much of the price. */
  emptiesFactor: number;
}

/** A kind of truck; without `fullLoad` it is not hired for one load, without `milkRun` not for tours. */
export interface PlanVehicle {
  id: string;
  capacity: Load;
  fullLoad?: FullLoadTariff;
  milkRun?: MilkRunTariff;
  /** g CO2e per km, well to wheel, empty and with its full mass. */
  emptyGramsPerKm: number;
  fullGramsPerKm: number;
  /** Share of km that a hired truck drives empty to get to the goods, on top. */
  emptyShare: number;
}

export interface FullLoadTariff {
  base: number;
  perKm: number;
  minimum: number;
  /** Taking empties back costs so much of the price. */
  emptiesShare: number;
}

export interface MilkRunTariff {
  perTour: number;
  perKm: number;
  perHour: number;
  perStop: number;
  mostStops?: number;
  mostHours?: number;
  /** Hired from the first stop to the plant, as a full load with several loading places: empties go back apart, at so much of the price. */
  oneWay?: { emptiesShare: number };
}

export interface Rates {
  /** Yearly price of capital in stock, as a share of its value. */
  stockPerYear: number;
  /** Of one place for a week, at either end. */
  placePerWeek: number;
  perTonneCo2: number;
  /** For the plant, each time a truck comes. */
  perArrival: number;
  /** A truck that has to be found for what did not fit costs so much of the usual price. */
  overflowFactor: number;
  /** A tour is not fixed for a season when more than this share of its runs would need a second truck. */
  mostOverflow: number;
}

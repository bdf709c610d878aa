/**
 * What is to be planned, as plain data. Times are seconds from a moment of the caller's choice, distances metres, money in
 * the caller's currency. Places are named by id; matrices are row-major in the order of `places`.
 */
export interface RoutingProblem {
  /** What a truck is full of: mass, volume, loading metres, pallet places; one number each in `amounts` and `capacity`. */
  dimensions: string[];
  places: Place[];
  distanceMeters: ArrayLike<number>;
  /** Travel times by departure; one entry: the same all day. Sorted by `fromSeconds`, the first from the beginning of time. */
  travel: TravelPeriod[];
  vehicles: VehicleType[];
  orders: Order[];
  /** Pairs of goods classes that may not share a tour, such as food and dangerous goods. */
  incompatibleClasses?: [string, string][];
  /** Tours, or beginnings of tours, that stay as they are: the truck has left, or the planner said so. */
  locks?: Lock[];
}

export interface Place {
  id: string;
  latitude?: number;
  longitude?: number;
  /** Bays that can be used at the same time; absent: as many as come. */
  dockBays?: number;
  /** When the gate is open; absent: always. */
  open?: Window[];
}

export interface TravelPeriod {
  fromSeconds: number;
  seconds: ArrayLike<number>;
}

/** When service may begin. After `dueSeconds` it may still, at a price per hour. */
export interface Window {
  fromSeconds: number;
  toSeconds: number;
  dueSeconds?: number;
  lateCostPerHour?: number;
}

export interface VehicleType {
  id: string;
  count: number;
  /** Where it starts, and where delivered goods without a pick-up are loaded. */
  start: string;
  /** Where it ends, and where picked-up goods without a delivery are brought. */
  end: string;
  capacity: number[];
  shift: { fromSeconds: number; toSeconds: number };
  fixedCost: number;
  costPerKm: number;
  costPerHour: number;
  costPerStop: number;
  skills?: string[];
  maxDistanceMeters?: number;
  maxDurationSeconds?: number;
  maxStops?: number;
  /** Breaks, daily driving and daily rest after Regulation (EC) 561/2006, working time after Directive 2002/15/EC. */
  driverHours?: boolean;
  /** Tours may come back to the start to unload and load again; so many trips in all, and so long each time. */
  reload?: { maxTrips: number; seconds: number };
}

export interface Order {
  id: string;
  /** Only a pick-up: to the truck's end. Only a delivery: from the truck's start. Both: in this order, on one tour. */
  pickup?: Stop;
  delivery?: Stop;
  amounts: number[];
  /** Goods that bear others are stacked in so many layers: their floor space, in `stackedDimensions`, is shared by them. */
  layers?: number;
  stackedDimensions?: string[];
  skills?: string[];
  goodsClass?: string;
  /** What it is worth to serve it; absent: it has to be. */
  prize?: number;
}

export interface Stop {
  place: string;
  windows?: Window[];
  serviceSeconds: number;
}

/** The first stops of one truck of a type. */
export interface Lock {
  vehicle: string;
  stops: LockedStop[];
}

export interface LockedStop {
  order: string;
  at: 'pickup' | 'delivery';
}

/** An order, or something else of the problem, that cannot be planned as stated. */
export interface Finding {
  code: FindingCode;
  /** The id of what it is about. */
  subject: string;
  /** The values that were seen, and what to do. */
  message: string;
}

export type FindingCode =
  | 'NO_STOP'
  | 'UNKNOWN_PLACE'
  | 'COORDINATES_ZERO'
  | 'COORDINATES_SWAPPED'
  | 'COORDINATES_IMPOSSIBLE'
  | 'WINDOW_CLOSED'
  | 'AMOUNTS_WRONG'
  | 'TOO_HEAVY'
  | 'SKILL_MISSING'
  | 'DISCONNECTED'
  | 'MATRIX_SIZE'
  | 'MATRIX_NEGATIVE'
  | 'MATRIX_DETOUR'
  | 'SHIFT_EMPTY'
  | 'TOO_MANY_ORDERS'
  | 'DUPLICATE_ID'
  | 'LOCK_UNKNOWN'
  | 'NEVER_IN_TIME'
  | 'FLEET_USED_UP';

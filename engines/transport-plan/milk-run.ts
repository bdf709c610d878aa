import { evaluateTour, type PlannedTour, type RoutingProblem } from '@intakt/routing';
import { clockSeconds } from './clock.ts';
import { co2Cost, fitsPlaces, gramsOf, NO_COSTS, type Option, stockOf, sumOf, withinBounds } from './option.ts';
import { gapsOf, type Pattern } from './patterns.ts';
import { allows, type Lane, mayUse, metersBetween, type Prepared, restOf, secondsBetween } from './prepared.ts';
import type { MilkRunTariff } from './network.ts';
import { fullLoadPrice } from './tariffs.ts';

const DAY = 86_400;
/** A tour may take some days, with its driver's rests. */
const DAYS = 6;
const DEFAULT_MOST_HOURS = 36;
const DEFAULT_MOST_STOPS = 8;
const TRANSIT_DAYS = 1;

export interface TourPlan {
  /** Numbers of prepared lanes in the order of their stops. */
  lanes: readonly number[];
  truck: number;
  patterns: Pattern[];
}

/** Patterns of a frequency on which all lanes of a tour hand over. */
export function tourPatterns({ rhythms, lanes }: Prepared, tour: readonly number[], frequency: number): Pattern[] {
  const open = tour.reduce((bits, lane) => bits & lanes[lane]!.weekdays, ~0);
  return rhythms[frequency]!.patterns.filter((pattern) => (pattern & ~open) === 0);
}

/** What keeps lanes from sharing a truck, whatever they weigh. */
export function mayShare({ network, lanes, trucks }: Prepared, tour: readonly number[], truck: number): boolean {
  const { stated } = trucks[truck]!;
  if (!stated.milkRun || tour.length > (stated.milkRun.mostStops ?? DEFAULT_MOST_STOPS)) return false;
  const classes = tour.map((lane) => lanes[lane]!.stated.goodsClass);
  const clash = (network.incompatibleClasses ?? []).some(([a, b]) => classes.includes(a) && classes.includes(b));
  return !clash && tour.every((lane) => mayUse(lanes[lane]!, trucks[truck]!) && allows(lanes[lane]!, 'milk-run'));
}

/** Whether the goods of the longest gap and the empties of the way out find room at every point of the tour. */
export function hasRoom({ lanes, trucks, working }: Prepared, { lanes: tour, truck, patterns }: TourPlan): boolean {
  const { capacity, stated } = trucks[truck]!;
  const part = Math.max(...gapsOf(patterns[0]!, working)) / working.length;
  const back = stated.milkRun!.oneWay ? 0 : 1;
  for (let d = 0; d < capacity.length; d++) {
    let aboard = 0;
    for (const lane of tour) aboard += back * lanes[lane]!.empties[d]! * restOf(lanes[lane]!) * part;
    if (aboard > capacity[d]! + 1e-9) return false;
    for (const lane of tour) {
      aboard += (lanes[lane]!.amounts[d]! - back * lanes[lane]!.empties[d]!) * restOf(lanes[lane]!) * part;
      if (aboard > capacity[d]! + 1e-9) return false;
    }
  }
  return true;
}

/** A run costs at least this: kilometres, driving with its breaks and rests, service and stops. Infinite where that is too long. */
export function leastTripCost(prepared: Prepared, tour: readonly number[], truck: number): number {
  const { network, lanes, trucks } = prepared;
  const { perTour, perKm, perHour, perStop, oneWay, mostHours = DEFAULT_MOST_HOURS } = trucks[truck]!.stated.milkRun!;
  let [meters, driving, service, at] = [0, 0, 0, oneWay ? lanes[tour[0]!]!.place : 0];
  for (const number of tour) {
    const { place, stated } = lanes[number]!;
    meters += metersBetween(network, at, place);
    driving += secondsBetween(network, at, place);
    service += stated.serviceSeconds;
    at = place;
  }
  meters += metersBetween(network, at, 0);
  const hours = (clockSeconds(driving + secondsBetween(network, at, 0)) + service) / 3600;
  if (hours > mostHours) return Number.POSITIVE_INFINITY;
  const cost = perTour + (perKm * meters) / 1000 + perHour * hours + perStop * tour.length;
  return cost * withEmpties(oneWay, emptiesRuns(prepared, { tour, truck, runs: prepared.working.length }));
}

/** What a tour's price is multiplied by, because its empties go back on a way of their own. */
const withEmpties = (oneWay: MilkRunTariff['oneWay'], share: number): number =>
  oneWay ? 1 + oneWay.emptiesShare * share : 1;

/** The share of a week's runs that have to take empties back: of all as they are usually hired, else as many as the empties fill. */
function emptiesRuns(
  { lanes, trucks, plain }: Prepared,
  { tour, truck, runs }: { tour: readonly number[]; truck: number; runs: number },
): number {
  if (!tour.some((lane) => lanes[lane]!.hasEmpties)) return 0;
  if (plain) return 1;
  const { capacity } = trucks[truck]!;
  let share = 0;
  for (let d = 0; d < capacity.length; d++) {
    const empties = tour.reduce((sum, lane) => sum + lanes[lane]!.empties[d]! * restOf(lanes[lane]!), 0);
    share = Math.max(share, empties / capacity[d]!);
  }
  return Math.min(1, share / runs);
}

const runsOf = ({ working }: Prepared, patterns: readonly Pattern[]): number => gapsOf(patterns[0]!, working).length;

/** Empties that wait until they fill a truck, at both ends together a truck less what goes back with every run. */
function waitingOf(prepared: Prepared, { lanes: tour, truck, patterns }: TourPlan): number {
  const { capacity, stated } = prepared.trucks[truck]!;
  const share = emptiesRuns(prepared, { tour, truck, runs: runsOf(prepared, patterns) });
  if (!stated.milkRun!.oneWay || share === 0) return 0;
  return (1 - share) * capacity[3]! * prepared.network.rates.placePerWeek;
}

/** Drives a tour with the routing engine's own judge: windows, driver hours, limits. Leaves at `fromSeconds` or later. */
export function driveOnce(prepared: Prepared, plan: TourPlan, fromSeconds = 0): PlannedTour | undefined {
  const { id, milkRun } = prepared.trucks[plan.truck]!.stated;
  const driven = evaluateTour(tourProblem(prepared, plan, fromSeconds), {
    vehicle: id,
    stops: plan.lanes.flatMap((lane) => [
      ...(prepared.lanes[lane]!.hasEmpties && !milkRun!.oneWay
        ? [{ order: `empties ${lane}`, at: 'delivery' as const }]
        : []),
      { order: `goods ${lane}`, at: 'pickup' as const },
    ]),
  });
  if ('feasible' in driven) return undefined;
  const runs = runsOf(prepared, plan.patterns);
  const share = emptiesRuns(prepared, { tour: plan.lanes, truck: plan.truck, runs });
  return { ...driven, cost: driven.cost * withEmpties(milkRun!.oneWay, share) };
}

export function tourProblem(
  prepared: Prepared,
  { lanes: tour, truck, patterns }: TourPlan,
  fromSeconds: number,
): RoutingProblem {
  const { network, lanes, trucks, working } = prepared;
  const { stated, capacity } = trucks[truck]!;
  const { perTour, perKm, perHour, perStop, oneWay, mostHours = DEFAULT_MOST_HOURS } = stated.milkRun!;
  const places = [0, ...tour.map((lane) => lanes[lane]!.place)];
  const part = Math.max(...gapsOf(patterns[0]!, working)) / working.length;
  const id = (place: number) => `${place}`;
  const matrix = (between: typeof metersBetween) =>
    places.flatMap((a) => places.map((b) => (a === b ? 0 : between(network, a, b))));
  return {
    dimensions: ['mass', 'volume', 'loading metres', 'places'],
    places: places.map((place) => ({ id: id(place) })),
    distanceMeters: matrix(metersBetween),
    travel: [{ fromSeconds: 0, seconds: matrix(secondsBetween) }],
    vehicles: [
      {
        ...{
          id: stated.id,
          count: 1,
          start: id(oneWay ? places[1]! : 0),
          end: id(0),
          capacity: [...capacity],
          driverHours: true,
        },
        shift: { fromSeconds, toSeconds: DAYS * DAY },
        ...{ fixedCost: perTour, costPerKm: perKm, costPerHour: perHour, costPerStop: perStop },
        maxDurationSeconds: mostHours * 3600,
      },
    ],
    orders: tour.flatMap((number) => {
      const lane = lanes[number]!;
      const scaled = (amounts: Float64Array) => [...amounts].map((amount) => amount * restOf(lane) * part);
      const stop = { place: id(lane.place), windows: windowsOf(lane) };
      return [
        {
          id: `goods ${number}`,
          pickup: { ...stop, serviceSeconds: lane.stated.serviceSeconds },
          amounts: scaled(lane.amounts),
        },
        ...(lane.hasEmpties && !oneWay
          ? [{ id: `empties ${number}`, delivery: { ...stop, serviceSeconds: 0 }, amounts: scaled(lane.empties) }]
          : []),
      ];
    }),
  };
}

const windowsOf = ({ stated }: Lane) =>
  Array.from({ length: DAYS }, (_, day) => ({
    fromSeconds: day * DAY + stated.window.fromSeconds,
    toSeconds: day * DAY + stated.window.toSeconds,
  }));

/** A tour with its price, or undefined where it cannot be driven, does not fit, or someone has no room for so much at once. */
export function milkRunOption(
  prepared: Prepared,
  plan: TourPlan,
  mostOverflow = prepared.network.rates.mostOverflow,
): Option | undefined {
  const { network, lanes, working } = prepared;
  const gaps = gapsOf(plan.patterns[0]!, working);
  if (!hasRoom(prepared, plan)) return undefined;
  if (plan.lanes.some((lane) => !withinBounds(lanes[lane]!, gaps.length))) return undefined;
  const stocks = plan.lanes.map((lane) => stockOf(prepared, lanes[lane]!, { gaps, transitDays: TRANSIT_DAYS }));
  if (stocks.some(({ peakPlaces }, i) => !fitsPlaces(lanes[plan.lanes[i]!]!, peakPlaces))) return undefined;
  const overflow = overflowOf(prepared, plan, gaps);
  if (overflow.share > mostOverflow) return undefined;
  const driven = driveOnce(prepared, plan);
  if (!driven) return undefined;
  const grams = gaps.length * gramsOfRun(prepared, plan);
  const costs = {
    ...NO_COSTS,
    milkRuns: gaps.length * driven.cost,
    overflow: overflow.cost,
    stock: stocks.reduce((sum, { cost }) => sum + cost, waitingOf(prepared, plan)),
    dock: gaps.length * network.rates.perArrival,
    co2: co2Cost(prepared, grams),
  };
  return {
    ...{
      concept: 'milk-run',
      lanes: [...plan.lanes],
      truck: plan.truck,
      frequency: gaps.length,
      patterns: plan.patterns,
    },
    ...{ gaps, cost: sumOf(costs), costs, grams, meters: gaps.length * driven.distanceMeters },
    trip: {
      cost: driven.cost,
      durationSeconds: driven.arrivalSeconds - driven.departureSeconds,
      meters: driven.distanceMeters,
    },
  };
}

/** Leg by leg with what is aboard there: empties on the way out, goods on the way home, both in between. */
export function gramsOfRun(prepared: Prepared, { lanes: tour, truck, patterns }: TourPlan): number {
  const { network, lanes } = prepared;
  const runs = runsOf(prepared, patterns);
  const { emptyShare, milkRun } = prepared.trucks[truck]!.stated;
  const { oneWay } = milkRun!;
  const empties = tour.reduce((sum, lane) => sum + (lanes[lane]!.empties[0]! * restOf(lanes[lane]!)) / runs, 0);
  let aboard = oneWay ? 0 : empties;
  let [at, grams, meters] = [oneWay ? lanes[tour[0]!]!.place : 0, 0, 0];
  const drive = (place: number) => {
    const leg = metersBetween(network, at, place);
    grams += gramsOf(prepared, { truck, meters: leg, massKg: aboard, emptyShare: oneWay ? emptyShare : 0 });
    meters += leg;
    at = place;
  };
  for (const lane of tour.map((number) => lanes[number]!)) {
    drive(lane.place);
    aboard += ((lane.amounts[0]! - (oneWay ? 0 : lane.empties[0]!)) * restOf(lane)) / runs;
  }
  drive(0);
  const share = emptiesRuns(prepared, { tour, truck, runs });
  if (oneWay && share > 0)
    grams += share * oneWay.emptiesShare * gramsOf(prepared, { truck, meters, massKg: empties / share, emptyShare: 0 });
  return grams;
}

/** How full the truck of one run would be in a week, above 1 when it is not enough. */
export function runShare(
  { lanes, trucks, rests }: Prepared,
  plan: { lanes: readonly number[]; truck: number },
  week: number,
  part: number,
): number {
  const { capacity } = trucks[plan.truck]!;
  let share = 0;
  for (let d = 0; d < capacity.length; d++) {
    let sum = 0;
    for (const number of plan.lanes) {
      const lane = lanes[number]!;
      sum += lane.amounts[d]! * rests[week * lanes.length + number]! * part;
    }
    share = Math.max(share, sum / capacity[d]!);
  }
  return share;
}

/** Expected price a week of trucks found at short notice for what does not fit, from the farthest stop; and how often. */
function overflowOf(prepared: Prepared, plan: TourPlan, gaps: readonly number[]): { cost: number; share: number } {
  const { working, weeks } = prepared;
  let [trucks, runs] = [0, 0];
  for (let week = 0; week < weeks; week++) {
    for (const gap of gaps) {
      const share = runShare(prepared, plan, week, gap / working.length);
      if (share <= 1 + 1e-9) continue;
      trucks += Math.ceil(share - 1 - 1e-9);
      runs++;
    }
  }
  return { cost: (trucks * overflowPrice(prepared, plan)) / weeks, share: runs / (weeks * gaps.length) };
}

function overflowPrice({ network, lanes, trucks }: Prepared, { lanes: tour, truck }: TourPlan): number {
  const km = Math.max(...tour.map((lane) => metersBetween(network, lanes[lane]!.place, 0) / 1000));
  const { fullLoad, milkRun } = trucks[truck]!.stated;
  const usual = fullLoad ? fullLoadPrice(fullLoad, km, false) : milkRun!.perTour + 2 * km * milkRun!.perKm;
  return usual * network.rates.overflowFactor;
}

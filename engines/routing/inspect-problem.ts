import type { Finding, FindingCode, Order, Place, RoutingProblem, Stop, VehicleType, Window } from './problem.ts';

/** So many orders are planned at once; memory and time of the matrices grow with their square. */
export const MOST_ORDERS = 2000;
/** A way that is so much longer than over a third place is a typing error, not a one-way street. */
const DETOUR_RATIO = 1.5;
const SAMPLES = 4000;

export interface Inspection {
  findings: Finding[];
  /** What can be planned: without the orders, trucks and locks that were found wanting. */
  problem: RoutingProblem;
}

/**
 * Names everything about a problem that cannot be, each with the values seen and the next step, and gives back the rest.
 * Where a matrix is unusable nothing is left to plan.
 */
export function inspectProblem(problem: RoutingProblem): Inspection {
  const matrices = matrixFindings(problem);
  const places = problem.places.flatMap((place) => placeFinding(place) ?? []);
  const shifts = problem.vehicles.flatMap((vehicle) => vehicleFinding(vehicle, problem) ?? []);
  const vehicles = problem.vehicles.filter(({ id }) => !shifts.some(({ subject }) => subject === id));
  const unusable = matrices.some(({ code }) => code !== 'MATRIX_DETOUR');
  const kept = { ...problem, vehicles, orders: unusable ? [] : problem.orders };
  const badPlaces = new Set(places.map(({ subject }) => subject));
  const seen = new Set<string>();
  const orders: Order[] = [];
  const found: Finding[] = [];
  for (const order of kept.orders) {
    const finding = orderFinding(order, kept, { seen, badPlaces, accepted: orders.length });
    if (finding) found.push(finding);
    else orders.push(order);
    seen.add(order.id);
  }
  const locks = lockFindings(kept, orders);
  return {
    findings: [...matrices, ...places, ...shifts, ...found, ...locks.findings],
    problem: { ...kept, orders, locks: locks.kept },
  };
}

const finding = (code: FindingCode, subject: string, message: string): Finding => ({ code, subject, message });

function placeFinding({ id, latitude, longitude }: Place): Finding | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  const seen = `${id} is at latitude ${latitude}, longitude ${longitude}`;
  if (latitude === 0 && longitude === 0)
    return finding(
      'COORDINATES_ZERO',
      id,
      `${seen}, in the Gulf of Guinea: nobody entered its coordinates. Enter them.`,
    );
  if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90)
    return finding('COORDINATES_SWAPPED', id, `${seen}: they are swapped. Exchange them.`);
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    return finding('COORDINATES_IMPOSSIBLE', id, `${seen}, which is nowhere on Earth. Correct them.`);
  return undefined;
}

function vehicleFinding(vehicle: VehicleType, problem: RoutingProblem): Finding | undefined {
  const { id, shift, start, end, capacity } = vehicle;
  if (!(shift.fromSeconds < shift.toSeconds))
    return finding(
      'SHIFT_EMPTY',
      id,
      `The shift of ${id} is from ${shift.fromSeconds} to ${shift.toSeconds} s. Let it end after it begins.`,
    );
  const unknown = [start, end].find((place) => !problem.places.some((known) => known.id === place));
  if (unknown !== undefined)
    return finding('UNKNOWN_PLACE', id, `${id} starts or ends at ${unknown}, which is no place. Add it.`);
  if (capacity.length !== problem.dimensions.length || capacity.some((most) => !(most >= 0)))
    return finding(
      'AMOUNTS_WRONG',
      id,
      `${id} carries [${capacity}], but there are ${problem.dimensions.length} dimensions: give each a number from 0.`,
    );
  return undefined;
}

interface Context {
  seen: ReadonlySet<string>;
  badPlaces: ReadonlySet<string>;
  accepted: number;
}

function orderFinding(order: Order, problem: RoutingProblem, context: Context): Finding | undefined {
  const { id } = order;
  const stops = [order.pickup, order.delivery].filter((stop) => stop !== undefined);
  if (context.seen.has(id))
    return finding('DUPLICATE_ID', id, `${id} is there twice: the first is planned. Give this one another id.`);
  if (context.accepted >= MOST_ORDERS)
    return finding(
      'TOO_MANY_ORDERS',
      id,
      `More than ${MOST_ORDERS} orders at once. Plan ${id} with another region or day.`,
    );
  if (stops.length === 0) return finding('NO_STOP', id, `${id} has neither pick-up nor delivery. Give it one.`);
  for (const stop of stops) {
    const wrong = stopFinding(id, stop, problem, context.badPlaces);
    if (wrong) return wrong;
  }
  return amountFinding(order, problem) ?? skillFinding(order, problem) ?? connectionFinding(order, stops, problem);
}

function stopFinding(
  id: string,
  stop: Stop,
  problem: RoutingProblem,
  badPlaces: ReadonlySet<string>,
): Finding | undefined {
  const place = problem.places.find((known) => known.id === stop.place);
  if (!place) return finding('UNKNOWN_PLACE', id, `${id} stops at ${stop.place}, which is no place. Add it.`);
  if (badPlaces.has(stop.place))
    return finding('UNKNOWN_PLACE', id, `${id} stops at ${stop.place}, whose coordinates are wrong. Correct them.`);
  const closed = [...(stop.windows ?? []), ...(place.open ?? [])].find(
    ({ fromSeconds, toSeconds }) => !(fromSeconds <= toSeconds),
  );
  if (closed)
    return finding(
      'WINDOW_CLOSED',
      id,
      `${id} may be served from ${closed.fromSeconds} to ${closed.toSeconds} s: the window closes before it opens. Exchange the two.`,
    );
  if (stop.windows?.length && place.open?.length && !meet(stop.windows, place.open))
    return finding(
      'WINDOW_CLOSED',
      id,
      `No window of ${id} meets the opening hours of ${stop.place}. Move one of them.`,
    );
  return undefined;
}

const meet = (windows: Window[], open: Window[]): boolean =>
  windows.some((a) => open.some((b) => Math.max(a.fromSeconds, b.fromSeconds) <= Math.min(a.toSeconds, b.toSeconds)));

function amountFinding(
  { id, amounts, layers = 1, stackedDimensions = [] }: Order,
  { dimensions, vehicles }: RoutingProblem,
): Finding | undefined {
  if (amounts.length !== dimensions.length || amounts.some((amount) => !(amount >= 0)) || !(layers >= 1))
    return finding(
      'AMOUNTS_WRONG',
      id,
      `${id} states [${amounts}] in ${layers} layers for ${dimensions.length} dimensions: give each a number from 0, and layers from 1.`,
    );
  for (const [i, name] of dimensions.entries()) {
    const amount = stackedDimensions.includes(name) ? amounts[i]! / layers : amounts[i]!;
    const most = Math.max(0, ...vehicles.map(({ capacity }) => capacity[i]!));
    if (amount > most)
      return finding('TOO_HEAVY', id, `${id} needs ${amount} ${name}, and the largest truck has ${most}. Split it.`);
  }
  return undefined;
}

function skillFinding({ id, skills = [] }: Order, { vehicles }: RoutingProblem): Finding | undefined {
  const able = vehicles.some((vehicle) => skills.every((skill) => vehicle.skills?.includes(skill)));
  return able || vehicles.length === 0
    ? undefined
    : finding('SKILL_MISSING', id, `${id} needs ${skills.join(', ')}, and no truck has all of it. Add such a truck.`);
}

/** A way that is not there is stated as infinite, or as no number. */
function connectionFinding({ id }: Order, stops: Stop[], problem: RoutingProblem): Finding | undefined {
  const indexOf = (place: string) => problem.places.findIndex((known) => known.id === place);
  const size = problem.places.length;
  const isWay = (from: number, to: number) =>
    Number.isFinite(problem.distanceMeters[from * size + to]) &&
    problem.travel.every(({ seconds }) => Number.isFinite(seconds[from * size + to]));
  for (const stop of stops) {
    const at = indexOf(stop.place);
    const reached = problem.vehicles.some(({ start, end }) => isWay(indexOf(start), at) && isWay(at, indexOf(end)));
    if (!reached)
      return finding(
        'DISCONNECTED',
        id,
        `No truck gets to ${stop.place} and home again. Check its address or its matrix.`,
      );
  }
  return undefined;
}

function matrixFindings(problem: RoutingProblem): Finding[] {
  const size = problem.places.length;
  const named = [
    ['distanceMeters', problem.distanceMeters] as const,
    ...problem.travel.map(({ seconds }, i) => [`travel[${i}].seconds`, seconds] as const),
  ];
  const none =
    problem.travel.length === 0
      ? [finding('MATRIX_SIZE', 'travel', 'No travel times are given. Give one matrix.')]
      : [];
  return [...none, ...named.flatMap(([name, matrix]) => matrixFinding(name, matrix, size, problem) ?? [])];
}

function matrixFinding(
  name: string,
  matrix: ArrayLike<number>,
  size: number,
  { places }: RoutingProblem,
): Finding | undefined {
  if (matrix.length !== size * size)
    return finding(
      'MATRIX_SIZE',
      name,
      `${name} has ${matrix.length} entries for ${size} places. Give ${size * size}.`,
    );
  for (let arc = 0; arc < matrix.length; arc++) {
    if (!(matrix[arc]! < 0)) continue;
    const [from, to] = [places[Math.floor(arc / size)]!.id, places[arc % size]!.id];
    return finding(
      'MATRIX_NEGATIVE',
      name,
      `${name} from ${from} to ${to} is ${matrix[arc]}. Nothing is nearer than 0.`,
    );
  }
  return detourFinding(name, matrix, size, places);
}

/** Looks at evenly spread triples of places; a warning, since tours that pass a place cost what is stated. */
function detourFinding(name: string, matrix: ArrayLike<number>, size: number, places: Place[]): Finding | undefined {
  for (let i = 0; i < Math.min(SAMPLES, size ** 3); i++) {
    const triple = size ** 3 <= SAMPLES ? i : Math.floor((i * size ** 3) / SAMPLES + ((i * 7919) % size));
    const [a, b, c] = [triple % size, Math.floor(triple / size) % size, Math.floor(triple / size ** 2) % size];
    const direct = matrix[a * size + c]!;
    const over = matrix[a * size + b]! + matrix[b * size + c]!;
    if (!(direct > over * DETOUR_RATIO && over > 0 && Number.isFinite(direct))) continue;
    const [from, via, to] = [places[a]!.id, places[b]!.id, places[c]!.id];
    return finding(
      'MATRIX_DETOUR',
      name,
      `${name} from ${from} to ${to} is ${direct}, and ${over} over ${via}. Check the direct way.`,
    );
  }
  return undefined;
}

function lockFindings(
  { locks = [], vehicles }: RoutingProblem,
  orders: Order[],
): { kept: RoutingProblem['locks']; findings: Finding[] } {
  const known = new Map(orders.map((order) => [order.id, order]));
  const wrong = locks.flatMap((lock) => {
    const missing = lock.stops.find(({ order, at }) => !known.get(order)?.[at]);
    if (missing)
      return [
        { lock, message: `the ${missing.at} of ${missing.order}, which is not among the orders that can be planned` },
      ];
    return vehicles.some(({ id }) => id === lock.vehicle)
      ? []
      : [{ lock, message: `${lock.vehicle}, which is no truck that can drive` }];
  });
  return {
    kept: locks.filter((lock) => !wrong.some((one) => one.lock === lock)),
    findings: wrong.map(({ lock, message }) =>
      finding('LOCK_UNKNOWN', lock.vehicle, `A lock names ${message}. Correct or drop it.`),
    ),
  };
}

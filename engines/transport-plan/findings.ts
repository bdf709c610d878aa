import {
  DIMENSIONS,
  type GroupageTariff,
  type Load,
  type PlanLane,
  type PlanNetwork,
  type PlanVehicle,
} from './network.ts';

/** So many lanes are planned at once. */
export const MOST_LANES = 400;
const DAY = 86_400;

/** Something that cannot be planned as stated, with the values seen and the next step. */
export interface Finding {
  code: FindingCode;
  subject: string;
  message: string;
}

export type FindingCode =
  | 'DUPLICATE_LANE'
  | 'TOO_MANY_LANES'
  | 'VOLUME_WRONG'
  | 'VOLUME_ZERO'
  | 'WINDOW_CLOSED'
  | 'WEEKDAYS_NONE'
  | 'HUB_UNKNOWN'
  | 'VEHICLE_UNKNOWN'
  | 'VEHICLE_EMPTY'
  | 'TARIFF_WRONG'
  | 'DISCONNECTED'
  | 'MATRIX_SIZE'
  | 'MATRIX_NEGATIVE'
  | 'PLANT_CLOSED'
  | 'NO_CONCEPT'
  | 'DOCK_FULL'
  | 'TOUR_IMPOSSIBLE';

const finding = (code: FindingCode, subject: string, message: string): Finding => ({ code, subject, message });

/**
 * Names what cannot be, and gives back the network without it. Where plant, matrices or tariffs are unusable no lane is left.
 */
export function inspectNetwork(network: PlanNetwork): { findings: Finding[]; usable: boolean[] } {
  const hopeless = [...matrixFindings(network), ...plantFindings(network), ...tariffFindings(network)];
  const seen = new Set<string>();
  const findings: Finding[] = [...hopeless];
  const usable = network.lanes.map((lane, index) => {
    const found = hopeless.length > 0 ? undefined : laneFinding(network, lane, index, seen);
    seen.add(lane.id);
    if (found) findings.push(found);
    return hopeless.length === 0 && !found;
  });
  return { findings, usable };
}

function laneFinding(network: PlanNetwork, lane: PlanLane, index: number, seen: Set<string>): Finding | undefined {
  const { id, weekly, empties, layers = 1, variation, weeklyValue, window } = lane;
  if (seen.has(id)) return finding('DUPLICATE_LANE', id, `${id} is there twice. Join both.`);
  if (index >= MOST_LANES)
    return finding(
      'TOO_MANY_LANES',
      id,
      `${network.lanes.length} lanes; ${MOST_LANES} are planned at once. Split by area.`,
    );
  const figures = [...Object.values(weekly), ...Object.values(empties ?? {}), variation, weeklyValue];
  if (figures.some((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY)) || !(layers >= 1))
    return finding(
      'VOLUME_WRONG',
      id,
      `${id} states ${JSON.stringify(weekly)} in ${layers} layers, variation ${variation}. Give numbers from 0, and layers from 1.`,
    );
  if (DIMENSIONS.every((dimension) => weekly[dimension] === 0))
    return finding('VOLUME_ZERO', id, `Nothing is called off on ${id}. It is left out.`);
  if (!(window.fromSeconds >= 0 && window.fromSeconds < window.toSeconds && window.toSeconds <= DAY))
    return finding(
      'WINDOW_CLOSED',
      id,
      `${id} hands over from ${clock(window.fromSeconds)} to ${clock(window.toSeconds)}. Let it open before it closes, within a day.`,
    );
  if (!lane.weekdays.some((weekday) => network.plant.weekdays.includes(weekday)))
    return finding(
      'WEEKDAYS_NONE',
      id,
      `${id} hands over on [${lane.weekdays}], the plant works on [${network.plant.weekdays}]. Name a common weekday.`,
    );
  return referenceFinding(network, lane, index);
}

function referenceFinding(network: PlanNetwork, { id, hub, vehicles }: PlanLane, index: number): Finding | undefined {
  if (hub !== undefined && !network.hubs.some((known) => known.id === hub))
    return finding('HUB_UNKNOWN', id, `${id} names the cross-dock ${hub}, which is not there. Add or correct it.`);
  const unknown = vehicles?.find((name) => !network.vehicles.some((known) => known.id === name));
  if (unknown !== undefined)
    return finding('VEHICLE_UNKNOWN', id, `${id} names the truck ${unknown}, which is not there. Add or correct it.`);
  const size = 1 + network.lanes.length + network.hubs.length;
  const there = network.distanceMeters[(index + 1) * size]!;
  const back = network.distanceMeters[index + 1]!;
  const seconds = network.seconds[(index + 1) * size]!;
  return [there, back, seconds].every(Number.isFinite)
    ? undefined
    : finding(
        'DISCONNECTED',
        id,
        `No way from ${id} to the plant and back (${there} m, ${back} m). Check its address or the matrix.`,
      );
}

function matrixFindings({ lanes, hubs, distanceMeters, seconds }: PlanNetwork): Finding[] {
  const size = 1 + lanes.length + hubs.length;
  return (
    [
      ['distanceMeters', distanceMeters],
      ['seconds', seconds],
    ] as const
  ).flatMap(([name, matrix]) => {
    if (matrix.length !== size * size)
      return [
        finding('MATRIX_SIZE', name, `${name} has ${matrix.length} entries for ${size} places. Give ${size * size}.`),
      ];
    for (let i = 0; i < matrix.length; i++)
      if (matrix[i]! < 0 || Number.isNaN(matrix[i]!))
        return [finding('MATRIX_NEGATIVE', name, `${name}[${i}] is ${matrix[i]}. Nothing is nearer than 0.`)];
    return [];
  });
}

function plantFindings({ plant, vehicles }: PlanNetwork): Finding[] {
  const { open } = plant;
  const closed = !(open.fromSeconds >= 0 && open.fromSeconds < open.toSeconds && open.toSeconds <= DAY);
  const bad = vehicles.find(({ capacity }) => DIMENSIONS.some((dimension) => !(capacity[dimension] > 0)));
  return [
    ...(closed || plant.weekdays.length === 0 || !(plant.bays >= 1)
      ? [
          finding(
            'PLANT_CLOSED',
            plant.id,
            `${plant.id} is open ${clock(open.fromSeconds)} to ${clock(open.toSeconds)} on [${plant.weekdays}] with ${plant.bays} bays. Give hours, a weekday and a bay.`,
          ),
        ]
      : []),
    ...(vehicles.length === 0 ? [finding('VEHICLE_EMPTY', plant.id, 'There is no truck. Add one.')] : []),
    ...(bad
      ? [finding('VEHICLE_EMPTY', bad.id, `${bad.id} carries ${capacityText(bad)}. Give each more than 0.`)]
      : []),
  ];
}

const capacityText = ({ capacity }: PlanVehicle): string => JSON.stringify(capacity satisfies Load);

function tariffFindings({ hubs, vehicles }: PlanNetwork): Finding[] {
  return hubs.flatMap((hub) => {
    const wrong =
      tariffProblem(hub.tariff) ??
      (vehicles.some(({ id }) => id === hub.vehicle) ? undefined : `its truck ${hub.vehicle} is not there`);
    return wrong
      ? [finding('TARIFF_WRONG', hub.id, `The tariff of ${hub.id} cannot be used: ${wrong}. Correct it.`)]
      : [];
  });
}

/** Why a groupage tariff cannot be used, or undefined. */
export function tariffProblem({ fromKg, upToKm, per100Kg, minimum, mostKg }: GroupageTariff): string | undefined {
  const ascending = (list: number[]) => list.every((value, i) => i === 0 || value > list[i - 1]!);
  if (fromKg.length === 0 || fromKg[0] !== 0 || !ascending(fromKg))
    return `weight classes [${fromKg}] have to ascend from 0`;
  if (upToKm.length === 0 || !ascending(upToKm)) return `distance bands [${upToKm}] have to ascend`;
  const shaped = per100Kg.length === fromKg.length && per100Kg.every((row) => row.length === upToKm.length);
  if (!shaped)
    return `${per100Kg.length} rows of prices for ${fromKg.length} weight classes and ${upToKm.length} bands`;
  if (per100Kg.flat().some((price) => !(price >= 0)) || !(minimum >= 0) || !(mostKg > 0))
    return 'a price is below 0 or missing';
  return undefined;
}

const clock = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

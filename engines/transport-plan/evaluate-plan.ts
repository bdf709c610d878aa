import { describePlan } from './describe-plan.ts';
import { directOption } from './direct.ts';
import { type Finding, inspectNetwork } from './findings.ts';
import { groupageOption } from './groupage.ts';
import { milkRunOption } from './milk-run.ts';
import type { PlanNetwork } from './network.ts';
import type { Option } from './option.ts';
import { patternOf } from './patterns.ts';
import { type Lane, type Prepared, prepare } from './prepared.ts';
import type { StatedPlan, TransportPlan } from './transport-plan.ts';

/**
 * What a stated plan comes to, judged exactly as the planned one: today's tours and weekdays, or a planner's own. Lanes that it does not
 * name, and tours that cannot be driven, are findings; the rest is priced.
 *
 * @example evaluatePlan(network, { lanes: [{ lane: 'a', concept: 'direct', weekdays: [1, 4] }], tours: [] }, { seed: 1 }).cost
 */
export function evaluatePlan(
  network: PlanNetwork,
  stated: StatedPlan,
  { seed, weeks }: { seed: number; weeks?: number },
): TransportPlan {
  const { findings, usable } = inspectNetwork(network);
  const prepared = prepare(network, usable, { seed, weeks, plain: stated.plain ?? true });
  const fixed = new Map<Option, number>();
  const options: Option[] = [];
  const wrong: Finding[] = [];
  const served = new Set<string>();
  const take = (name: string, hour: number | undefined, made: Option | string) => {
    if (typeof made === 'string') {
      wrong.push({ code: 'TOUR_IMPOSSIBLE', subject: name, message: made });
      return;
    }
    options.push(made);
    for (const lane of made.lanes) served.add(prepared.lanes[lane]!.stated.id);
    if (hour !== undefined) fixed.set(made, hour);
  };
  for (const one of stated.lanes) take(one.lane, one.plantSeconds, laneOption(prepared, one, served));
  for (const tour of stated.tours)
    take(tour.lanes.join(', '), tour.departureSeconds, tourOption(prepared, tour, served));
  const missing = prepared.lanes
    .filter(({ stated: { id } }) => !served.has(id))
    .map(
      ({ stated: { id } }): Finding => ({
        code: 'NO_CONCEPT',
        subject: id,
        message: `The plan does not serve ${id}. Name its concept and weekdays.`,
      }),
    );
  return describePlan(prepared, options, { fixed, findings: [...findings, ...wrong, ...missing] });
}

const laneNamed = ({ lanes }: Prepared, id: string): Lane | undefined => lanes.find(({ stated }) => stated.id === id);

function laneOption(
  prepared: Prepared,
  { lane: id, concept, weekdays, truck: name }: StatedPlan['lanes'][number],
  served: ReadonlySet<string>,
): Option | string {
  const lane = laneNamed(prepared, id);
  if (!lane) return `${id} is no lane that can be planned. Check its name.`;
  if (served.has(id)) return `${id} is served twice. Keep one.`;
  const pattern = patternOf(weekdays);
  if (pattern === 0 || pattern & ~lane.weekdays)
    return `${id} hands over on [${lane.stated.weekdays}], not on [${weekdays}].`;
  if (concept === 'groupage')
    return (
      (lane.hubPlace >= 0 && groupageOption(prepared, lane, [pattern])) ||
      `No groupage tariff takes ${id} on [${weekdays}].`
    );
  const truck = name === undefined ? lane.fullTruck : prepared.trucks.findIndex(({ stated }) => stated.id === name);
  if (!prepared.trucks[truck]?.stated.fullLoad)
    return `${id} names no truck that can be hired for a load (${name ?? 'none allowed'}).`;
  const option = directOption(prepared, lane, {
    truck,
    frequency: weekdays.length,
    patterns: [pattern],
    perPickup: true,
  });
  return option ?? `${id} has not the places for a pick-up on [${weekdays}] only.`;
}

function tourOption(
  prepared: Prepared,
  tour: StatedPlan['tours'][number],
  served: ReadonlySet<string>,
): Option | string {
  const lanes = tour.lanes.map((id) => laneNamed(prepared, id));
  const truck = prepared.trucks.findIndex(({ stated }) => stated.id === tour.truck);
  const name = tour.lanes.join(', ');
  if (lanes.some((lane) => !lane)) return `The tour over ${name} names a lane that cannot be planned.`;
  if (lanes.some((lane) => served.has(lane!.stated.id)))
    return `The tour over ${name} names a lane that is served already.`;
  if (!prepared.trucks[truck]?.stated.milkRun)
    return `The tour over ${name} names ${tour.truck}, which drives no tours.`;
  const numbers = lanes.map((lane) => lane!.number);
  const option = milkRunOption(prepared, { lanes: numbers, truck, patterns: [patternOf(tour.weekdays)] }, 1);
  return (
    option ??
    `The tour over ${name} on [${tour.weekdays}] cannot be driven with ${tour.truck}: it is too full, too long, or meets a closed window.`
  );
}

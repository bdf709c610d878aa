import type { EventCommand, EventData, EventType } from '@intakt/contract';
import { type IsoDay, isoDay } from '@intakt/material-flow';
import { averageUse } from './build-plan.ts';
import { capacityGroups } from './capacities.ts';
import { chance } from './chance.ts';
import { bySpeaker, command, type SpokenCommands } from './commands.ts';
import { DAY_MS, DeliveryPlan, type Load, previousArrival } from './delivery-plan.ts';
import { despatchCommands, instant, lateCommand } from './despatch.ts';
import type { DemonstrationNetwork, Need, Output } from './network-shape.ts';
import { openingBalances } from './returning.ts';
import { pastDemand } from './past-demand.ts';
import { plannedQuantities, scheduleOf } from './schedules.ts';
import { SiteStock } from './site-stock.ts';
import { vehiclePlan } from './vehicle-plan.ts';

const SOURCE = 'opening';

interface Spoken {
  organisation: string;
  command: EventCommand;
}

/**
 * How the network stands at 00:00 UTC of `today`: stock, what each site needs and makes in the next twelve weeks, one
 * schedule per lane, what the plant's suppliers can make, and what is on the way. Most parts are well covered, some run out within the week, a few within
 * the day. Recorded in the order of the groups.
 */
export function openingCommands(network: DemonstrationNetwork, today: IsoDay): SpokenCommands[] {
  const plan = new DeliveryPlan(network, today);
  const underway = plan.inTransit(plan.opened * DAY_MS);
  return [
    ...bySpeaker([...stockOfNeeds(plan), ...stockOfOutputs(plan), ...blockedStock(plan)]),
    ...bySpeaker([...requirements(plan), ...production(plan)]),
    ...bySpeaker([...pasts(plan), buildPlan(plan)]),
    ...bySpeaker(schedules(plan)),
    ...bySpeaker(capacities(plan)),
    ...bySpeaker(openingBalances(plan)),
    ...bySpeaker(underway.flatMap((load) => despatched(plan, load))),
    ...bySpeaker(underway.filter((load) => isKnownLate(load, plan.opened)).map(lateNotice)),
  ];
}

function say<T extends EventType>(
  organisation: string,
  type: T,
  about: string,
  day: number,
  data: EventData<T>,
): Spoken {
  const openedAt = instant(day * DAY_MS);
  return { organisation, command: command(SOURCE, type, `${about}:${isoDay(day)}`, openedAt, data) };
}

function stockOfNeeds(plan: DeliveryPlan): Spoken[] {
  const stock = new SiteStock(plan);
  return plan.network.needs.map((need) => count(plan, need, stock.opening(need)));
}

/** What has been made and has not left yet, over a base of seven days. */
function stockOfOutputs(plan: DeliveryPlan): Spoken[] {
  const departed = departedPerOutput(plan);
  return plan.network.outputs.map((output) => {
    const made = plan.builds.used(output.usage, plan.opened - 1 + output.daysAhead);
    const average = averageUse(output.usage);
    const ahead = made - departed.get(`${output.owner}|${output.part}`)!;
    return count(plan, output, Math.round(Math.max(average, average * 7 + ahead)));
  });
}

function departedPerOutput(plan: DeliveryPlan): Map<string, number> {
  const departed = new Map<string, number>();
  const opened = plan.opened * DAY_MS;
  for (const relation of plan.network.relations) {
    const first = previousArrival(relation, plan.opened);
    const days = plan.arrivalDays(relation, plan.opened, plan.opened + Math.ceil(relation.transitHours / 24) + 1);
    const left = days.filter((day) => plan.loads(relation, day).some(({ departsAt }) => departsAt < opened));
    for (const lane of relation.lanes) {
      const key = `${lane.supplier}|${lane.part}`;
      departed.set(key, (departed.get(key) ?? 0) + plan.received(relation, lane, left.at(-1) ?? first));
    }
  }
  return departed;
}

function blockedStock(plan: DeliveryPlan): Spoken[] {
  const { seed, plant, needs } = plan.network;
  return needs
    .filter(({ owner, part }) => owner === plant.organisation && chance(seed, 'blocked', part) < 0.03)
    .map((need) => count(plan, need, Math.round(averageUse(need.usage) * 0.4), 'blocked'));
}

function count(plan: DeliveryPlan, at: Need | Output, quantity: number, status: 'available' | 'blocked' = 'available') {
  const { owner, site, part, unit } = at;
  return say(owner, 'stock-counted', `${site}:${part}:${status}`, plan.opened, {
    ...{ owner, site, part, status, quantity, unit },
    countedAt: instant(plan.opened * DAY_MS),
  });
}

function requirements(plan: DeliveryPlan): Spoken[] {
  return plan.network.needs.map((need) =>
    say(
      need.owner,
      'requirement-planned',
      `${need.site}:${need.part}`,
      plan.opened,
      plannedQuantities(plan, need, plan.opened),
    ),
  );
}

/** Of the plant and of the companies whose people sign in; the others' histories begin with their receipts. */
function pasts(plan: DeliveryPlan): Spoken[] {
  const { plant, people, needs } = plan.network;
  const stating = new Set([plant.organisation, ...people.map(({ organisation }) => organisation)]);
  return needs
    .filter(({ owner }) => stating.has(owner))
    .map((need) =>
      say(need.owner, 'demand-history-stated', `${need.site}:${need.part}`, plan.opened, pastDemand(plan, need)),
    );
}

function buildPlan(plan: DeliveryPlan): Spoken {
  const { organisation, site } = plan.network.plant;
  return say(organisation, 'build-plan-stated', site, plan.opened, vehiclePlan(plan, plan.opened));
}

function production(plan: DeliveryPlan): Spoken[] {
  const { plant, vehicles, outputs } = plan.network;
  const cars: Output[] = vehicles.map(({ part }, index) => ({
    ...{ owner: plant.organisation, site: plant.site, part, unit: 'H87', daysAhead: 0 },
    usage: vehicles.map((_, other) => (other === index ? 1 : 0)),
  }));
  return [...cars, ...outputs].map((output) =>
    say(
      output.owner,
      'production-planned',
      `${output.site}:${output.part}`,
      plan.opened,
      plannedQuantities(plan, output, plan.opened),
    ),
  );
}

function schedules(plan: DeliveryPlan): Spoken[] {
  return plan.network.relations.flatMap((relation) =>
    relation.lanes.map((lane) =>
      say(
        relation.customer,
        'schedule-released',
        lane.lane,
        plan.opened,
        scheduleOf(plan, relation, lane, plan.opened),
      ),
    ),
  );
}

function capacities(plan: DeliveryPlan): Spoken[] {
  return capacityGroups(plan).map((group) => say(group.owner, 'capacity-stated', group.group, plan.opened, group));
}

function despatched(plan: DeliveryPlan, load: Load): Spoken[] {
  return despatchCommands(plan, load, SOURCE).map((one) => ({ organisation: load.relation.supplier, command: one }));
}

/** Lateness that the carrier has noticed before the opening. */
export const isKnownLate = (load: Load, day: number): boolean =>
  load.arrivesAt > load.plannedAt && load.noticedAt < day * DAY_MS;

function lateNotice(load: Load): Spoken {
  return { organisation: load.relation.carrier, command: lateCommand(load, SOURCE) };
}

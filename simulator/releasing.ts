import { isoWeekday } from '@intakt/material-flow';
import { works } from './calendar.ts';
import { pick } from './chance.ts';
import { command } from './commands.ts';
import { type Deed, type Stretch, within } from './deeds.ts';
import { DAY_MS, type DeliveryPlan } from './delivery-plan.ts';
import { instant } from './despatch.ts';
import { scheduleFile } from './edi-files.ts';
import type { Need, Output, Relation } from './network-shape.ts';
import { plannedQuantities, releaseOf, scheduleOf } from './schedules.ts';
import { vehiclePlan } from './vehicle-plan.ts';

/** The plant releases daily, everybody else weekly; plans roll on once a week. */
export function releasing(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  const deeds: Deed[] = [];
  for (let day = Math.floor(stretch.from / DAY_MS); day <= Math.floor(stretch.to / DAY_MS); day++) {
    if (day <= plan.opened || !works(day)) continue;
    for (const relation of plan.network.relations) {
      const at = day * DAY_MS + releaseMinute(plan, relation) * 60_000;
      if (within(stretch, at) && releasesOn(plan, relation, day)) deeds.push(...release(plan, relation, day, at));
    }
    deeds.push(...rollPlans(plan, day, stretch), ...rollVehicles(plan, day, stretch));
  }
  return deeds;
}

const releaseMinute = ({ network }: DeliveryPlan, { relation }: Relation): number =>
  pick(network.seed, [3 * 60, 15 * 60], 'release minute', relation);

function releasesOn({ network }: DeliveryPlan, { relation, customer }: Relation, day: number): boolean {
  if (!works(day)) return false;
  return customer === network.plant.organisation || isoWeekday(day) === pick(network.seed, [1, 5], 'release', relation);
}

function release(plan: DeliveryPlan, relation: Relation, day: number, at: number): Deed[] {
  const previous = releaseOf(releaseBefore(plan, relation, day));
  const said = { at, organisation: relation.customer };
  const channel = plan.network.channels[relation.customer];
  if (channel === 'edifact' || channel === 'x12') {
    return [{ ...said, door: 'edi', file: scheduleFile(plan, relation, day, previous, channel) }];
  }
  return relation.lanes.map((lane) => {
    const schedule = scheduleOf(plan, relation, lane, day, previous);
    const event = command('erp', 'schedule-released', `${lane.lane}:${schedule.release}`, instant(at), schedule);
    return { ...said, door: 'events', event };
  });
}

/** The release of the opening stands at the beginning of all. */
function releaseBefore(plan: DeliveryPlan, relation: Relation, day: number): number {
  let before = day - 1;
  while (before > plan.opened && !releasesOn(plan, relation, before)) before--;
  return before;
}

/** A new build plan every Monday morning, before anything is released from it. */
function rollVehicles(plan: DeliveryPlan, day: number, stretch: Stretch): Deed[] {
  const at = day * DAY_MS + 2 * 3_600_000;
  if (isoWeekday(day) !== 1 || !within(stretch, at)) return [];
  const { organisation, site } = plan.network.plant;
  const about = `${site}:${releaseOf(day)}`;
  const event = command('erp', 'build-plan-stated', about, instant(at), vehiclePlan(plan, day));
  return [{ at, organisation, door: 'events', event }];
}

function rollPlans(plan: DeliveryPlan, day: number, stretch: Stretch): Deed[] {
  const { needs, outputs } = plan.network;
  const roll = (type: 'requirement-planned' | 'production-planned') => (at: Need | Output) => {
    const about = `${at.site}:${at.part}`;
    const moment = day * DAY_MS + pick(plan.network.seed, [3 * 60, 17 * 60], type, about) * 60_000;
    const weekday = pick(plan.network.seed, [1, 5], 'plan weekday', type, about);
    if (isoWeekday(day) !== weekday || !within(stretch, moment)) return [];
    const event = command('erp', type, `${about}:${releaseOf(day)}`, instant(moment), plannedQuantities(plan, at, day));
    return [{ at: moment, organisation: at.owner, door: 'events' as const, event }];
  };
  return [...needs.flatMap(roll('requirement-planned')), ...outputs.flatMap(roll('production-planned'))];
}

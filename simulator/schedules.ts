import type { DeliverySchedule, PlannedQuantities, ScheduleQuantity } from '@intakt/contract';
import { isoDay, isoWeekday } from '@intakt/material-flow';
import { averageUse } from './build-plan.ts';
import { yearStart } from './calendar.ts';
import { chance } from './chance.ts';
import { DAY_MS, type DeliveryPlan, previousArrival } from './delivery-plan.ts';
import type { Need, Output, Relation, SupplyLane } from './network-shape.ts';

export const HORIZON_DAYS = 84;
const FIRM_DAYS = 14;
const PRODUCTION_DAYS = 42;

/** The lane's delivery schedule as the customer writes it on a day: days while firm, weeks after that. */
export function scheduleOf(
  plan: DeliveryPlan,
  relation: Relation,
  lane: SupplyLane,
  today: number,
  previousRelease?: string,
): DeliverySchedule {
  const before = previousArrival(relation, today);
  const zero = plan.zero(relation, lane, today);
  const received = plan.received(relation, lane, before) - zero;
  return {
    customer: relation.customer,
    supplier: relation.supplier,
    part: lane.part,
    shipTo: relation.to,
    shipFrom: relation.from,
    release: releaseOf(today),
    ...(previousRelease && { previousRelease }),
    releasedOn: isoDay(today),
    kind: 'delivery-forecast',
    unit: lane.need.unit,
    quantities: quantitiesOf(plan, relation, lane, today, zero),
    cumulative: {
      received,
      required: plan.promised(relation, lane, before, today) - zero,
      zeroedOn: isoDay(yearStart(today)),
      asOf: isoDay(today),
      ...lastDespatch(plan, relation, before),
    },
  };
}

/** The last load that the customer had counted: what left after it is still to be taken off the release. */
function lastDespatch(plan: DeliveryPlan, relation: Relation, before: number) {
  const load = plan.loads(relation, before).at(-1);
  if (!load) return {};
  return { lastDespatch: { reference: load.despatchNote, day: isoDay(Math.floor(load.departsAt / DAY_MS)) } };
}

export const releaseOf = (day: number): string => isoDay(day).replaceAll('-', '');

function quantitiesOf(
  plan: DeliveryPlan,
  relation: Relation,
  lane: SupplyLane,
  today: number,
  zero: number,
): ScheduleQuantity[] {
  const before = previousArrival(relation, today);
  const quantities: ScheduleQuantity[] = [];
  let called = plan.received(relation, lane, before);
  const callOff = (upTo: number, entry: Omit<ScheduleQuantity, 'quantity' | 'cumulative'>) => {
    const quantity = upTo - called;
    if (quantity <= 0) return;
    quantities.push({ ...entry, quantity, cumulative: upTo - zero });
    called = upTo;
  };
  callOff(plan.promised(relation, lane, before, today), { from: isoDay(today), horizon: 'backorder' });
  for (const day of plan.arrivalDays(relation, today, today + FIRM_DAYS - 1)) {
    callOff(plan.promised(relation, lane, day, today), { from: isoDay(day), horizon: 'firm' });
  }
  for (const { from, to } of weeks(today + FIRM_DAYS, today + HORIZON_DAYS - 1)) {
    const last = plan.arrivalDays(relation, from, to).at(-1);
    const horizon = from < today + PRODUCTION_DAYS ? 'production' : 'forecast';
    if (last)
      callOff(plan.promised(relation, lane, last, today) + nervousness(plan, lane, today, from), {
        from: isoDay(from),
        to: isoDay(to),
        horizon,
      });
  }
  return quantities;
}

/** What lies far ahead is written a little differently in each release; it settles as it comes near. */
function nervousness({ network: { seed } }: DeliveryPlan, lane: SupplyLane, today: number, week: number): number {
  const weeklyUse = averageUse(lane.need.usage) * lane.share * 5;
  const swing = (chance(seed, 'nervous', lane.lane, today, week) - 0.5) * 0.08 * weeklyUse;
  return Math.round(swing / lane.pack) * lane.pack;
}

/** Calendar weeks, Monday to Sunday; the first and the last may be cut. */
function weeks(first: number, last: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let from = first; from <= last; ) {
    const to = Math.min(last, from + 7 - isoWeekday(from));
    spans.push({ from, to });
    from = to + 1;
  }
  return spans;
}

/** Twelve weeks of what a site needs or makes, day by day, from `today` on. */
export function plannedQuantities(
  plan: DeliveryPlan,
  { owner, site, part, unit, ...use }: Need | Output,
  today: number,
): PlannedQuantities {
  const quantities: PlannedQuantities['quantities'] = [];
  for (let day = today; day < today + HORIZON_DAYS; day++) {
    const quantity = plan.used(use, day);
    if (quantity > 0) quantities.push({ day: isoDay(day), quantity });
  }
  return { owner, site, part, unit, from: isoDay(today), to: isoDay(today + HORIZON_DAYS - 1), quantities };
}

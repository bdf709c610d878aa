import { addWorkingDays, dayNumber, type IsoDay, isoDay, isWorkingDay, type WorkingCalendar } from './days.ts';
import { daysOfSupply, EPSILON } from './days-of-supply.ts';
import { addAt, spreadOver } from './spread.ts';

export interface DatedQuantity {
  day: IsoDay;
  quantity: number;
  /** Where the figure comes from, for whoever explains it: a shipment, a release, a plan. */
  source: string;
}

export interface DemandQuantity {
  from: IsoDay;
  /** Last day of the range; absent: `from` alone. */
  to?: IsoDay;
  quantity: number;
  source: string;
}

export interface ProjectionInput {
  today: IsoDay;
  /** Number of days projected, today included. */
  horizonDays: number;
  /** Stock that may be used, at the beginning of today. */
  onHand: number;
  /** In transit, by expected arrival. The caller decides when overdue goods are still expected. */
  receipts: DatedQuantity[];
  /** Called off but not yet despatched, or planned production. */
  planned: DatedQuantity[];
  demand: DemandQuantity[];
  /** Of the site; many nodes share one. */
  calendar: WorkingCalendar;
  /** Use per working day where nobody stated a demand at all. */
  dailyUsageFallback?: number;
  /** Working days within which a runout is red (default 2) or amber (default 7). */
  lightWithin?: { red: number; amber: number };
}

export interface Projection {
  days: readonly IsoDay[];
  demand: number[];
  receipts: number[];
  planned: number[];
  /** Stock at the end of each day: on hand + receipts − demand. Negative: what is missing. */
  projected: number[];
  /** The same, if what is planned is also delivered on its day. */
  projectedIfDelivered: number[];
  /** First day that ends below zero. */
  runsOutOn?: IsoDay;
  runsOutIfDelivered?: IsoDay;
  /** What is missing at the end of the day it runs out; 0 when it does not. */
  shortQuantity: number;
  /** Following days that the stock at the end of today covers, additions ignored (PURIS). */
  daysOfSupply: number;
  light: 'red' | 'amber' | 'green';
}

/**
 * Projects the stock of one part at one site, day by day. Quantities dated before today or after the horizon are left
 * out: what was due before today is the caller's to date anew.
 *
 * @example projectStock({ today: '2026-11-23', horizonDays: 3, onHand: 15, receipts: [], planned: [],
 *   demand: [{ from: '2026-11-23', to: '2026-11-25', quantity: 30, source: 'plan' }], calendar: workingCalendar({}) })
 *   // projected 5, -5, -15; runsOutOn '2026-11-24'; shortQuantity 5; daysOfSupply 0.5; light 'red'
 */
export function projectStock(input: ProjectionInput): Projection {
  const start = dayNumber(input.today);
  const receipts = addUp(input.receipts, start, input.horizonDays);
  const planned = addUp(input.planned, start, input.horizonDays);
  const demand = addUpDemand(input, start);
  const projected = runningStock(input.onHand, demand, receipts);
  const ifDelivered = runningStock(input.onHand, demand, receipts, planned);
  const runsOut = projected.findIndex((stock) => stock < -EPSILON);
  const runsOutIfDelivered = ifDelivered.findIndex((stock) => stock < -EPSILON);
  return {
    days: daysFrom(start, input.horizonDays),
    demand: Array.from(demand),
    receipts: Array.from(receipts),
    planned: Array.from(planned),
    projected: Array.from(projected),
    projectedIfDelivered: Array.from(ifDelivered),
    ...(runsOut >= 0 && { runsOutOn: isoDay(start + runsOut) }),
    ...(runsOutIfDelivered >= 0 && { runsOutIfDelivered: isoDay(start + runsOutIfDelivered) }),
    shortQuantity: runsOut >= 0 ? -projected[runsOut]! : 0,
    daysOfSupply: daysOfSupply(projected, demand)[0] ?? 0,
    light: lightOf(input, runsOut, runsOutIfDelivered),
  };
}

let lastDays: { start: number; days: readonly IsoDay[] } = { start: 0, days: [] };

/** Nodes are projected over the same days, by the thousand: they share one list of them. */
function daysFrom(start: number, count: number): readonly IsoDay[] {
  if (lastDays.start !== start || lastDays.days.length !== count)
    lastDays = { start, days: Array.from({ length: count }, (_, index) => isoDay(start + index)) };
  return lastDays.days;
}

function addUp(quantities: DatedQuantity[], start: number, horizonDays: number): Float64Array {
  const perDay = new Float64Array(horizonDays);
  for (const { day, quantity } of quantities) addAt(perDay, dayNumber(day) - start, quantity);
  return perDay;
}

function addUpDemand(input: ProjectionInput, start: number): Float64Array {
  const { calendar } = input;
  const perDay = new Float64Array(input.horizonDays);
  for (const { from, to, quantity } of input.demand) {
    const first = dayNumber(from);
    if (to === undefined) addAt(perDay, first - start, quantity);
    else spreadOver(perDay, start, { from: first, to: dayNumber(to), quantity }, calendar);
  }
  if (input.demand.length === 0 && input.dailyUsageFallback) {
    for (let index = 0; index < perDay.length; index++) {
      if (isWorkingDay(start + index, calendar)) perDay[index] = input.dailyUsageFallback;
    }
  }
  return perDay;
}

function runningStock(
  onHand: number,
  demand: Float64Array,
  receipts: Float64Array,
  planned?: Float64Array,
): Float64Array {
  const stock = new Float64Array(demand.length);
  let level = onHand;
  for (let index = 0; index < stock.length; index++) {
    level += receipts[index]! + (planned?.[index] ?? 0) - demand[index]!;
    stock[index] = level;
  }
  return stock;
}

function lightOf(input: ProjectionInput, runsOut: number, runsOutIfDelivered: number): Projection['light'] {
  const { red, amber } = input.lightWithin ?? { red: 2, amber: 7 };
  const today = dayNumber(input.today);
  const within = (workingDays: number) =>
    runsOut >= 0 && today + runsOut <= dayNumber(addWorkingDays(input.today, workingDays, input.calendar));
  if (within(red)) return 'red';
  return within(amber) || runsOutIfDelivered >= 0 ? 'amber' : 'green';
}

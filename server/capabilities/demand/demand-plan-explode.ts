import type { BillOfMaterial, BuildPlan, DemandScenario, Id, IsoDay, TakeRate } from '@intakt/contract';
import { type DatedQuantities, explode, type Explosion } from '@intakt/demand-planning';
import { addDays, dayNumber } from '@intakt/material-flow';
import type { Supply } from './demand-plan-store.ts';

/** So many weeks a plan is exploded over. */
export const PLAN_WEEKS = 52;

/** Demand of a part at a site from outside of the bills: pieces per week, from the first week on. */
export interface Wanted {
  site: Id;
  part: Id;
  quantities: Float64Array;
}

type Bill = Pick<BillOfMaterial, 'parent' | 'components'>;

/** Parts at sites, numbered; what each of them needs per week. */
export interface Exploded {
  items: { site: Id; part: Id }[];
  weeks: number;
  /** Item × week: what is needed at the start of the part's own use. */
  gross: Float64Array;
  /** What has still to be ordered, by the week in which it is needed; the same as `gross` without supply. */
  net: Float64Array;
}
export type PlanExplosion = ({ ok: true } & Exploded) | { ok: false; cycle: { site: Id; part: Id }[] };

/** What models take: units of the week times the share of them that have the part. */
export function wantedOf(
  { site, models, takeRates }: Pick<BuildPlan, 'site' | 'models' | 'takeRates'>,
  thisWeek: IsoDay,
): Wanted[] {
  const units = new Map(models.map(({ model, weeks }) => [model, byWeek(weeks, thisWeek)]));
  const wanted = new Map<Id, Float64Array>();
  for (const { model, part, share } of takeRates) {
    const built = units.get(model);
    if (!built) continue;
    const quantities = wanted.get(part) ?? new Float64Array(PLAN_WEEKS);
    for (let week = 0; week < PLAN_WEEKS; week++) quantities[week]! += built[week]! * share;
    wanted.set(part, quantities);
  }
  return Array.from(wanted, ([part, quantities]) => ({ site, part, quantities }));
}

export function byWeek(weeks: readonly { week: IsoDay; quantity: number }[], thisWeek: IsoDay): Float64Array {
  const quantities = new Float64Array(PLAN_WEEKS);
  for (const { week, quantity } of weeks) {
    const place = Math.round((dayNumber(week) - dayNumber(thisWeek)) / 7);
    if (place >= 0 && place < PLAN_WEEKS) quantities[place]! += quantity;
  }
  return quantities;
}

/** The plan as a scenario would have it: its volumes times their factors, its take rates in place of the plan's. */
export function applyScenario<P extends Pick<BuildPlan, 'models' | 'takeRates'>>(
  plan: P,
  { volumes, takeRates }: Pick<DemandScenario, 'volumes' | 'takeRates'>,
): P {
  const keyOf = ({ model, part }: TakeRate): string => `${model} ${part}`;
  const changed = new Map(takeRates.map((rate) => [keyOf(rate), rate]));
  const kept = plan.takeRates.filter((rate) => !changed.has(keyOf(rate)));
  const factorOf = (model: string, week: IsoDay): number =>
    volumes
      .filter((one) => one.model === model && (one.from ?? '') <= week && week <= (one.to ?? '9999'))
      .reduce((product, { factor }) => product * factor, 1);
  return {
    ...plan,
    models: plan.models.map(({ model, weeks }) => ({
      model,
      weeks: weeks.map(({ week, quantity }) => ({ week, quantity: Math.round(quantity * factorOf(model, week)) })),
    })),
    takeRates: [...kept, ...changed.values()],
  };
}

/**
 * Moves quantities so many days earlier. Demand is spread evenly over its week, so that part of a week's goes to the week
 * before; what would have been needed before the first week is not there any more.
 */
export function earlier(quantities: Float64Array, days: number): Float64Array {
  const [whole, part] = split(days);
  return quantities.map(
    (_, week) => (1 - part) * (quantities[week + whole] ?? 0) + part * (quantities[week + whole + 1] ?? 0),
  );
}

const split = (days: number): [whole: number, part: number] => {
  const weeks = days / 7;
  return [Math.floor(weeks), weeks - Math.floor(weeks)];
};

/**
 * Explodes what is wanted through the bills of one organisation, at the sites where it is wanted: validity and lead-time
 * offsets per component, and, where supply is given, level by level net of stock, transit and call-offs.
 */
export function explodePlan({
  wanted,
  bills,
  thisWeek,
  supply,
}: {
  wanted: readonly Wanted[];
  bills: readonly Bill[];
  thisWeek: IsoDay;
  supply?: readonly Supply[];
}): PlanExplosion {
  const network = itemsOf(wanted, bills);
  const { items, lines, numberOf } = network;
  const demand = new Float64Array(items.length * PLAN_WEEKS);
  for (const { site, part, quantities } of wanted) {
    const start = numberOf.get(`${site} ${part}`)! * PLAN_WEEKS;
    for (let week = 0; week < PLAN_WEEKS; week++) demand[start + week]! += quantities[week]!;
  }
  const bill = billOf(items.length, lines, thisWeek);
  const found = explode({ bill, buckets: PLAN_WEEKS, demand, ...supplyOf(network, supply ?? [], thisWeek) });
  return answer(found, items);
}

const answer = (found: Explosion, items: Exploded['items']): PlanExplosion =>
  found.ok
    ? { ok: true, items, weeks: PLAN_WEEKS, gross: found.gross, net: found.receipts }
    : { ok: false, cycle: found.cycle.map((item) => items[item]!) };

interface Line {
  parent: number;
  child: number;
  component: Bill['components'][number];
}
interface Network {
  items: { site: Id; part: Id }[];
  lines: Line[];
  numberOf: Map<string, number>;
}

/** Everything that is wanted, and all that goes into it, at the same site. */
function itemsOf(wanted: readonly Wanted[], bills: readonly Bill[]): Network {
  const byParent = new Map(bills.map((bill) => [bill.parent, bill.components]));
  const items: Network['items'] = [];
  const numberOf = new Map<string, number>();
  const numbered = (site: Id, part: Id): number => {
    const key = `${site} ${part}`;
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, items.length);
    return items.push({ site, part }) - 1;
  };
  const lines: Line[] = [];
  for (const { site, part } of wanted) numbered(site, part);
  for (let parent = 0; parent < items.length; parent++) {
    const { site, part } = items[parent]!;
    for (const component of byParent.get(part) ?? [])
      lines.push({ parent, child: numbered(site, component.part), component });
  }
  return { items, lines, numberOf };
}

/** An offset that is no whole number of weeks becomes two lines, which share the quantity. */
function billOf(items: number, lines: readonly Line[], thisWeek: IsoDay) {
  const weekOf = (day: IsoDay): number => Math.floor((dayNumber(day) - dayNumber(thisWeek)) / 7);
  const halves = lines.flatMap(({ parent, child, component }) => {
    const [whole, part] = split(component.leadTimeOffsetDays ?? 0);
    const from = component.validFrom ? weekOf(component.validFrom) : 0;
    const to = component.validTo ? weekOf(component.validTo) : PLAN_WEEKS;
    const line = { parent, child, from, to };
    const first = { ...line, quantity: component.quantity * (1 - part), offset: -whole };
    return part > 0 ? [first, { ...line, quantity: component.quantity * part, offset: -whole - 1 }] : [first];
  });
  return {
    items,
    parent: Int32Array.from(halves, (line) => line.parent),
    child: Int32Array.from(halves, (line) => line.child),
    quantityPer: Float64Array.from(halves, (line) => line.quantity),
    offsetBuckets: Int32Array.from(halves, (line) => line.offset),
    validFrom: Int32Array.from(halves, (line) => line.from),
    validTo: Int32Array.from(halves, (line) => line.to),
  };
}

/** Goods under way were called off: they are taken off the earliest call-offs, and are not counted twice. */
function supplyOf({ items, numberOf }: Network, supply: readonly Supply[], thisWeek: IsoDay) {
  const onHand = new Float64Array(items.length);
  const underWay = new Float64Array(items.length);
  const transit: [number, number, number][] = [];
  const called: [number, number, number][] = [];
  const weekOf = (day: IsoDay): number => Math.max(0, Math.floor((dayNumber(day) - dayNumber(thisWeek)) / 7));
  for (const { site, part, day, quantity, kind } of supply) {
    const item = numberOf.get(`${site} ${part}`);
    if (item === undefined) continue;
    if (kind === 'stock') onHand[item]! += quantity;
    else if (kind === 'transit') {
      underWay[item]! += quantity;
      transit.push([item, weekOf(day!), quantity]);
    } else called.push([item, weekOf(day!), quantity]);
  }
  called.sort((a, b) => a[1] - b[1]);
  for (const one of called) {
    const off = Math.min(one[2], underWay[one[0]]!);
    underWay[one[0]]! -= off;
    one[2] -= off;
  }
  return {
    onHand,
    safetyStock: new Float64Array(items.length),
    leadTimeBuckets: new Int32Array(items.length),
    lotMultiple: new Float64Array(items.length),
    inTransit: dated(transit),
    calledOff: dated(called),
  };
}

const dated = (entries: readonly [number, number, number][]): DatedQuantities => ({
  item: Int32Array.from(entries, ([item]) => item),
  bucket: Int32Array.from(entries, ([, bucket]) => bucket),
  quantity: Float64Array.from(entries, ([, , quantity]) => quantity),
});

/** Item's weeks as they are told: rounded to a thousandth, without weeks in which nothing is needed. */
export function weeksOf(quantities: Float64Array, thisWeek: IsoDay): { week: IsoDay; quantity: number }[] {
  return Array.from(quantities, (quantity, week) => ({
    week: addDays(thisWeek, 7 * week),
    quantity: Math.round(quantity * 1000) / 1000,
  })).filter(({ quantity }) => quantity > 0);
}

import type { GoodsMeasure, Id, IsoDay, ScheduleQuantity, TimeWindow, TransportOrder } from '@intakt/contract';
import { addDays, dayNumber, firstShiftOn, isoWeekday } from '@intakt/material-flow';
import { measureGoods, type Packed, roundGoods, sumGoods } from './measure-goods.ts';

/** What is called off on one lane: the schedule of its part, and how the part is packed. */
export interface CalledOff {
  customer: Id;
  supplier: Id;
  part: Id;
  from: Id;
  to: Id;
  release: string;
  quantities: ScheduleQuantity[];
  packed: Packed;
}

export interface SiteHours {
  id: Id;
  timeZone: string;
  workingWeekdays: number[];
  holidays: IsoDay[];
}

export interface DeriveOptions {
  day: IsoDay;
  today: IsoDay;
  sites: ReadonlyMap<Id, SiteHours>;
  /** The most that any truck takes; what is more goes as several orders. */
  largest?: GoodsMeasure;
}

/** Only what is firm is driven; what is late is driven with the first day that is planned. */
const FIRM = ['backorder', 'immediate', 'firm'];
const OPEN_HOURS = 12;
const UNLOADING_HOURS = 16;
/** So many days before the delivery goods may be fetched: the longest way on the road with its nightly rests. */
const LONGEST_WAY_DAYS = 5;
const BASE_MINUTES = 15;
const MINUTES_PER_PLACE = 2;

/**
 * One transport order per pair of sites with everything that is firmly called off for the day. Saying it again for the same
 * day gives the same orders, so that a changed call-off changes its order. Pure.
 */
export function deriveOrders(calledOff: readonly CalledOff[], options: DeriveOptions): TransportOrder[] {
  const wanted = calledOff.flatMap((line) => {
    const quantity = quantityOn(line.quantities, options);
    return quantity > 0 ? [{ line, ...measureGoods(quantity, line.packed) }] : [];
  });
  const ways = Map.groupBy(wanted, ({ line }) => `${line.supplier} ${line.from} ${line.to}`);
  return [...ways.values()].flatMap((group) => {
    const load = {
      goods: sumGoods(group.map(({ goods }) => goods)),
      packages: group.reduce((sum, { packages }) => sum + packages, 0),
      releases: group.map(({ line }) => `${line.release} ${line.part}`.slice(0, 70)),
    };
    return truckloads(load, options.largest).map((part, i) =>
      orderOf(group[0]!.line, part, { ...options, number: i + 1 }),
    );
  });
}

/** No truck is loaded to the last centimetre. */
const USABLE = 0.96;

/** What no truck takes at once goes as full loads, and what is left over after them with others. */
function truckloads(load: Load, largest: GoodsMeasure | undefined): Load[] {
  const dimensions = Object.keys(load.goods) as (keyof GoodsMeasure)[];
  const ratio = largest
    ? Math.max(
        ...dimensions.map((dimension) => load.goods[dimension] / (largest[dimension] || Number.POSITIVE_INFINITY)),
      )
    : 0;
  const count = Math.max(1, Math.ceil(ratio / USABLE - 1e-9));
  if (count === 1) return [{ ...load, goods: roundGoods(load.goods) }];
  const full = USABLE / ratio;
  let left = load.packages;
  return Array.from({ length: count }, (_, i) => {
    const share = i < count - 1 ? full : 1 - full * (count - 1);
    const packages = i < count - 1 ? Math.min(left, Math.round(load.packages * share)) : left;
    left -= packages;
    const part = (dimension: keyof GoodsMeasure): number => load.goods[dimension] * share;
    const goods = Object.fromEntries(
      dimensions.map((dimension) => [dimension, part(dimension)]),
    ) as unknown as GoodsMeasure;
    return { ...load, goods: roundGoods(goods), packages };
  });
}

/** What loading or unloading takes where nobody says otherwise. */
export const handlingMinutes = ({ palletPlaces }: GoodsMeasure): number =>
  Math.round(BASE_MINUTES + MINUTES_PER_PLACE * palletPlaces);

function quantityOn(quantities: readonly ScheduleQuantity[], { day, today }: DeriveOptions): number {
  return quantities
    .filter(({ horizon, from, to }) => FIRM.includes(horizon) && !to && (from === day || (day === today && from < day)))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

interface Load {
  goods: GoodsMeasure;
  packages: number;
  releases: string[];
}

function orderOf(
  line: CalledOff,
  { goods, packages, releases }: Load,
  { day, sites, number }: DeriveOptions & { number: number },
): TransportOrder {
  const minutes = handlingMinutes(goods);
  return {
    order: orderId(line, day, number),
    customer: line.customer,
    supplier: line.supplier,
    kind: 'inbound',
    from: line.from,
    to: line.to,
    deliverOn: day,
    goods,
    packages,
    pickupWindows: openHours(sites.get(line.from), addDays(day, -LONGEST_WAY_DAYS), day, OPEN_HOURS),
    deliveryWindows: openHours(sites.get(line.to), day, day, UNLOADING_HOURS),
    loadingMinutes: minutes,
    unloadingMinutes: minutes,
    references: releases.slice(0, 500).map((reference) => ({ kind: 'call-off' as const, reference })),
  };
}

/** The same for the same day and way, so that it is found again; the first truckload has no number. */
function orderId({ from, to }: CalledOff, day: IsoDay, number: number): Id {
  const end = number > 1 ? `.${number}` : '';
  return `to-${day}-${from}-${to}`.slice(0, 80 - end.length) + end;
}

/** From the beginning of the first shift, on each day on which the site works; a site that nobody knows is always open. */
function openHours(site: SiteHours | undefined, first: IsoDay, last: IsoDay, hours: number): TimeWindow[] {
  if (!site) return [];
  const windows: TimeWindow[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!site.workingWeekdays.includes(isoWeekday(dayNumber(day))) || site.holidays.includes(day)) continue;
    const from = firstShiftOn(day, site.timeZone);
    windows.push({ from, to: new Date(Date.parse(from) + hours * 3_600_000).toISOString() });
  }
  return windows;
}

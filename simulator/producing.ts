import type { StockMovement } from '@intakt/contract';
import { isoDay } from '@intakt/material-flow';
import { averageUse } from './build-plan.ts';
import { chance, pick } from './chance.ts';
import { command } from './commands.ts';
import { type Deed, type Stretch, within } from './deeds.ts';
import { DAY_MS, type DeliveryPlan, HOUR_MS } from './delivery-plan.ts';
import { instant } from './despatch.ts';
import type { Need, Output } from './network-shape.ts';
import { SiteStock } from './site-stock.ts';

const SOURCE = 'shop-floor';
/** Two shifts, 04:00 to 20:00 UTC. The plant books every hour, its suppliers at the end of each shift. */
const SHIFTS_FROM = 4;
const BOOKINGS = { plant: 16, supplier: 2 };
/** Differences that a cycle count finds at the plant, per part and day; only for parts that never run out. */
const COUNT_DIFFERS = 0.1;

/** Sites use up what they need and make what they sell; now and then a cycle count finds a difference. */
export function producing(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  const stock = new SiteStock(plan);
  const deeds: Deed[] = [];
  for (let day = Math.floor(stretch.from / DAY_MS); day <= Math.floor(stretch.to / DAY_MS); day++) {
    if (day < plan.opened) continue;
    for (const need of plan.network.needs) {
      deeds.push(
        ...bookings(plan, need, { day, total: stock.consumed(need, day), sign: -1, cause: 'consumed' }, stretch),
      );
    }
    for (const output of plan.network.outputs) {
      deeds.push(
        ...bookings(plan, output, { day, total: plan.used(output, day), sign: 1, cause: 'produced' }, stretch),
      );
    }
    deeds.push(...adjustments(plan, stock, day, stretch));
  }
  return deeds;
}

interface DayBook {
  day: number;
  total: number;
  sign: 1 | -1;
  cause: 'consumed' | 'produced';
}

/** A day's quantity in equal bookings, whole pieces; each part books at a minute of its own. */
function bookings(
  plan: DeliveryPlan,
  at: Need | Output,
  { day, total, sign, cause }: DayBook,
  stretch: Stretch,
): Deed[] {
  if (total <= 0) return [];
  const count = at.owner === plan.network.plant.organisation ? BOOKINGS.plant : BOOKINGS.supplier;
  const every = (16 / count) * HOUR_MS;
  const lag = pick(plan.network.seed, [0, every - 1], cause, at.site, at.part);
  const deeds: Deed[] = [];
  for (let booking = 0; booking < count; booking++) {
    const moment = day * DAY_MS + SHIFTS_FROM * HOUR_MS + booking * every + lag;
    const quantity = Math.floor((total * (booking + 1)) / count) - Math.floor((total * booking) / count);
    if (quantity > 0 && within(stretch, moment)) {
      deeds.push(movement(at, { moment, quantity: sign * quantity, cause, about: `${isoDay(day)}:${booking}` }));
    }
  }
  return deeds;
}

function adjustments(plan: DeliveryPlan, stock: SiteStock, day: number, stretch: Stretch): Deed[] {
  const { seed, plant, needs } = plan.network;
  return needs.flatMap((need) => {
    const about = ['cycle count', need.part, day] as const;
    if (need.owner !== plant.organisation || !stock.hasSecondSource(need)) return [];
    if (chance(seed, ...about) >= COUNT_DIFFERS) return [];
    const moment = day * DAY_MS + pick(seed, [5 * 60, 21 * 60], 'minute', ...about) * 60_000;
    const most = Math.max(1, Math.round(averageUse(need.usage) * 0.02));
    const quantity = pick(seed, [-most, Math.ceil(most / 3)], 'difference', ...about);
    if (quantity === 0 || !within(stretch, moment)) return [];
    return [movement(need, { moment, quantity, cause: 'adjusted', about: `${isoDay(day)}:count` })];
  });
}

interface Booked {
  moment: number;
  quantity: number;
  cause: StockMovement['cause'];
  about: string;
}

function movement({ owner, site, part, unit }: Need | Output, { moment, quantity, cause, about }: Booked): Deed {
  const movedAt = instant(moment);
  const event = command(SOURCE, 'stock-moved', `${site}:${part}:${cause}:${about}`, movedAt, {
    ...{ owner, site, part, status: 'available', quantity, unit, movedAt, cause },
  });
  return { at: moment, organisation: owner, door: 'events', event };
}

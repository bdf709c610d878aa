import { pick } from './chance.ts';
import { type Deed, type Stretch, within } from './deeds.ts';
import { type DeliveryPlan, HOUR_MS, type Load } from './delivery-plan.ts';
import { instant, lateCommand, shipmentId } from './despatch.ts';
import { alongRoute, routeKm } from './geography.ts';

const MINUTE_MS = 60_000;
/** Trackers report every few minutes on the road, every half hour at sea. */
const REPORT_MS = { road: 6 * MINUTE_MS, sea: 30 * MINUTE_MS };

/** Carriers report where their trucks and ships are, and tell when they will be late. */
export function travelling(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  const underway = plan.inTransit(stretch.to);
  return [...underway.flatMap((load) => position(plan, load, stretch)), ...lateNotices(plan, stretch)];
}

function lateNotices(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  return plan
    .inTransit(stretch.to)
    .filter((load) => load.arrivesAt > load.plannedAt && within(stretch, load.noticedAt))
    .map((load) => ({
      at: load.noticedAt,
      organisation: load.relation.carrier,
      door: 'events',
      event: lateCommand(load, 'tracking'),
    }));
}

/** The latest report that falls into the stretch; earlier ones are history when a longer stretch is caught up. */
function position(plan: DeliveryPlan, load: Load, stretch: Stretch): Deed[] {
  const { relation, departsAt, arrivesAt } = load;
  const every = relation.mode === 'sea' ? REPORT_MS.sea : REPORT_MS.road;
  const offset = pick(plan.network.seed, [0, every - 1], 'tracker', load.despatchNote);
  const at = Math.floor((stretch.to - offset) / every) * every + offset;
  if (!within(stretch, at) || at < departsAt) return [];
  const [longitude, latitude] = alongRoute(relation.route, (at - departsAt) / (arrivesAt - departsAt));
  const speedKmh = Math.round(routeKm(relation.route) / ((arrivesAt - departsAt) / HOUR_MS));
  const reported = { shipment: shipmentId(load), ...{ longitude: degrees(longitude), latitude: degrees(latitude) } };
  return [
    { at, organisation: relation.carrier, door: 'positions', position: { ...reported, at: instant(at), speedKmh } },
  ];
}

const degrees = (angle: number): number => Math.round(angle * 1e5) / 1e5;

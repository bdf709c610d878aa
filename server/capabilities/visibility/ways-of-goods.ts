import type { Option } from '../../finder.ts';
import { expediteOptions } from './exception-options.ts';
import type { GoodsPlace } from './exception-store.ts';
import { greatCircleKm, type Point, pointOf } from './great-circle.ts';
import type { Known, Trouble, WayOut } from './ways-out.ts';

/**
 * Assumed until schedules of one's own are known; docs/visibility.md names them: 18 knots over a way a fifth longer than the
 * straight line, and a day in the port.
 */
const SHIP = { speedKmh: 33, detour: 1.2, portHours: 24 };
const HOUR_MS = 3_600_000;
/** A port nearer than this is where they are. */
const HERE_KM = 25;
const MOST_PORTS = 2;

/** What brings late goods sooner: by van or air from where they are, or a ship by another port. Pure. */
export function waysOfGoods(
  { cause }: Trouble,
  { goods, now, places, facts }: Known & { goods: readonly GoodsPlace[] },
): WayOut[] {
  const place = goods.find(({ shipment, supplier }) => cause?.shipment === shipment && cause.supplier === supplier);
  const here = pointOf(place?.longitude, place?.latitude);
  const there = pointOf(place?.toLongitude, place?.toLatitude);
  if (!cause || !place || !here || !there) return [];
  const grossMassKg = place.grossMassKg ?? undefined;
  const ports = [...places.values()].filter(({ kind }) => kind === 'port');
  const byShip = place.mode === 'sea' || place.mode === 'inland-waterway';
  const isNear = (port: Point | undefined): boolean => port !== undefined && greatCircleKm(here, port) < HERE_KM;
  // Nothing fetches goods from a ship that is not in a port.
  const atSea = byShip && place.seen && !ports.some((port) => isNear(pointOf(port.longitude, port.latitude)));
  const options = [
    ...(atSea ? [] : expediteOptions({ now, distanceKm: greatCircleKm(here, there), grossMassKg })),
    ...(byShip ? ports : []).flatMap((port) =>
      byPort(port.id, { here, by: pointOf(port.longitude, port.latitude), there, now, grossMassKg }),
    ),
  ].filter(({ arrivesAt }) => arrivesAt! < cause.expectedAt);
  const isMoved = ({ shipment, owner }: (typeof facts.lines)[number]): boolean =>
    shipment === cause.shipment && owner === cause.supplier;
  return [
    ...options.filter(({ option }) => option !== 'reroute'),
    ...options
      .filter(({ option }) => option === 'reroute')
      .toSorted((a, b) => (a.arrivesAt! < b.arrivesAt! ? -1 : 1))
      .slice(0, MOST_PORTS),
  ].map((option) => ({
    option,
    facts: {
      ...facts,
      lines: facts.lines.map((line) => (isMoved(line) ? { ...line, expectedAt: option.arrivesAt!, band: null } : line)),
    },
    takesFrom: [],
    acts: [],
  }));
}

/** By ship to the other port, then by van; what the detour of the ship costs is its owner's to say and is not in it. */
function byPort(
  of: string,
  { here, by, there, now, grossMassKg }: { here: Point; by?: Point; there: Point; now: string; grossMassKg?: number },
): Option[] {
  if (!by) return [];
  const sailKm = greatCircleKm(here, by) * SHIP.detour;
  if (sailKm < HERE_KM) return [];
  const landed = Date.parse(now) + (sailKm / SHIP.speedKmh + SHIP.portHours) * HOUR_MS;
  const [van] = expediteOptions({
    now: new Date(landed).toISOString(),
    distanceKm: greatCircleKm(by, there),
    grossMassKg,
  });
  return [{ ...van!, option: 'reroute', of }];
}

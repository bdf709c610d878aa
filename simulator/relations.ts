import type { Lane, Site, TransportMode } from '@intakt/contract';
import { chance, pick } from './chance.ts';
import { CARRIER_OF_COUNTRY, CROSS_DOCK, PLANT, PORT, VIA_CROSS_DOCK } from './data/companies.ts';
import { PLACES, type PlaceName, SEA_ROUTES } from './data/places.ts';
import { distanceKm, type LonLat, routeKm } from './geography.ts';
import type { Need, Relation, SupplyLane } from './network-shape.ts';
import { organisationId } from './partners.ts';
import type { Flow } from './parts.ts';

const ROAD_KM_PER_HOUR = 68;
const SHIP_KM_PER_HOUR = 30;
/** Roads are longer than the great circle. */
const DETOUR = 1.25;

/** Groups the flows by the way they travel, and gives each way its rhythm. */
export function relationsOf(
  seed: number,
  flows: Flow[],
  sites: Map<string, Site>,
  needOf: (flow: Flow) => Need,
  packOf: (part: string) => number,
): Relation[] {
  const perPair = Map.groupBy(flows, ({ supplier, customer }) => `${supplier}-${customer}`);
  return [...perPair].map(([pair, group], index) => {
    const relation = relationOf(seed, pair, index + 1, group[0]!, sites);
    relation.lanes = group.map((flow) => laneOf(relation, flow, needOf(flow), packOf(flow.part)));
    return relation;
  });
}

function relationOf(seed: number, pair: string, number: number, flow: Flow, sites: Map<string, Site>): Relation {
  const from = siteOf(sites, flow.supplier);
  const to = siteOf(sites, flow.customer);
  const mode: TransportMode = SEA_ROUTES[from.city as PlaceName] ? 'sea' : 'road';
  const route = routeOf(from, to, mode, flow.customer);
  const transitHours = mode === 'sea' ? seaHours(route) : roadHours(routeKm(route) * DETOUR);
  return {
    relation: `way-${pair}`,
    number,
    supplier: organisationId(flow.supplier),
    customer: organisationId(flow.customer),
    from: from.site,
    to: to.site,
    carrier: organisationId(mode === 'sea' ? 'hansaroute' : CARRIER_OF_COUNTRY[from.country!]!),
    mode,
    route,
    transitHours,
    arrivalWeekdays: arrivalWeekdays(seed, pair, flow.customer === PLANT.slug, transitHours),
    arrivalHour: pick(seed, [5, 15], 'arrival hour', pair),
    lanes: [],
  };
}

function laneOf(relation: Relation, { part, supplier, customer, share }: Flow, need: Need, pack: number): SupplyLane {
  const lane: Lane = {
    lane: `lane-${supplier}-${customer}-${part.replace(/^part-/, '').replace(new RegExp(`^(${supplier}|${customer})-`), '')}`,
    supplier: relation.supplier,
    customer: relation.customer,
    part,
    from: relation.from,
    to: relation.to,
    carrier: relation.carrier,
    mode: relation.mode,
    leadTimeDays: Math.max(0.5, Math.ceil(relation.transitHours / 12) / 2),
    incoterm: relation.mode === 'sea' ? 'CIF' : customer === PLANT.slug ? 'FCA' : 'DAP',
    minimumQuantity: pack,
    roundingQuantity: pack,
    ...(share < 1 && { quota: [{ share, validFrom: '2020-01-01' }] }),
  };
  return { ...lane, need, share, pack };
}

/** What the plant takes from nearby comes every day, the rest some days a week, the sea once a week. */
function arrivalWeekdays(seed: number, pair: string, toPlant: boolean, transitHours: number): number[] {
  const choose = (rhythms: number[][]) => rhythms[Math.floor(chance(seed, 'rhythm', pair) * rhythms.length)]!;
  if (toPlant && transitHours < 12) return [1, 2, 3, 4, 5];
  if (toPlant)
    return choose([
      [1, 3, 5],
      [2, 4],
      [1, 2, 4],
      [1, 4],
    ]);
  if (transitHours > 60) return choose([[1], [2], [3], [4], [5]]);
  return choose([[1, 4], [2, 5], [1, 3], [2, 4], [3], [5]]);
}

function routeOf(from: Site, to: Site, mode: TransportMode, customer: string): LonLat[] {
  const start = lonLat(from);
  const end = lonLat(to);
  if (mode === 'sea') return [start, ...SEA_ROUTES[from.city as PlaceName]!, placeOf(PORT.city), end];
  const hub = placeOf(CROSS_DOCK.city);
  return customer === PLANT.slug && VIA_CROSS_DOCK.includes(from.country!) ? [start, hub, end] : [start, end];
}

/** Nine hours at the wheel, eleven hours of rest (Regulation (EC) 561/2006, articles 6 and 8). */
function roadHours(km: number): number {
  const driving = km / ROAD_KM_PER_HOUR;
  return Math.round((driving + Math.floor(driving / 9) * 11 + 1.5) * 10) / 10;
}

function seaHours(route: LonLat[]): number {
  const ashore = distanceKm(route.at(-2)!, route.at(-1)!);
  const atSea = routeKm(route) - ashore;
  return Math.round(atSea / SHIP_KM_PER_HOUR + 24 + roadHours(ashore * DETOUR));
}

function siteOf(sites: Map<string, Site>, company: string): Site {
  const site = sites.get(organisationId(company));
  if (!site) throw new Error(`${company} has no site.`);
  return site;
}

const lonLat = ({ position }: Site): LonLat => [position!.longitude, position!.latitude];
const placeOf = (city: PlaceName): LonLat => [PLACES[city].longitude, PLACES[city].latitude];

import { type Coordinates, DEFAULT_PACE, greatCircleMatrices } from '@intakt/routing';
import {
  type DemonstrationNetwork,
  demonstrationNetwork,
  GROUPAGE_RATES,
  type Relation,
  weeklyUse,
} from '@intakt/simulator';
import { energyPerKm, operationIntensity, VEHICLE_CLASSES, DIESEL } from '@intakt/emissions';
import type {
  GroupageTariff,
  Hub,
  Load,
  PlanLane,
  PlanNetwork,
  PlanVehicle,
  StatedPlan,
  Weekday,
} from '@intakt/transport-plan';

/** The plant's suppliers as they are, or all suppliers of the network as if each delivered all of its goods to the plant. */
export type Extent = 'direct suppliers' | 'all suppliers';

const WORKDAYS: Weekday[] = [1, 2, 3, 4, 5];
const HOUR = 3600;
/** Weeks of call-offs from which volumes and their swings are taken. */
const CALLED_OFF_WEEKS = 26;
/** What call-offs do not tell: late changes, lots, scrap. */
const LEAST_VARIATION = 0.1;
/** The plant has room for half a week of anything. */
const LEAST_PICKUPS = 2;
/** The demonstration's parts have no prices; a car's parts come to about so much per kg. */
const VALUE_PER_KG = 9;
const INNER_HEIGHT_MM = 2900;
const TRAILER_WIDTH_M = 2.4;
const PALLET_M2 = 0.96;
/** A pallet of small load carriers is stacked so high. */
const KLT_PALLET_MM = 950;

const trailer = VEHICLE_CLASSES['articulated-40'];
const rigid = VEHICLE_CLASSES['rigid-12'];
const gramsPerKm = (vehicle: typeof trailer | typeof rigid, payloadKg: number): number =>
  energyPerKm(vehicle, { payloadKg }) * (DIESEL.ttwGramsPerMj + DIESEL.wttGramsPerMj);

const VEHICLES: PlanVehicle[] = [
  {
    id: 'mega trailer',
    capacity: { massKg: 24_000, volumeM3: 96, loadingMeters: 13.6, palletPlaces: 34 },
    fullLoad: { base: 100, perKm: 1.4, minimum: 280, emptiesShare: 0.6 },
    milkRun: { perTour: 70, perKm: 0.82, perHour: 24, perStop: 25, mostStops: 7, mostHours: 60 },
    emptyGramsPerKm: gramsPerKm(trailer, 0),
    fullGramsPerKm: gramsPerKm(trailer, 24_000),
    emptyShare: 0.15,
  },
  {
    id: '12 t rigid',
    capacity: { massKg: 5500, volumeM3: 42, loadingMeters: 7.2, palletPlaces: 18 },
    fullLoad: { base: 80, perKm: 1.1, minimum: 210, emptiesShare: 0.6 },
    milkRun: { perTour: 55, perKm: 0.6, perHour: 23, perStop: 20, mostStops: 7, mostHours: 60 },
    emptyGramsPerKm: gramsPerKm(rigid, 0),
    fullGramsPerKm: gramsPerKm(rigid, 5500),
    emptyShare: 0.15,
  },
];

VEHICLES.push({
  ...VEHICLES[0]!,
  id: 'mega trailer, one way',
  fullLoad: undefined,
  milkRun: {
    perTour: 100,
    perKm: 1.4,
    perHour: 0,
    perStop: 45,
    mostStops: 5,
    mostHours: 90,
    oneWay: { emptiesShare: 0.6 },
  },
});

const { fromKg, upToKm, per100Kg, minimum, mostKg } = GROUPAGE_RATES;
const GROUPAGE: GroupageTariff = {
  ...{ fromKg, upToKm, per100Kg, minimum, mostKg },
  ...{ kgPerM3: 250, kgPerLoadingMeter: 1650, kgPerPlace: 0, emptiesFactor: 0.6 },
};

export interface Demonstration {
  network: PlanNetwork;
  /** The hours and weekdays at which the simulator's goods come. */
  today: StatedPlan;
  suppliers: { lane: string; name: string; city: string }[];
}

/** @param volume 1 for the plant's 400 cars a day, 0.1 for 40 */
export function demonstrationLanes(extent: Extent, volume = 1): Demonstration {
  const world = demonstrationNetwork(1);
  const ways = waysOf(world, extent);
  const hubs = hubsOf(world);
  const places = [
    siteAt(world, world.plant.site),
    ...ways.map(({ from }) => siteAt(world, from)),
    ...hubs.map(({ at }) => at),
  ];
  const { distanceMeters, seconds } = greatCircleMatrices(places, () => DEFAULT_PACE);
  const network: PlanNetwork = {
    plant: {
      ...{ id: 'plant', weekdays: WORKDAYS, open: { fromSeconds: 5 * HOUR, toSeconds: 22 * HOUR } },
      ...{ bays: extent === 'direct suppliers' ? 9 : 24, unloadSeconds: 1200, unloadSecondsPerPlace: 60 },
    },
    lanes: ways.map((way, i) => laneOf(world, way, { hub: nearest(places[i + 1]!, hubs).hub.id, volume })),
    ...{ hubs: hubs.map(({ hub }) => hub), vehicles: VEHICLES, distanceMeters, seconds },
    rates: {
      stockPerYear: 0.1,
      placePerWeek: 3,
      perTonneCo2: 0,
      perArrival: 18,
      overflowFactor: 1.25,
      mostOverflow: 0.1,
    },
  };
  return {
    network,
    today: todayOf(world, ways, network),
    suppliers: ways.map((way) => ({ lane: way.relation, ...nameOf(world, way) })),
  };
}

/** Ways into the plant; of other suppliers their largest customers' goods together, on one way. */
function waysOf(world: DemonstrationNetwork, extent: Extent): Relation[] {
  const direct = world.relations.filter(({ to }) => to === world.plant.site);
  if (extent === 'direct suppliers') return direct;
  const known = new Set(direct.map(({ supplier }) => supplier));
  const others = Map.groupBy(
    world.relations.filter(({ supplier }) => !known.has(supplier)),
    ({ supplier }) => supplier,
  );
  return [
    ...direct,
    ...[...others.values()].map((group) => ({ ...group[0]!, lanes: group.flatMap(({ lanes }) => lanes) })),
  ];
}

function laneOf(
  world: DemonstrationNetwork,
  way: Relation,
  { hub, volume }: { hub: string; volume: number },
): PlanLane {
  const weeks = Array.from({ length: CALLED_OFF_WEEKS }, (_, week) => loadOf(world, way, week));
  const mean = (key: keyof Load, of: 'goods' | 'empties' | 'stacked') =>
    (volume * weeks.reduce((sum, week) => sum + week[of][key], 0)) / weeks.length;
  const load = (of: 'goods' | 'empties'): Load => ({
    massKg: mean('massKg', of),
    volumeM3: mean('volumeM3', of),
    loadingMeters: mean('loadingMeters', of),
    palletPlaces: mean('palletPlaces', of),
  });
  const masses = weeks.map(({ goods }) => volume * goods.massKg);
  const weekly = load('goods');
  const spread = Math.sqrt(masses.reduce((sum, mass) => sum + (mass - weekly.massKg) ** 2, 0) / masses.length);
  return {
    ...{ id: way.relation, weekly, empties: load('empties') },
    layers: Math.max(1, weekly.loadingMeters / mean('loadingMeters', 'stacked')),
    variation: Math.max(LEAST_VARIATION, spread / weekly.massKg),
    weeklyValue: weekly.massKg * VALUE_PER_KG,
    ...{ weekdays: WORKDAYS, window: { fromSeconds: 6 * HOUR, toSeconds: 18 * HOUR }, serviceSeconds: 1800, hub },
    pickupsPerWeek: { least: LEAST_PICKUPS },
  };
}

/** A week's load carriers: mass with tare, outer volume, floor before and after stacking; and what goes back empty. */
function loadOf(
  world: DemonstrationNetwork,
  way: Relation,
  week: number,
): { goods: Load; empties: Load; stacked: Load } {
  const [goods, empties, stacked] = [none(), none(), none()];
  for (const lane of way.lanes) {
    const part = world.parts.find((known) => known.part === lane.part)!;
    const carrier = world.packaging.find((known) => known.packaging === part.packaging);
    const quantity = weeklyUse(world, lane, week);
    goods.massKg += quantity * (part.massKg ?? 0);
    if (!carrier) continue;
    const count = quantity / (part.quantityPerPack ?? 1);
    const box = { length: carrier.lengthMm ?? 1200, width: carrier.widthMm ?? 800, height: carrier.heightMm ?? 1000 };
    const volume = (count * box.length * box.width * box.height) / 1e9;
    // Small load carriers travel on pallets, others stand on the floor themselves.
    const isSmall = carrier.kind === 'KLT' || carrier.kind === 'carton';
    const floor = isSmall ? volume / (KLT_PALLET_MM / 1000) : (count * box.length * box.width) / 1e6;
    const layers = Math.max(1, Math.floor(INNER_HEIGHT_MM / (isSmall ? KLT_PALLET_MM : box.height)));
    const tare = count * (carrier.tareKg ?? 0);
    goods.massKg += tare;
    add(goods, { volume, floor });
    add(stacked, { volume, floor: floor / layers });
    // Collapsible ones fold to a third.
    if (carrier.returnable)
      add(empties, {
        volume: volume / (carrier.kind === 'GLT' ? 3 : 1),
        floor: floor / (carrier.kind === 'GLT' ? 3 : 1),
      });
    if (carrier.returnable) empties.massKg += tare;
  }
  return { goods, empties, stacked };
}

const none = (): Load => ({ massKg: 0, volumeM3: 0, loadingMeters: 0, palletPlaces: 0 });

function add(load: Load, { volume, floor }: { volume: number; floor: number }): void {
  load.volumeM3 += volume;
  load.loadingMeters += floor / TRAILER_WIDTH_M;
  load.palletPlaces += floor / PALLET_M2;
}

/** The network's cross-dock, and one at each carrier's end of Europe, run by it. */
function hubsOf(world: DemonstrationNetwork): { at: Coordinates; hub: Hub }[] {
  const collection = operationIntensity({ vehicle: rigid, loadFactor: 0.5, emptyShare: 0.25 }).perTonneKm.wtw;
  const named = [
    ['org-frankenhub', world.sites.find(({ owner }) => owner === 'org-frankenhub')!.position!],
    ['area south-east', { latitude: 47.7, longitude: 17.7 }],
    ['area east', { latitude: 50.8, longitude: 16.3 }],
    ['area south-west', { latitude: 45.3, longitude: 7.9 }],
    ['area west', { latitude: 51.3, longitude: 7.5 }],
    ['area north-east', { latitude: 55.7, longitude: 23.3 }],
  ] as const;
  return named.map(([id, at]) => ({
    at,
    hub: {
      ...{ id, tariff: GROUPAGE, transitDays: 2, vehicle: 'mega trailer' },
      arrivals: { fromSeconds: 6 * HOUR, toSeconds: 14 * HOUR },
      ...{ collectionGramsPerTonneKm: collection, handlingGramsPerTonne: 1000 },
    },
  }));
}

function nearest(at: Coordinates, hubs: { at: Coordinates; hub: Hub }[]): { at: Coordinates; hub: Hub } {
  const { distanceMeters } = greatCircleMatrices([at, ...hubs.map((hub) => hub.at)], () => DEFAULT_PACE);
  return hubs.reduce((best, hub, i) => (distanceMeters[i + 1]! < distanceMeters[hubs.indexOf(best) + 1]! ? hub : best));
}

/** As the simulator lets goods come: by groupage where the way leads over a cross-dock and the tariff reaches, else by whole trucks. */
function todayOf(world: DemonstrationNetwork, ways: Relation[], network: PlanNetwork): StatedPlan {
  const offset = 1;
  return {
    tours: [],
    lanes: ways.map((way, i) => {
      const weekdays =
        way.to === world.plant.site
          ? (way.arrivalWeekdays as Weekday[])
          : WORKDAYS.filter((day) => way.arrivalWeekdays.includes(day));
      const lane = network.lanes[i]!;
      const perPickup = lane.weekly.loadingMeters / (lane.layers ?? 1) / weekdays.length;
      const isSmall = perPickup < 5;
      return {
        ...{ lane: way.relation, concept: isSmall ? ('groupage' as const) : ('direct' as const), weekdays },
        ...(!isSmall && { truck: 'mega trailer', plantSeconds: (way.arrivalHour + offset) * HOUR }),
      };
    }),
  };
}

function siteAt(world: DemonstrationNetwork, site: string): Coordinates {
  const { latitude, longitude } = world.sites.find((known) => known.site === site)!.position!;
  return { latitude, longitude };
}

function nameOf(world: DemonstrationNetwork, { supplier, from }: Relation): { name: string; city: string } {
  return {
    name: world.organisations.find(({ organisation }) => organisation === supplier)!.name,
    city: world.sites.find(({ site }) => site === from)!.city ?? '',
  };
}

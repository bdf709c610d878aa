import type { Id, IsoDay } from '@intakt/contract';
import { addDays, dayNumber, isoWeekday } from '@intakt/material-flow';
import { DEFAULT_PACE, greatCircleMatrices } from '@intakt/routing';
import type { Hub, Load, PlanLane, PlanNetwork, PlanVehicle, Rates, StatedPlan, Weekday } from '@intakt/transport-plan';
import { measureGoods } from './measure-goods.ts';
import { atAgreedPrices } from './freight-rules.ts';
import type { FullLoadRatesRow, GroupageRatesRow, RatesRow } from './price-store.ts';
import type { ForecastCall, MasterTourRow, RhythmRow } from './season-store.ts';
import type { PlanSite, VehicleRow } from './store.ts';

/** What a scenario assumes that master data do not tell. */
export interface SeasonAssumptions {
  site: Id;
  name?: string;
  /** Weeks of call-offs from which volumes and their swings are taken. */
  weeks: number;
  leastPickups: number;
  leastVariationPercent: number;
  bays: number;
  openFrom: string;
  openTo: string;
  pickupFrom: string;
  pickupTo: string;
  unloadMinutes: number;
  valuePerKg: number;
  stockPercentPerYear: number;
  placePerWeek: number;
  perTonneCo2: number;
  perArrival: number;
  mostOverflowPercent: number;
  seed: number;
}

export interface SeasonSources {
  today: IsoDay;
  calls: ForecastCall[];
  sites: PlanSite[];
  rates: RatesRow[];
  vehicles: VehicleRow[];
  rhythms: RhythmRow[];
  tours: MasterTourRow[];
}

export interface SeasonLane {
  lane: string;
  supplier: Id;
  from: Id;
  latitude: number;
  longitude: number;
}

export interface SeasonGiven {
  network: PlanNetwork;
  today: StatedPlan;
  seed: number;
  lanes: SeasonLane[];
  plant: { site: Id; latitude: number; longitude: number };
  /** Suppliers' sites that have no coordinates: nothing can be planned for them. */
  unplaced: Id[];
  carriers: Record<string, Id | null>;
}

type Located = PlanSite & { latitude: number; longitude: number };

const SMALL_LOADING_METERS = 5;
/** Collapsible large load carriers fold to a third. */
const FOLDED = 3;
const SERVICE_SECONDS = 1800;
const UNLOAD_SECONDS_PER_PLACE = 60;
const OVERFLOW_FACTOR = 1.25;
const FALLBACK_EMPTIES_SHARE = 0.6;
const POSITIONING_SHARE = 0.15;
const COLLECTION_GRAMS_PER_TONNE_KM = 250;
const HANDLING_GRAMS_PER_TONNE = 1000;
const KM_PER_HOUR = 60;

/** The network of one plant as the engine plans it, and how goods come today: the published season, else the weekdays of the call-offs. Pure. */
export function seasonNetwork(sources: SeasonSources, wish: SeasonAssumptions): SeasonGiven {
  const siteOf = new Map(sources.sites.map((site) => [site.id, site]));
  const plant = siteOf.get(wish.site) as Located;
  const groups = Map.groupBy(sources.calls, ({ from }) => from);
  const placed = [...groups].filter(([from]) => isLocated(siteOf.get(from)));
  const hubs = hubsOf(sources, siteOf, wish.site);
  const places = [plant, ...placed.map(([from]) => siteOf.get(from) as Located), ...hubs.map(({ at }) => at)];
  const matrices = greatCircleMatrices(places, () => DEFAULT_PACE);
  const size = places.length;
  const vehicles = vehiclesOf(sources);
  const lanes = placed.map(([from, calls], i): PlanLane => {
    const nearest = hubs.reduce<number>((best, _hub, h) => {
      const meters = (hub: number) => matrices.distanceMeters[(i + 1) * size + 1 + placed.length + hub]!;
      return best < 0 || meters(h) < meters(best) ? h : best;
    }, -1);
    return laneOf(calls, { from, site: siteOf.get(from)!, wish, today: sources.today, hub: hubs[nearest]?.hub.id });
  });
  const plantDays = plant.workingWeekdays as Weekday[];
  return {
    network: {
      plant: {
        ...{ id: wish.site, weekdays: plantDays, open: span(wish.openFrom, wish.openTo), bays: wish.bays },
        ...{ unloadSeconds: wish.unloadMinutes * 60, unloadSecondsPerPlace: UNLOAD_SECONDS_PER_PLACE },
      },
      ...{ lanes, hubs: hubs.map(({ hub }) => hub), vehicles, ...matrices, rates: ratesOf(wish) },
    },
    today: todayOf(sources, lanes, vehicles),
    seed: wish.seed,
    lanes: placed.map(([from, calls]) => {
      const { latitude, longitude } = siteOf.get(from) as Located;
      return { lane: from, supplier: calls[0]!.supplier, from, latitude, longitude };
    }),
    plant: { site: plant.id, latitude: plant.latitude, longitude: plant.longitude },
    unplaced: [...groups.keys()].filter((from) => !isLocated(siteOf.get(from))),
    carriers: Object.fromEntries([
      ...sources.vehicles.map(({ name, carrier }) => [name, carrier]),
      ...sources.rates.map(({ name, carrier }) => [name, carrier]),
    ]),
  };
}

const isLocated = (site: PlanSite | undefined): site is Located => site?.latitude != null && site.longitude != null;

function ratesOf(wish: SeasonAssumptions): Rates {
  return {
    stockPerYear: wish.stockPercentPerYear / 100,
    placePerWeek: wish.placePerWeek,
    perTonneCo2: wish.perTonneCo2,
    perArrival: wish.perArrival,
    overflowFactor: OVERFLOW_FACTOR,
    mostOverflow: wish.mostOverflowPercent / 100,
  };
}

function laneOf(
  calls: ForecastCall[],
  { from, site, wish, today, hub }: { from: Id; site: PlanSite; wish: SeasonAssumptions; today: IsoDay; hub?: string },
): PlanLane {
  const weeks = weeklyLoads(calls, today, wish.weeks);
  const filled = weeks.filter(({ goods }) => goods.massKg > 0);
  const mean = (of: 'goods' | 'empties'): Load =>
    scaled(sum(filled.map((week) => week[of])), 1 / Math.max(1, filled.length));
  const weekly = mean('goods');
  const spread = Math.sqrt(
    filled.reduce((all, { goods }) => all + (goods.massKg - weekly.massKg) ** 2, 0) / Math.max(1, filled.length),
  );
  const empties = mean('empties');
  return {
    ...{ id: from, weekly, ...(empties.massKg > 0 && { empties }) },
    variation: Math.max(wish.leastVariationPercent / 100, weekly.massKg > 0 ? spread / weekly.massKg : 0),
    weeklyValue: weekly.massKg * wish.valuePerKg,
    ...{ weekdays: site.workingWeekdays as Weekday[], window: span(wish.pickupFrom, wish.pickupTo) },
    ...{ serviceSeconds: SERVICE_SECONDS, ...(hub && { hub }), pickupsPerWeek: { least: wish.leastPickups } },
  };
}

/** Goods and empties of each of the weeks that begin with the next Monday. */
function weeklyLoads(calls: ForecastCall[], today: IsoDay, weeks: number): { goods: Load; empties: Load }[] {
  const monday = addDays(today, 8 - isoWeekday(dayNumber(today)));
  return Array.from({ length: weeks }, (_, week) => {
    const [first, last] = [addDays(monday, 7 * week), addDays(monday, 7 * week + 6)];
    const parts = calls.map((call) => {
      const quantity = quantityBetween(call.quantities, first, last);
      if (quantity === 0) return { goods: NONE, empties: NONE };
      const { goods, packages } = measureGoods(quantity, { ...call, packaging: call.packaging ?? undefined });
      const load = { ...goods, volumeM3: goods.volumeCubicMeters };
      const back = call.returnable ? scaled(load, call.packaging?.kind === 'GLT' ? 1 / FOLDED : 1) : NONE;
      return {
        goods: load,
        empties: { ...back, massKg: call.returnable ? packages * (call.packaging?.tareKg ?? 0) : 0 },
      };
    });
    return { goods: sum(parts.map(({ goods }) => goods)), empties: sum(parts.map(({ empties }) => empties)) };
  });
}

/** What is called off for the days of a week; a quantity over several days is spread over them. */
export function quantityBetween(quantities: ForecastCall['quantities'], first: IsoDay, last: IsoDay): number {
  return quantities.reduce((total, { from, to = from, quantity }) => {
    const days = dayNumber(to) - dayNumber(from) + 1;
    const within = Math.min(dayNumber(to), dayNumber(last)) - Math.max(dayNumber(from), dayNumber(first)) + 1;
    return within > 0 && days > 0 ? total + (quantity * within) / days : total;
  }, 0);
}

const NONE: Load = { massKg: 0, volumeM3: 0, loadingMeters: 0, palletPlaces: 0 };
const scaled = (load: Load, times: number): Load => ({
  massKg: load.massKg * times,
  volumeM3: load.volumeM3 * times,
  loadingMeters: load.loadingMeters * times,
  palletPlaces: load.palletPlaces * times,
});
const sum = (loads: Load[]): Load =>
  loads.reduce(
    (all, load) => ({
      massKg: all.massKg + load.massKg,
      volumeM3: all.volumeM3 + load.volumeM3,
      loadingMeters: all.loadingMeters + load.loadingMeters,
      palletPlaces: all.palletPlaces + load.palletPlaces,
    }),
    NONE,
  );

/** Whole trucks by agreed rates, tours by the registered kinds of truck at what their carriers charge for them; without rates these are hired for full loads too. */
function vehiclesOf({ rates, vehicles, today }: SeasonSources): PlanVehicle[] {
  const hired = rates.filter((one): one is FullLoadRatesRow => one.kind === 'full-load');
  const emptiesShare = hired[0] ? hired[0].terms.emptiesPercent / 100 : FALLBACK_EMPTIES_SHARE;
  const forLoads = hired.map(
    ({ name, terms }): PlanVehicle => ({
      id: name,
      capacity: { ...terms, volumeM3: terms.volumeCubicMeters },
      fullLoad: {
        base: terms.base,
        perKm: terms.perKm,
        minimum: terms.minimum,
        emptiesShare: terms.emptiesPercent / 100,
      },
      milkRun: {
        ...{ perTour: terms.base, perKm: terms.perKm, perHour: 0, perStop: terms.perStop, mostHours: 90 },
        oneWay: { emptiesShare: terms.emptiesPercent / 100 },
      },
      ...{ emptyGramsPerKm: terms.co2PerKmEmptyKg * 1000, fullGramsPerKm: terms.co2PerKmFullKg * 1000 },
      emptyShare: POSITIONING_SHARE,
    }),
  );
  const tours = rates.filter(({ kind }) => kind === 'tour');
  const forTours = atAgreedPrices(vehicles, tours, today).map(
    (vehicle): PlanVehicle => ({
      id: vehicle.name,
      capacity: { ...vehicle.capacity, volumeM3: vehicle.capacity.volumeCubicMeters },
      ...(hired.length === 0 && {
        fullLoad: {
          ...{ base: vehicle.costPerTour, perKm: vehicle.costPerKm + vehicle.costPerHour / KM_PER_HOUR, minimum: 0 },
          emptiesShare,
        },
      }),
      milkRun: {
        ...{
          perTour: vehicle.costPerTour,
          perKm: vehicle.costPerKm,
          perHour: vehicle.costPerHour,
          perStop: vehicle.costPerStop,
        },
        ...(vehicle.maxStops !== null && { mostStops: vehicle.maxStops }),
        ...{ mostHours: 60, ...(!vehicle.roundTrip && { oneWay: { emptiesShare } }) },
      },
      ...{ emptyGramsPerKm: vehicle.co2PerKmEmptyKg * 1000, fullGramsPerKm: vehicle.co2PerKmFullKg * 1000 },
      emptyShare: POSITIONING_SHARE,
    }),
  );
  return [...new Map([...forLoads, ...forTours].map((vehicle) => [vehicle.id, vehicle])).values()];
}

/** One for each agreed groupage rate whose cross-dock has coordinates. */
function hubsOf(sources: SeasonSources, siteOf: Map<Id, PlanSite>, plant: Id): { at: Located; hub: Hub }[] {
  const truck = vehiclesOf(sources)[0];
  const agreed = sources.rates.filter((one): one is GroupageRatesRow => one.kind === 'groupage');
  return agreed.flatMap(({ tariff, terms }) => {
    const at = siteOf.get(terms.hub);
    if (!isLocated(at) || !truck || at.id === plant) return [];
    const hub: Hub = {
      id: tariff,
      tariff: {
        ...{ fromKg: terms.fromKg, upToKm: terms.upToKm, per100Kg: terms.per100Kg, minimum: terms.minimum },
        ...{
          kgPerM3: terms.kgPerCubicMeter,
          kgPerLoadingMeter: terms.kgPerLoadingMeter,
          kgPerPlace: terms.kgPerPalletPlace,
        },
        ...{ mostKg: terms.mostKg, emptiesFactor: terms.emptiesPercent / 100 },
      },
      ...{ transitDays: terms.transitDays, vehicle: truck.id, arrivals: { fromSeconds: 0, toSeconds: 86_400 } },
      collectionGramsPerTonneKm: COLLECTION_GRAMS_PER_TONNE_KM,
      handlingGramsPerTonne: HANDLING_GRAMS_PER_TONNE,
    };
    return [{ at, hub }];
  });
}

/** The season that is published; lanes that it does not name come on the weekdays of their call-offs. */
function todayOf({ calls, rhythms, tours }: SeasonSources, lanes: PlanLane[], vehicles: PlanVehicle[]): StatedPlan {
  const rhythmOf = new Map(rhythms.map((rhythm) => [rhythm.from, rhythm]));
  const truckOf = (name: string) => vehicles.some(({ id, milkRun }) => id === name && milkRun);
  const driven = tours.filter(
    ({ vehicleName, stops }) => truckOf(vehicleName) && stops.every(({ site }) => lanes.some(({ id }) => id === site)),
  );
  const toured = new Set(driven.flatMap(({ stops }) => stops.map(({ site }) => site)));
  const truck = vehicles.find(({ fullLoad }) => fullLoad)?.id;
  return {
    // A published season was planned with its empties; before it, each load takes its own back.
    plain: rhythms.length === 0,
    tours: driven.map(({ vehicleName, stops, weekdays, departs }) => ({
      ...{ truck: vehicleName, lanes: stops.map(({ site }) => site), weekdays: weekdays as Weekday[] },
      departureSeconds: secondsOf(departs),
    })),
    lanes: lanes
      .filter(({ id }) => !toured.has(id))
      .map((lane) => {
        const rhythm = rhythmOf.get(lane.id);
        const weekdays = (rhythm?.weekdays as Weekday[]) ?? calledWeekdays(calls, lane);
        const isSmall = lane.weekly.loadingMeters / weekdays.length < SMALL_LOADING_METERS && lane.hub !== undefined;
        const concept = rhythm && rhythm.concept !== 'milk-run' ? rhythm.concept : isSmall ? 'groupage' : 'direct';
        return { lane: lane.id, concept, weekdays, ...(concept === 'direct' && truck && { truck }) };
      }),
  };
}

function calledWeekdays(calls: ForecastCall[], { id, weekdays }: PlanLane): Weekday[] {
  const days = new Set(
    calls.flatMap(({ from, quantities }) =>
      from === id
        ? quantities.filter(({ to, quantity }) => !to && quantity > 0).map((one) => isoWeekday(dayNumber(one.from)))
        : [],
    ),
  );
  const found = weekdays.filter((weekday) => days.has(weekday));
  return found.length > 0 ? found : weekdays;
}

const span = (from: string, to: string) => ({ fromSeconds: secondsOf(from), toSeconds: secondsOf(to) });

export function secondsOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 3600 + minutes! * 60;
}

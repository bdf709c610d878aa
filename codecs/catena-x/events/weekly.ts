import type { CapacityGroup, DeliverySchedule } from '@intakt/contract';
import type { Aspect } from '../aspects.ts';
import { type AspectProblem, problem } from '../problem.ts';
import { groupBy, type Translation, unknownPlace } from './translation.ts';

export type WeekBasedMaterialDemand = Aspect<'WeekBasedMaterialDemand'>;
export type WeekBasedCapacityGroup = Aspect<'WeekBasedCapacityGroup'>;

/** What the contract calls the two sides of a weekly aspect, and the sites that it names. */
export interface WeeklyNames {
  customer: string;
  supplier: string;
  /** Of a quantity whose unit the sender left out. */
  unit: string;
  siteOf: (bpns: string) => string | undefined;
}

const DAY_MS = 86_400_000;
const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
const endOfWeek = (monday: string): string => new Date(Date.parse(monday) + 6 * DAY_MS).toISOString().slice(0, 10);
const noMonday = (path: string, day: string): AspectProblem =>
  problem('VALUE_INVALID', path, day, 'the Monday of a week');

/**
 * A WeekBasedMaterialDemand as `schedule-released`, one delivery forecast per site of the customer: the weeks' demand over
 * all categories and supplying sites. The aspect knows no horizons, so all of it is forecast. An inactive demand releases nothing more.
 *
 * @param demand as `readAspect` answers it
 * @param names what the contract calls both sides, the part, and the customer's sites
 */
export function weeklySchedules(
  demand: WeekBasedMaterialDemand,
  names: WeeklyNames & { part: string },
): Translation<'schedule-released'> {
  const translation: Translation<'schedule-released'> = { events: [], problems: [] };
  const series = demand.demandSeries.flatMap((one, s) => {
    const shipTo = names.siteOf(one.customerLocation);
    if (!shipTo) translation.problems.push(unknownPlace(`/demandSeries/${s}`, one.customerLocation));
    const odd = one.demands.findIndex(({ pointInTime }) => !isMonday(pointInTime));
    if (odd >= 0)
      translation.problems.push(
        noMonday(`/demandSeries/${s}/demands/${odd}/pointInTime`, one.demands[odd]!.pointInTime),
      );
    return shipTo && odd < 0 ? [{ shipTo, demands: demand.materialDemandIsInactive ? [] : one.demands }] : [];
  });
  for (const ofSite of groupBy(series, ({ shipTo }) => shipTo)) {
    const demands = ofSite.flatMap((one) => one.demands);
    const weeks = groupBy(demands, ({ pointInTime }) => pointInTime).sort(([a], [b]) =>
      a.pointInTime < b.pointInTime ? -1 : 1,
    );
    const data: DeliverySchedule = {
      ...{ customer: names.customer, supplier: names.supplier, part: names.part, shipTo: ofSite[0].shipTo },
      release: releaseAt(demand.changedAt),
      releasedOn: demand.changedAt.slice(0, 10),
      kind: 'delivery-forecast',
      unit: demand.unitOfMeasure ?? names.unit,
      quantities: weeks.map((week) => ({
        from: week[0].pointInTime,
        to: endOfWeek(week[0].pointInTime),
        quantity: week.reduce((sum, item) => sum + item.demand, 0),
        horizon: 'forecast',
      })),
    };
    translation.events.push({ type: 'schedule-released', occurredAt: demand.changedAt, data });
  }
  return translation;
}

/** The aspect numbers no releases; the moment of the change tells them apart. */
const releaseAt = (instant: string): string => instant.replace(/\.\d+/, '').replace(/[-:]/g, '');

/** What Catena-X calls both sides of a weekly aspect. */
export interface WeeklyAspectNames {
  /** The object's UUID. */
  id: string;
  customer: string;
  supplier: string;
  changedAt: string;
  placeOf: (site: string) => { bpns: string } | undefined;
}

export interface WeeklyNeed {
  site: string;
  unit: string;
  /** By Mondays. */
  weeks: readonly { week: string; quantity: number }[];
}

/** The weeks of a part's current call-offs as a WeekBasedMaterialDemand of the category 0001, which names none. */
export function weekBasedDemandOf(
  needs: readonly WeeklyNeed[],
  names: WeeklyAspectNames & { asset: string; number: string; supplierNumber?: string; description: string },
): { aspect: WeekBasedMaterialDemand; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const demandSeries = needs.flatMap(({ site, weeks }) => {
    const place = names.placeOf(site);
    if (!place) problems.push({ ...unknownPlace('', site), expected: 'a site with BPNS' });
    const demands = weeks.map(({ week, quantity }) => ({ pointInTime: week, demand: quantity }));
    return place
      ? [{ customerLocation: place.bpns, demandCategory: { demandCategoryCode: '0001' as const }, demands }]
      : [];
  });
  const [first] = needs;
  return {
    aspect: {
      materialDemandId: names.id,
      ...{ customer: names.customer, supplier: names.supplier, changedAt: names.changedAt },
      materialNumberCustomer: names.number,
      ...(names.supplierNumber && { materialNumberSupplier: names.supplierNumber }),
      materialDescriptionCustomer: names.description,
      materialGlobalAssetId: names.asset,
      unitOfMeasureIsOmitted: first === undefined,
      ...(first && { unitOfMeasure: first.unit }),
      materialDemandIsInactive: first === undefined,
      demandSeries,
    },
    problems,
  };
}

/**
 * A WeekBasedCapacityGroup as `capacity-stated`, an inactive one as `capacity-withdrawn`. Thresholds at which the sender is
 * alerted, and groups linked to it, are the sender's own.
 *
 * @param group as `readAspect` answers it
 * @param names what the contract calls both sides, the group, the supplier's sites and the customer's numbers
 */
export function capacityGroupOf(
  group: WeekBasedCapacityGroup,
  names: WeeklyNames & { group: string; partOf: (customerNumber: string) => string | undefined },
): Translation<'capacity-stated' | 'capacity-withdrawn'> {
  const about = { owner: names.supplier, group: names.group, customer: names.customer };
  if (group.capacityGroupIsInactive)
    return { events: [{ type: 'capacity-withdrawn', occurredAt: group.changedAt, data: about }], problems: [] };
  const problems: AspectProblem[] = [];
  const parts = linkedParts(group, names, problems);
  const sites = (group.supplierLocations ?? []).map((bpns) => {
    const site = names.siteOf(bpns);
    if (!site) problems.push(unknownPlace('/supplierLocations', bpns));
    return site;
  });
  const weeks = (group.capacities ?? []).map((capacity, i) => {
    if (!isMonday(capacity.pointInTime)) problems.push(noMonday(`/capacities/${i}/pointInTime`, capacity.pointInTime));
    const { actualCapacity: actual, maximumCapacity: maximum, agreedCapacity: agreed } = capacity;
    const delta = capacity.deltaProductionResult;
    return {
      ...{ week: capacity.pointInTime, actual, maximum },
      ...(agreed === undefined ? {} : { agreed }),
      ...(delta === undefined ? {} : { deltaProduction: delta }),
    };
  });
  if (problems.length > 0) return { events: [], problems };
  const [site] = sites;
  const data: CapacityGroup = {
    ...{ ...about, name: group.name, unit: group.unitOfMeasure ?? names.unit, parts },
    // A group of several sites is nobody's in particular.
    ...(site && sites.length === 1 ? { site } : {}),
    weeks: weeks.sort((a, b) => (a.week < b.week ? -1 : 1)),
  };
  return { events: [{ type: 'capacity-stated', occurredAt: group.changedAt, data }], problems };
}

/** One part may be linked by several sites and categories, but takes the same capacity in all of them. */
function linkedParts(
  { linkedDemandSeries = [] }: WeekBasedCapacityGroup,
  { partOf }: { partOf: (customerNumber: string) => string | undefined },
  problems: AspectProblem[],
): CapacityGroup['parts'] {
  if (linkedDemandSeries.length === 0)
    problems.push(problem('MEMBER_MISSING', '/linkedDemandSeries', undefined, 'the demand that draws on the capacity'));
  const factors = new Map<string, number>();
  for (const [i, { materialNumberCustomer, loadFactor = 1 }] of linkedDemandSeries.entries()) {
    const path = `/linkedDemandSeries/${i}`;
    const part = partOf(materialNumberCustomer);
    if (!part) {
      problems.push(
        problem('VALUE_INVALID', `${path}/materialNumberCustomer`, materialNumberCustomer, 'a part that both trade'),
      );
      continue;
    }
    if ((factors.get(part) ?? loadFactor) !== loadFactor)
      problems.push(problem('VALUE_INVALID', `${path}/loadFactor`, loadFactor, `${factors.get(part)}, as before`));
    factors.set(part, loadFactor);
  }
  return Array.from(factors, ([part, loadFactor]) => ({ part, loadFactor }));
}

/** A capacity group as its customer may see it; each part is linked at every site of the customer that it is delivered to. */
export function weekBasedCapacityGroupOf(
  group: Pick<CapacityGroup, 'name' | 'unit' | 'parts' | 'weeks'> & { site?: string | undefined },
  names: WeeklyAspectNames & { placesOf: (part: string) => readonly string[]; numberOf: (part: string) => string },
): { aspect: WeekBasedCapacityGroup; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const bpnsOf = (site: string): string[] => {
    const place = names.placeOf(site);
    if (!place) problems.push({ ...unknownPlace('', site), expected: 'a site with BPNS' });
    return place ? [place.bpns] : [];
  };
  const linkedDemandSeries = group.parts.flatMap(({ part, loadFactor }) =>
    names
      .placesOf(part)
      .flatMap(bpnsOf)
      .map((customerLocation) => ({
        ...{ materialNumberCustomer: names.numberOf(part), customerLocation, loadFactor },
        demandCategory: { demandCategoryCode: '0001' as const },
      })),
  );
  const capacities = group.weeks.map(({ week, actual, maximum, agreed, deltaProduction }) => ({
    ...{ pointInTime: week, actualCapacity: actual, maximumCapacity: maximum },
    ...(agreed === undefined ? {} : { agreedCapacity: agreed }),
    ...(deltaProduction === undefined ? {} : { deltaProductionResult: deltaProduction }),
  }));
  return {
    aspect: {
      capacityGroupId: names.id,
      ...{ name: group.name, customer: names.customer, supplier: names.supplier, changedAt: names.changedAt },
      ...{ unitOfMeasureIsOmitted: false, unitOfMeasure: group.unit, capacityGroupIsInactive: false },
      ...(group.site ? { supplierLocations: bpnsOf(group.site) } : {}),
      ...{ capacities, linkedDemandSeries },
    },
    problems,
  };
}

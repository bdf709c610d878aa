import type { PlannedQuantities } from '@intakt/contract';
import type { PlannedProductionOutput, ShortTermMaterialDemand } from '../aspects.ts';
import { readTimestamp } from '../moment.ts';
import { type AspectProblem, problem } from '../problem.ts';
import {
  type AspectNames,
  groupBy,
  latest,
  mixedUnits,
  type Names,
  sumOf,
  type Translation,
  unknownPlace,
} from './translation.ts';

interface Planned {
  path: string;
  bpns: string;
  day: string;
  quantity: number;
  unit: string;
  at: string;
}

/**
 * A PlannedProductionOutput as `production-planned`, one event per site: what is completed on each calendar day of the
 * sender, over all order positions.
 *
 * @param output as `readAspect` answers it
 * @param names what the contract calls the owner, the part and its sites
 */
export function productionPlans(output: PlannedProductionOutput, names: Names): Translation<'production-planned'> {
  const items = output.positions.flatMap(({ allocatedPlannedProductionOutputs: outputs }, p) =>
    outputs.map((item, i) => ({
      path: `/positions/${p}/allocatedPlannedProductionOutputs/${i}`,
      bpns: item.productionSiteBpns,
      day: readTimestamp(item.estimatedTimeOfCompletion)?.day ?? '',
      quantity: item.plannedProductionQuantity.value,
      unit: item.plannedProductionQuantity.unit,
      at: item.lastUpdatedOnDateTime,
    })),
  );
  return planned('production-planned', items, names);
}

/**
 * A ShortTermMaterialDemand as `requirement-planned`, one event per site of the customer: what is needed on each day, over
 * all demand categories and supplying sites.
 *
 * @param demand as `readAspect` answers it
 * @param names what the contract calls the owner, the part and its sites
 */
export function requirementPlans(demand: ShortTermMaterialDemand, names: Names): Translation<'requirement-planned'> {
  const items = demand.demandSeries.flatMap((series, s) =>
    series.demands.map((item, i) => ({
      path: `/demandSeries/${s}/demands/${i}`,
      bpns: series.customerLocationBpns,
      day: item.day,
      quantity: item.demand.value,
      unit: item.demand.unit,
      at: series.lastUpdatedOnDateTime,
    })),
  );
  return planned('requirement-planned', items, names);
}

type PlanType = 'production-planned' | 'requirement-planned';

function planned<T extends PlanType>(type: T, items: readonly Planned[], names: Names): Translation<T> {
  const translation: Translation<T> = { events: [], problems: [] };
  const known = items.flatMap((item) => {
    const site = names.siteOf(item.bpns);
    const objection =
      site === undefined ? unknownPlace(item.path, item.bpns) : item.quantity < 0 ? negative(item) : undefined;
    if (objection) translation.problems.push(objection);
    return site === undefined || objection ? [] : [{ ...item, site }];
  });
  for (const plan of groupBy(known, ({ site }) => site)) {
    const occurredAt = latest(plan.map(({ at }) => at) as [string, ...string[]]);
    const data = planOf(plan, names, translation.problems);
    if (data) translation.events.push({ type, occurredAt, data } as Translation<T>['events'][number]);
  }
  return translation;
}

const negative = ({ path, quantity }: Planned): AspectProblem =>
  problem('VALUE_INVALID', path, quantity, 'a planned quantity of 0 or more');

/** From the first to the last day that is named; days between without quantity are days on which nothing is planned. */
function planOf(
  plan: readonly [Planned & { site: string }, ...(Planned & { site: string })[]],
  { owner, part }: Names,
  problems: AspectProblem[],
): PlannedQuantities | undefined {
  const [{ site, path, unit }] = plan;
  if (!sumOf(plan)) {
    problems.push(mixedUnits(path, unit));
    return undefined;
  }
  const days = groupBy(plan, ({ day }) => day).sort(([a], [b]) => (a.day < b.day ? -1 : 1));
  const quantities = days.map((items) => ({
    day: items[0].day,
    quantity: sumOf([{ quantity: 0, unit }, ...items])?.quantity ?? 0,
  }));
  return { owner, site, part, unit, from: days[0]![0].day, to: days.at(-1)![0].day, quantities };
}

/** When Catena-X should be told that a plan was last changed. */
type PlanNames = AspectNames & { updatedAt: string };

/**
 * Production plans of one part as a PlannedProductionOutput, without order positions. The contract plans days, so each
 * quantity is completed at the end of its day (UTC).
 */
export function plannedProductionOf(
  plans: readonly PlannedQuantities[],
  names: PlanNames,
): { aspect: PlannedProductionOutput; problems: AspectProblem[] } {
  const { found, problems } = placed(plans, names);
  const allocatedPlannedProductionOutputs = found.flatMap(({ plan, bpns }) =>
    plan.quantities.map(({ day, quantity }) => ({
      plannedProductionQuantity: { value: quantity, unit: plan.unit },
      productionSiteBpns: bpns,
      estimatedTimeOfCompletion: `${day}T23:59:59.000Z`,
      lastUpdatedOnDateTime: names.updatedAt,
    })),
  );
  const positions = allocatedPlannedProductionOutputs.length > 0 ? [{ allocatedPlannedProductionOutputs }] : [];
  return { aspect: { materialGlobalAssetId: names.asset, positions }, problems };
}

/** Requirement plans of one part as a ShortTermMaterialDemand of the category 0001, which names none. */
export function materialDemandOf(
  plans: readonly PlannedQuantities[],
  names: PlanNames & { supplierSite?: string },
): { aspect: ShortTermMaterialDemand; problems: AspectProblem[] } {
  const { found, problems } = placed(plans, names);
  const demandSeries = found.map(({ plan, bpns }) => ({
    customerLocationBpns: bpns,
    ...(names.supplierSite && { expectedSupplierLocationBpns: names.supplierSite }),
    demandCategory: { demandCategoryCode: '0001' as const },
    demands: plan.quantities.map(({ day, quantity }) => ({ day, demand: { value: quantity, unit: plan.unit } })),
    lastUpdatedOnDateTime: names.updatedAt,
  }));
  return { aspect: { materialGlobalAssetId: names.asset, demandSeries }, problems };
}

function placed(plans: readonly PlannedQuantities[], { placeOf }: AspectNames) {
  const problems: AspectProblem[] = [];
  const found = plans.flatMap((plan) => {
    const place = placeOf(plan.site);
    if (!place) problems.push({ ...unknownPlace('', plan.site), expected: 'a site with BPNS' });
    return place ? [{ plan, bpns: place.bpns }] : [];
  });
  return { found, problems };
}

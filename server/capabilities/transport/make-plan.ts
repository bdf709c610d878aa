import { randomUUID } from 'node:crypto';
import type { Id, IsoDay } from '@intakt/contract';
import { inspectProblem } from '@intakt/routing';
import { type Member, personOf } from '../../access/access.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { buildProblem, prepareProblem } from './build-problem.ts';
import { greatCircle } from './distances/great-circle.ts';
import { OSRM, VALHALLA } from './distances/over-http.ts';
import { type DistanceProvider, type Distances, isAnswer, type Located } from './distances/provider.ts';
import { overHttp } from './distances/router.ts';
import { storedMatrix } from './distances/stored-matrix.ts';
import type { Draft, PlanFinding } from './draft.ts';
import { aloneTours, figuresOf } from './judge-draft.ts';
import { insertPlan, listStoredDistances, type PlanRow, roadCache } from './plan-store.ts';
import { listRates } from './price-store.ts';
import { listOrders, listPlanSites, listVehicleTypes } from './store.ts';

export const PROVIDERS = ['best', 'great-circle', 'stored', 'osrm', 'valhalla'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

export interface PlanWish {
  day: IsoDay;
  name?: string;
  /** Only these; else all of the day that are on no tour. */
  orders?: Id[];
  vehicles?: Id[];
  provider?: ProviderName;
  seed?: number;
}

const MOST_ORDERS = 10_000;

/** A draft for a day: orders, trucks and distances as they are now, what cannot be planned named, nothing driven yet. */
export const makePlan = async (house: House, who: Member, wish: PlanWish): Promise<PlanRow> =>
  keepPlan(house, who, await draftPlan(house, who, wish));

export async function keepPlan(house: House, who: Member, plan: PlanRow): Promise<PlanRow> {
  await house.db.system((tx) => insertPlan(tx, plan, personOf(who)));
  return plan;
}

export async function draftPlan(house: House, who: Member, wish: PlanWish): Promise<PlanRow> {
  const now = house.clock.instant();
  const read = await readAs(house, who, async (tx) => ({
    orders: await listOrders(tx, { day: wish.day, customer: who.organisation, limit: MOST_ORDERS }),
    vehicles: (await listVehicleTypes(tx)).filter(({ owner }) => owner === who.organisation),
    sites: await listPlanSites(tx),
    stored: await listStoredDistances(tx, who.organisation),
    rates: (await listRates(tx, { day: wish.day })).filter(({ customer }) => customer === who.organisation),
  }));
  const orders = read.orders.filter(({ id, state }) => (wish.orders ? wish.orders.includes(id) : state === 'ordered'));
  if (orders.length === 0)
    return refuse('INVALID', {
      path: 'day',
      problem: 'has no open transport order; order some first',
      value: wish.day,
    });
  const vehicles = read.vehicles.filter(({ id }) => !wish.vehicles || wish.vehicles.includes(id));
  const prepared = prepareProblem({
    ...{ customer: who.organisation, day: wish.day, now },
    ...{ orders, vehicles, rates: read.rates, sites: read.sites },
  });
  const providers = providersOf(house, read.stored, wish.provider ?? 'best');
  const { distances, findings } = await askInTurn(providers, prepared.places);
  const inspected = inspectProblem(buildProblem(prepared, vehicles, distances, now));
  const draft: Draft = {
    facts: prepared.facts,
    problem: inspected.problem,
    tours: [],
    findings: [...prepared.findings, ...findings, ...inspected.findings],
  };
  return {
    ...draft,
    id: `plan-${randomUUID()}`,
    organisation: who.organisation,
    day: wish.day,
    name: wish.name ?? wish.day,
    state: 'draft',
    version: 1,
    seed: wish.seed ?? 1,
    distances: { provider: distances.provider, asOf: distances.asOf },
    baseline: figuresOf({ ...draft, tours: aloneTours(draft) }),
    run: null,
    createdAt: now,
    changedAt: now,
    publishedAt: null,
  };
}

type Stored = Awaited<ReturnType<typeof listStoredDistances>>;

/** In the order in which they are asked; the last always answers. */
function providersOf(house: House, stored: Stored, wanted: ProviderName): DistanceProvider[] {
  const { osrmUrl, valhallaUrl } = house.config;
  const cache = roadCache((work) => house.db.system(work));
  const now = () => house.clock.instant();
  const all = [
    ...(stored.length > 0 || wanted === 'stored' ? [storedMatrix(stored)] : []),
    ...(osrmUrl ? [overHttp({ dialect: OSRM, url: osrmUrl, cache, now })] : []),
    ...(valhallaUrl ? [overHttp({ dialect: VALHALLA, url: valhallaUrl, cache, now })] : []),
    greatCircle(now()),
  ];
  if (wanted === 'best') return all;
  const chosen = all.filter(({ name }) => name === wanted);
  if (chosen.length === 0)
    return refuse('INVALID', { path: 'provider', problem: 'is not configured here; set its address', value: wanted });
  return [...chosen, ...all.filter(({ name }) => name === 'great-circle' && name !== wanted)];
}

/** What a provider cannot answer stands on the plan, and the next one is asked. */
async function askInTurn(
  providers: readonly DistanceProvider[],
  places: readonly Located[],
): Promise<{ distances: Distances; findings: PlanFinding[] }> {
  const findings: PlanFinding[] = [];
  for (const provider of providers) {
    const answer = await provider.matrix(places);
    if (isAnswer(answer)) return { distances: answer, findings };
    findings.push({ code: 'DISTANCES_UNANSWERED', subject: provider.name, message: answer.problem });
  }
  throw new Error('bug: the great circle always answers');
}

import type { Id } from '@intakt/contract';
import type { StressReport, TransportPlan } from '@intakt/transport-plan';
import type { House } from '../../house.ts';
import { type JobKind, type JobRun, principalOfRun } from '../../job-kind.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { type SeasonAssumptions, type SeasonGiven, seasonNetwork } from './season-network.ts';
import { SeasonWish } from './season-schemas.ts';
import { listRates } from './price-store.ts';
import { listForecastCalls, listMasterTours, listRhythms } from './season-store.ts';
import { listPlanSites, listVehicleTypes } from './store.ts';

export const SEASON_PLAN = 'season-plan';

/** What a scenario assumes where it does not say otherwise. */
const USUAL: Omit<SeasonAssumptions, 'site'> = {
  ...{ weeks: 12, leastPickups: 1, leastVariationPercent: 10 },
  ...{ bays: 8, openFrom: '06:00', openTo: '22:00', pickupFrom: '06:00', pickupTo: '18:00', unloadMinutes: 20 },
  ...{ valuePerKg: 8, stockPercentPerYear: 10, placePerWeek: 3, perTonneCo2: 0, perArrival: 18 },
  ...{ mostOverflowPercent: 10, seed: 1 },
};

interface SeasonAnswer extends Omit<SeasonGiven, 'network' | 'today' | 'seed'> {
  plan: TransportPlan;
  without: TransportPlan;
  today: TransportPlan;
  stress: StressReport;
}

/** Plans a season for one plant: read with the rights of who asked, planned in a worker, kept as a scenario until it is published. */
export const seasonPlanJob: JobKind<SeasonWish, SeasonGiven, SeasonAnswer> = {
  name: SEASON_PLAN,
  input: SeasonWish,
  may: may.plan,
  keepsBest: true,
  gather: async (house, run) =>
    seasonNetwork(await readSources(house, run, run.input.site), { ...USUAL, ...run.input }),
  conclude: async (_house, _run, answer) => ({ ...answer }),
};

async function readSources(house: House, run: JobRun, site: Id) {
  const day = house.clock.instant().slice(0, 10);
  const customer = run.organisation;
  const sources = await house.db.as(principalOfRun(run), async (tx) => ({
    today: day,
    calls: await listForecastCalls(tx, { customer, to: site, day }),
    sites: await listPlanSites(tx),
    rates: (await listRates(tx, { day })).filter((rates) => rates.customer === customer),
    vehicles: (await listVehicleTypes(tx)).filter(({ owner }) => owner === customer),
    rhythms: (await listRhythms(tx, day)).filter(({ to }) => to === site),
    tours: (await listMasterTours(tx, day)).filter(({ to }) => to === site),
  }));
  const plant = sources.sites.find(({ id, owner }) => id === site && owner === customer);
  if (!plant) return refuse('NOT_FOUND', { what: 'site', id: site });
  if (plant.latitude === null || plant.longitude === null)
    return refuse('INVALID', { path: 'input.site', problem: 'has no coordinates; register them', value: site });
  if (sources.calls.length === 0)
    return refuse('INVALID', { path: 'input.site', problem: 'has no lane with a schedule; release one', value: site });
  if (sources.vehicles.length === 0 && !sources.rates.some(({ kind }) => kind === 'full-load'))
    return refuse('INVALID', {
      path: 'input.site',
      problem: 'has no truck: register a kind of truck, or agree on full-load rates',
      value: site,
    });
  return sources;
}

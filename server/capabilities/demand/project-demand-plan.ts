import type { EventData, Id } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { weekProblem } from './forecast-rules.ts';

const buildPlanStated: Projection<'build-plan-stated'> = {
  needs: () => [],
  check: ({ data }) => {
    for (const [place, { weeks }] of data.models.entries()) {
      const problem = weekProblem(weeks, `models.${place}.weeks`);
      if (problem) return problem;
    }
    return unknownModel(data.models, data.takeRates);
  },
  apply: (event, rows) => {
    const { owner, site, release, models, takeRates } = event.data;
    const { audience, sequence } = event;
    rows.put('build_plan', { owner, site, release, models, take_rates: takeRates, audience, sequence });
  },
};

/** A take rate of a model that nobody builds would be lost without a word. */
function unknownModel(models: readonly { model: string }[], rates: readonly { model: string }[]): Refusal | undefined {
  const known = new Set(models.map(({ model }) => model));
  const place = rates.findIndex(({ model }) => !known.has(model));
  if (place < 0) return undefined;
  const problem = `is none of the plan's models (${[...known].slice(0, 20).join(', ')})`;
  return new Refusal('INVALID', { path: `takeRates.${place}.model`, problem, value: rates[place]!.model });
}

type ScenarioState = 'open' | 'promoted' | 'dropped';
interface ScenarioRow extends Row {
  state: ScenarioState;
}

const scenarioStated: Projection<'scenario-stated'> = {
  needs: ({ data }) => [scenarioNeed(data), need('build_plan', data.owner, data.site)],
  check: ({ data }, rows) => {
    const plan = rows.get<Row & { models: { model: string }[] }>('build_plan', data.owner, data.site);
    if (!plan) return new Refusal('UNKNOWN_REFERENCE', { what: 'build plan of site', id: data.site });
    const known = rows.get<ScenarioRow>('demand_scenario', data.owner, data.site, data.scenario);
    if (known && known.state !== 'open') return wrongState(data.scenario, known.state, 'changing it');
    return unknownModel(plan.models, [...data.volumes, ...data.takeRates]);
  },
  apply: (event, rows) => {
    const { owner, site, scenario, name, volumes, takeRates } = event.data;
    const { audience, sequence } = event;
    const row = { owner, site, scenario, name, volumes, take_rates: takeRates, state: 'open', audience, sequence };
    rows.put('demand_scenario', row);
  },
};

const scenarioNeed = ({ owner, site, scenario }: EventData<'scenario-promoted'>) =>
  need('demand_scenario', owner, site, scenario);

const scenarioEnds = <T extends 'scenario-promoted' | 'scenario-dropped'>(state: ScenarioState): Projection<T> => ({
  needs: ({ data }) => [scenarioNeed(data)],
  check: ({ data }, rows) => {
    const known = rows.get<ScenarioRow>('demand_scenario', data.owner, data.site, data.scenario);
    if (!known) return new Refusal('NOT_FOUND', { what: 'scenario', id: data.scenario });
    return known.state === 'open' ? undefined : wrongState(data.scenario, known.state, `making it ${state}`);
  },
  apply: (event, rows) => {
    const { owner, site, scenario } = event.data;
    const known = rows.get<ScenarioRow>('demand_scenario', owner, site, scenario);
    if (known) rows.put('demand_scenario', { ...known, state, sequence: event.sequence });
  },
});

const wrongState = (id: string, state: string, action: string): Refusal =>
  new Refusal('WRONG_STATE', { what: 'Scenario', id, state, action, needed: 'the state open' });

const endDemandPassed: Projection<'end-demand-passed'> = {
  needs: ({ data }) => [need('agreement_grant', data.owner, data.supplier)],
  check: ({ data }, rows) => (passesThrough(rows, data) ? weekProblem(data.weeks) : noAgreement(data)),
  apply: (event, rows) => {
    const { owner, supplier, site, part, shipFrom, unit, tier, asOf, weeks } = event.data;
    rows.put('end_demand', {
      ...{ owner, supplier, site, part, unit, tier, weeks },
      ship_from: shipFrom ?? null,
      as_of: asOf,
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

interface Grant extends Row {
  kind: string;
  site: Id;
  part: Id;
}

const passesThrough = (rows: RowSet, { owner, supplier, site, part }: EventData<'end-demand-passed'>): boolean =>
  rows
    .list<Grant>('agreement_grant', owner, supplier)
    .some(
      (grant) =>
        grant.kind === 'pass-through' &&
        (grant.site === '' || grant.site === site) &&
        (grant.part === '' || grant.part === part),
    );

const noAgreement = ({ owner, supplier, part }: EventData<'end-demand-passed'>): Refusal =>
  new Refusal('NOT_ALLOWED', {
    who: owner,
    what: `pass the end demand of ${part} to ${supplier}`,
    needed: 'an accepted agreement of the kind pass-through',
  });

export const demandPlanProjections: Projections = {
  'build-plan-stated': buildPlanStated,
  'scenario-stated': scenarioStated,
  'scenario-promoted': scenarioEnds('promoted'),
  'scenario-dropped': scenarioEnds('dropped'),
  'end-demand-passed': endDemandPassed,
};

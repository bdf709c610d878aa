import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { BuildPlan, DemandScenario, Id, IsoDay, RecordOutcome } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { commandOf, recordAll, recordAs } from '../../access/index.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { readBullwhip } from './bullwhip.ts';
import { applyScenario } from './demand-plan-explode.ts';
import { readBuildPlans, readScenarios, type ScenarioRow } from './demand-plan-store.ts';
import { compareScenario, listEndDemand, ownRequirements } from './demand-plan-view.ts';
import { mondayOf } from './forecast-rules.ts';

const tags = ['demand'];
const Weeks = Type.Array(Type.Object({ week: IsoDay, quantity: Type.Number() }));
const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);
const Plan = Type.Omit(BuildPlan, []);
const Scenario = Type.Intersect([DemandScenario, Type.Object({ state: Type.Enum(['open', 'promoted', 'dropped']) })]);
const Of = Type.Object({ site: Id, scenario: Id });

const PassedAndOrdered = Type.Object({
  customer: Id,
  supplier: Id,
  site: Id,
  part: Id,
  unit: Type.String(),
  tier: Type.Integer(),
  asOf: IsoDay,
  weeks: Weeks,
  release: Type.Union([Type.String(), Type.Null()]),
  orders: Weeks,
  /** Over the weeks of which both speak. */
  comparedWeeks: Type.Integer(),
  bullwhip: MaybeNumber,
  bound: MaybeNumber,
  boundWithoutSharing: MaybeNumber,
});
const Bullwhip = Type.Object({
  customer: Id,
  supplier: Type.Optional(Id),
  site: Id,
  part: Id,
  unit: Type.String(),
  against: Type.Enum(['end-demand', 'own-demand']),
  weeks: Type.Integer(),
  ratio: Type.Number(),
  bound: Type.Optional(Type.Number()),
  boundWithoutSharing: Type.Optional(Type.Number()),
  removed: Type.Optional(Type.Number()),
  because: Type.Enum(['order-batching', 'demand-signal', 'over-reaction']),
});
const Requirement = Type.Object({
  site: Id,
  part: Id,
  gross: Weeks,
  net: Weeks,
});

export const demandPlanRoutes: PlainRoutes = (app, house) => {
  for (const routes of [planRoutes, endDemandRoutes, scenarioRoutes, scenarioStepRoutes]) routes(app, house);
};

const planRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/build-plans',
    {
      schema: {
        tags,
        summary: 'The own build plans by site',
        response: { 200: Type.Object({ plans: Type.Array(Plan) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return { plans: await readAs(house, who, (tx) => readBuildPlans(tx, who.organisation)) };
    },
  );
  app.put(
    '/api/build-plans',
    {
      schema: {
        tags,
        summary: 'State units per model and week and their take rates; replaces the plan of the site',
        body: Type.Omit(BuildPlan, ['owner']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { ...request.body, owner: who.organisation };
      return recordAs(house, { request, who, type: 'build-plan-stated', data });
    },
  );
};

const endDemandRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/end-demand',
    {
      schema: {
        tags,
        summary:
          'End demand that each tier passed on, beside the orders of the same relation, and how much more they vary',
        querystring: Type.Object({ part: Type.Optional(Id) }),
        response: { 200: Type.Object({ relations: Type.Array(PassedAndOrdered) }) },
      },
    },
    async (request) => ({
      relations: await readAs(house, principalOf(request), (tx) => listEndDemand(tx, request.query.part)),
    }),
  );
  app.get(
    '/api/bullwhip',
    {
      schema: {
        tags,
        summary:
          'How much more orders vary than the demand that caused them: the own tier, and relations with shared end demand',
        response: { 200: Type.Object({ tiers: Type.Array(Bullwhip) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const at = { own: who.organisation, today: house.clock.today() };
      return { tiers: await readAs(house, who, (tx) => readBullwhip(tx, at)) };
    },
  );
  app.get(
    '/api/end-demand/requirements',
    {
      schema: {
        tags,
        summary: 'What end demand needs of the own parts, gross, and net of stock, transit and call-offs',
        response: { 200: Type.Object({ requirements: Type.Array(Requirement) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const thisWeek = mondayOf(house.clock.today());
      return { requirements: await readAs(house, who, (tx) => ownRequirements(tx, who.organisation, thisWeek)) };
    },
  );
};

const scenarioRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/scenarios',
    {
      schema: {
        tags,
        summary: 'Scenarios beside the build plan, open ones first',
        querystring: Type.Object({ site: Type.Optional(Id) }),
        response: { 200: Type.Object({ scenarios: Type.Array(Scenario) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return { scenarios: await readAs(house, who, (tx) => readScenarios(tx, who.organisation, request.query.site)) };
    },
  );
  app.put(
    '/api/scenarios',
    {
      schema: {
        tags,
        summary: 'State a scenario: other volumes and take rates; the plan stays as it is',
        body: Type.Omit(DemandScenario, ['owner']),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { ...request.body, owner: who.organisation };
      return recordAs(house, { request, who, type: 'scenario-stated', data });
    },
  );
  app.get(
    '/api/scenarios/comparison',
    {
      schema: {
        tags,
        summary: 'What a scenario would change of each part, against the plan',
        querystring: Of,
        response: {
          200: Type.Object({
            parts: Type.Array(
              Type.Object({
                part: Id,
                plan: Type.Number(),
                scenario: Type.Number(),
                delta: Type.Number(),
                peakWeek: Type.Union([IsoDay, Type.Null()]),
                peakDelta: Type.Number(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const { plan, scenario } = await planAndScenario(house, who, request.query);
      const thisWeek = mondayOf(house.clock.today());
      return { parts: await readAs(house, who, (tx) => compareScenario(tx, { plan, scenario, thisWeek })) };
    },
  );
};

const scenarioStepRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/scenarios/promote',
    {
      schema: {
        tags,
        summary: 'Make a scenario the plan: a step of its own',
        body: Of,
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const { plan, scenario } = await planAndScenario(house, who, request.body);
      const { owner: _owner, ...promoted } = applyScenario(plan, scenario);
      const release = `${scenario.name} ${house.clock.today()}`.slice(0, 70);
      const [, outcome] = await recordAll(house, who.organisation, [
        commandOf(house, 'scenario-promoted', { owner: who.organisation, ...request.body }),
        commandOf(house, 'build-plan-stated', { ...promoted, owner: who.organisation, release }),
      ]);
      return outcome!;
    },
  );
  app.post(
    '/api/scenarios/drop',
    { schema: { tags, summary: 'Drop a scenario', body: Of, response: { 200: RecordOutcome } } },
    async (request) => {
      const who = may.plan(principalOf(request));
      const data = { owner: who.organisation, ...request.body };
      return recordAs(house, { request, who, type: 'scenario-dropped', data });
    },
  );
};

async function planAndScenario(house: House, who: Parameters<typeof readAs>[1], of: { site: Id; scenario: Id }) {
  const { plans, scenarios } = await readAs(house, who, async (tx) => ({
    plans: await readBuildPlans(tx, who.organisation),
    scenarios: await readScenarios(tx, who.organisation, of.site),
  }));
  const plan =
    plans.find(({ site }) => site === of.site) ?? refuse('NOT_FOUND', { what: 'build plan of', id: of.site });
  const scenario: ScenarioRow =
    scenarios.find((one) => one.scenario === of.scenario) ?? refuse('NOT_FOUND', { what: 'scenario', id: of.scenario });
  return { plan, scenario };
}

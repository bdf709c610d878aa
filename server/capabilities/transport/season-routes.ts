import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay, RecordOutcome } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf, recordAll } from '../../access/index.ts';
import type { Principal } from '../../access/principal.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { publicationOf } from './publish-season.ts';
import { SEASON_PLAN } from './season-job.ts';
import { Scenario, ScenarioListed, SeasonAnswer } from './season-schemas.ts';
import { listMasterTours, listRhythms, listScenarios, listSeasonPlans, type ScenarioRow } from './season-store.ts';

const tags = ['transport'];
const ById = Type.Object({ id: Id });

export const seasonRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/transport/season',
    {
      schema: {
        tags,
        summary: 'The published season: plans of mine, rhythms of my lanes, master tours that I drive or pay',
        querystring: Type.Object({ day: Type.Optional(IsoDay) }),
        response: { 200: SeasonAnswer },
      },
    },
    async (request) => {
      const day = request.query.day ?? house.clock.instant().slice(0, 10);
      return readAs(house, principalOf(request), async (tx) => ({
        plans: await listSeasonPlans(tx),
        rhythms: await listRhythms(tx, day),
        tours: await listMasterTours(tx, day),
      }));
    },
  );
  scenarioRoutes(instance, house);
  publishRoute(instance, house);
};

const scenarioRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/transport/season-scenarios',
    {
      schema: {
        tags,
        summary: 'Season plans that were computed, newest first, beside today’s',
        description: 'A scenario is made by `POST /api/jobs` with kind `season-plan`.',
        response: { 200: Type.Object({ scenarios: Type.Array(ScenarioListed) }) },
      },
    },
    async (request) => {
      const rows = await readAs(house, principalOf(request), (tx) => listScenarios(tx, { kind: SEASON_PLAN }));
      return { scenarios: rows.map(listed) };
    },
  );
  app.get(
    '/api/transport/season-scenarios/:id',
    { schema: { tags, summary: 'One computed season plan in full', params: ById, response: { 200: Scenario } } },
    async (request) => scenario(await foundScenario(house, principalOf(request), request.params.id)),
  );
};

const publishRoute: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/transport/season-scenarios/:id/publish',
    {
      schema: {
        tags,
        summary: 'Publish a season plan: each supplier sees its own rhythm, each carrier its tours',
        params: ById,
        body: Type.Object(
          { validFrom: IsoDay, validTo: IsoDay, currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ outcomes: Type.Array(RecordOutcome) }) },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const { validFrom, validTo, currency = 'EUR' } = request.body;
      if (validTo < validFrom)
        return refuse('INVALID', {
          path: 'validTo',
          problem: `ends before ${validFrom}, when it begins`,
          value: validTo,
        });
      const row = await foundScenario(house, who, request.params.id);
      const computed = scenario(row);
      const carriers = (row.result?.carriers ?? {}) as Record<string, string | null>;
      const publication = { customer: who.organisation, name: computed.name, currency, validFrom, validTo, carriers };
      return { outcomes: await recordAll(house, who.organisation, publicationOf(house, computed, publication)) };
    },
  );
};

async function foundScenario(house: House, who: Principal, id: string): Promise<ScenarioRow> {
  const [row] = await readAs(house, who, (tx) => listScenarios(tx, { kind: SEASON_PLAN, id }));
  return row ?? refuse('NOT_FOUND', { what: 'season plan', id });
}

const nameOf = ({ input, createdAt }: ScenarioRow): string =>
  String(input.name ?? createdAt.slice(0, 16).replace('T', ' '));

function scenario(row: ScenarioRow): Scenario {
  const { carriers: _, ...result } = row.result as unknown as Scenario & { carriers: unknown };
  return { ...result, id: row.id, name: nameOf(row), state: row.state, createdAt: row.createdAt };
}

function listed(row: ScenarioRow) {
  const { plan, without, today } = scenario(row);
  const figures = ({ cost, co2Kg, truckKm, peakPerHour, tours }: Scenario['plan']) => ({
    ...{ cost, co2Kg, truckKm, peakPerHour },
    tours: tours.length,
  });
  return {
    ...{ id: row.id, name: nameOf(row), site: String(row.input.site), state: row.state, createdAt: row.createdAt },
    ...{ plan: figures(plan), without: figures(without), today: figures(today) },
  };
}

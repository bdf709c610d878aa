import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, SCHEDULE_KINDS } from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { recordAll } from '../../access/record-as.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { OneRelation } from './commit-schemas.ts';
import { readReceived, readReleases } from './history-store.ts';
import { releaseCommands, replaced } from './release-commands.ts';
import { dampedWeeks, goAheads, judgeStability, positionOf } from './stability.ts';
import { listCumulatives, listSchedules } from './store.ts';

const tags = ['demand'];
const ZoneShape = Type.Object({ changed: Type.Number(), before: Type.Number(), share: Type.Optional(Type.Number()) });
const Zones = Type.Object({ firm: ZoneShape, production: ZoneShape, material: ZoneShape, forecast: ZoneShape });
const Weeks = Type.Array(
  Type.Object({ week: Type.String(), previous: Type.Number(), wanted: Type.Number(), damped: Type.Number() }),
);
const StabilityShape = Type.Object({
  releases: Type.Integer(),
  horizons: Type.Object({ firmTo: Type.Integer(), productionTo: Type.Integer(), materialTo: Type.Integer() }),
  zones: Zones,
  effects: Type.Array(
    Type.Object({
      hold: Type.Number({ description: 'Share of the release before that is kept' }),
      nervousness: Zones,
      wape: Type.Optional(Type.Number({ description: 'Absolute error outside the firm zone by what came' })),
      weeks: Weeks,
    }),
  ),
  goAheads: Type.Array(
    Type.Object({
      kind: Type.Enum(['production', 'material', 'finished']),
      cumulative: Type.Number(),
      until: Type.Optional(Type.String()),
      stated: Type.Boolean(),
    }),
  ),
  position: Type.Optional(
    Type.Object({
      required: Type.Number(),
      received: Type.Number(),
      inTransit: Type.Number(),
      backorder: Type.Number(),
      advance: Type.Number(),
    }),
  ),
});

const DampBody = Type.Object(
  {
    ...{ supplier: Id, part: Id, shipTo: Id, kind: Type.Enum([...SCHEDULE_KINDS]) },
    releaseEvent: Type.String({ format: 'uuid', description: 'Event of the release that was read' }),
    hold: Type.Number({ minimum: 0, maximum: 1 }),
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  },
  { additionalProperties: false },
);

/** How calm a relation's releases are, and releases that are calmer. */
export const stabilityRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/schedules/stability',
    {
      schema: {
        tags,
        summary: 'Nervousness per horizon, what damping would do, go-aheads, backorder and advance of one relation',
        querystring: OneRelation,
        response: { 200: StabilityShape },
      },
    },
    async (request) => stabilityOf(house, principalOf(request), request.query),
  );

  app.post(
    '/api/schedules/damping',
    {
      schema: {
        tags,
        summary: 'The customer blends its last release with the one before; the blend becomes its next release',
        body: DampBody,
        response: { 200: Type.Object({ release: Type.String() }) },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const { hold, text, releaseEvent, ...relation } = request.body;
      const whole = { ...relation, customer: who.organisation };
      const [schedule] = await readAs(house, who, (tx) => listSchedules(tx, { ...whole, limit: 1 }));
      if (!schedule) return refuse('NOT_FOUND', { what: 'delivery schedule', id: Object.values(whole).join(' ') });
      const stale = replaced(schedule, releaseEvent);
      if (stale) throw stale;
      const weeks = dampedWeeks(schedule, hold);
      if (weeks.length === 0)
        return refuse('INVALID', { path: 'hold', problem: 'changes nothing outside the firm zone', value: hold });
      const wanted = new Map(weeks.map(({ week, damped }) => [week, damped]));
      const change = { weeks: wanted, cause: 'damping' as const, ...(text ? { text } : {}) };
      const { release, commands } = releaseCommands(house, schedule, change);
      await recordAll(house, who.organisation, commands);
      return { release };
    },
  );
};

async function stabilityOf(house: House, who: Parameters<typeof readAs>[1], relation: Static<typeof OneRelation>) {
  const today = house.clock.today();
  return readAs(house, who, async (tx) => {
    const [schedule] = await listSchedules(tx, { ...relation, limit: 1 });
    if (!schedule) return refuse('NOT_FOUND', { what: 'delivery schedule', id: Object.values(relation).join(' ') });
    const releases = await readReleases(tx, relation);
    const received = await readReceived(tx, relation);
    const [counted] = await listCumulatives(tx, relation);
    const position = positionOf(schedule, counted, today);
    return {
      ...judgeStability({ schedule, releases, received, today }),
      goAheads: goAheads(schedule),
      ...(position ? { position } : {}),
    };
  });
}

import { createHash, randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant } from '@intakt/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Member } from '../access/access.ts';
import { principalOf } from '../access/authenticate.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../house.ts';
import type { AnyJobKind } from '../job-kind.ts';
import { refuse } from '../refuse.ts';
import { JOB_KINDS } from './kinds.ts';
import { cancelRun, countWaiting, findRun, JOB_STATES, listRuns, queueRun, type ShownRun } from './store.ts';

const tags = ['jobs'];
/** So many runs of one organisation may wait or be under way. */
const MOST_WAITING = 20;

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Anything = Type.Object({}, { additionalProperties: true });
const Run = Type.Object({
  id: Type.String(),
  organisation: Type.String(),
  kind: Type.String(),
  person: nullable(Type.String()),
  input: Anything,
  state: Type.Enum([...JOB_STATES]),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  note: nullable(Anything),
  result: nullable(Anything),
  problem: nullable(Type.String()),
  cancelAsked: Type.Boolean(),
  createdAt: Instant,
  startedAt: nullable(Instant),
  endedAt: nullable(Instant),
});

export const jobRoutes: Routes = (app, house) => jobRoutesFor(JOB_KINDS)(app, house);

/** The same over other kinds. */
export const jobRoutesFor =
  (kinds: readonly AnyJobKind[]): PlainRoutes =>
  (instance, house) => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    app.post(
      '/api/jobs',
      {
        schema: {
          tags,
          summary: 'Start a long computation; its progress comes through the feed as a change of "jobs"',
          body: Type.Object({ kind: Type.String({ maxLength: 60 }), input: Anything }, { additionalProperties: false }),
          response: { 202: Run },
        },
      },
      async (request, reply) => {
        const { kind: name, input } = request.body;
        const kind = kinds.find((one) => one.name === name) ?? refuse('NOT_FOUND', { what: 'kind of run', id: name });
        const who = kind.may(principalOf(request));
        const run = await start(house, who, { kind, input, key: request.headers['idempotency-key'] });
        return reply.status(202).send(run as never);
      },
    );
    readingRoutes(app, house);
    cancelRoute(kinds)(app, house);
  };

const readingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/jobs',
    {
      schema: {
        tags,
        summary: 'Long computations of my organisation, newest first',
        querystring: Type.Object({
          kind: Type.Optional(Type.String()),
          state: Type.Optional(Type.Enum([...JOB_STATES])),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: { 200: Type.Object({ jobs: Type.Array(Run) }) },
      },
    },
    async (request) => {
      const { limit = 50, ...filter } = request.query;
      return { jobs: (await readAs(house, principalOf(request), (tx) => listRuns(tx, { ...filter, limit }))) as never };
    },
  );
  app.get(
    '/api/jobs/:id',
    {
      schema: {
        tags,
        summary: 'One long computation: how far it is, or what became of it',
        params: Type.Object({ id: Id }),
        response: { 200: Run },
      },
    },
    async (request) => (await shown(house, request.params.id, principalOf(request))) as never,
  );
};

const cancelRoute =
  (kinds: readonly AnyJobKind[]): PlainRoutes =>
  (instance, house) => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();
    app.post(
      '/api/jobs/:id/cancel',
      {
        schema: {
          tags,
          summary: 'Cancel a long computation; one that keeps its best so far gives that',
          params: Type.Object({ id: Id }),
          response: { 200: Run },
        },
      },
      async (request) => {
        const who = principalOf(request);
        const run = await shown(house, request.params.id, who);
        kinds.find(({ name }) => name === run.kind)?.may(who);
        const isOpen = await house.db.system((tx) => cancelRun(tx, run.id, house.clock.instant()));
        if (!isOpen)
          return refuse('WRONG_STATE', {
            what: 'Run',
            id: run.id,
            state: run.state,
            action: 'cancelling',
            needed: 'queued or running',
          });
        return (await shown(house, run.id, who)) as never;
      },
    );
  };

async function start(
  house: House,
  who: Member,
  { kind, input, key }: { kind: AnyJobKind; input: unknown; key: string | string[] | undefined },
): Promise<ShownRun> {
  const check = Compile(kind.input);
  if (!check.Check(input)) {
    const [error] = check.Errors(input);
    const path = `input${(error?.instancePath ?? '').replaceAll('/', '.')}`;
    return refuse('INVALID', { path, problem: error?.message ?? 'not as described', value: input });
  }
  const waiting = await house.db.system((tx) => countWaiting(tx, who.organisation));
  if (waiting >= MOST_WAITING)
    return refuse('NOT_READY', { what: `The queue, in which ${waiting} of your runs wait,` });
  const id = `run-${typeof key === 'string' ? digest(who.organisation, key) : randomUUID()}`;
  await house.db.system((tx) =>
    queueRun(tx, {
      id,
      organisation: who.organisation,
      kind: kind.name,
      person: who.kind === 'person' ? who.person : null,
      sites: who.kind === 'person' ? who.sites : [],
      input,
      createdAt: house.clock.instant(),
    }),
  );
  return shown(house, id, who);
}

const digest = (organisation: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([organisation, key]))
    .digest('hex')
    .slice(0, 32);

async function shown(house: House, id: string, who: Parameters<typeof readAs>[1]): Promise<ShownRun> {
  const run = await readAs(house, who, (tx) => findRun(tx, id));
  return run ?? refuse('NOT_FOUND', { what: 'run', id });
}

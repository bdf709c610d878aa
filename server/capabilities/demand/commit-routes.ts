import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { EventCommand, EventData } from '@intakt/contract';
import { Type } from 'typebox';
import { type Member, requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { commandOf, recordAll } from '../../access/record-as.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { type GridRelation, readGrid } from './commit-grid.ts';
import { isSame } from './commit-rules.ts';
import {
  AnswerBody,
  CommitBody,
  GridShape,
  HistoryShape,
  OneRelation,
  OverrideBody,
  RelationQuery,
} from './commit-schemas.ts';
import { type RelationKey, readHistory } from './commit-store.ts';
import { headOf, implausible, releaseCommands, replaced } from './release-commands.ts';
import { listSchedules, type ScheduleRow } from './store.ts';

const tags = ['demand'];
const MOST_RELATIONS = 2000;
const Recorded = Type.Object({ recorded: Type.Integer({ description: 'Events' }), weeks: Type.Integer() });

/** The commit loop: what is asked for, what the supplier commits, what the customer answers. */
export const commitRoutes: PlainRoutes = (instance, house) => {
  readRoutes(instance, house);
  sayRoutes(instance, house);
  overrideRoutes(instance, house);
};

const readRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/commits',
    {
      schema: {
        tags,
        summary:
          'Per relation and calendar week: asked for, asked for before, committed or counter-proposed, and its state',
        querystring: RelationQuery,
        response: { 200: GridShape },
      },
    },
    async (request) => {
      const { limit = MOST_RELATIONS, ...filter } = request.query;
      const who = requireMember(principalOf(request), 'read commits');
      const at = { own: who.organisation, today: house.clock.today(), limit };
      return { relations: (await readAs(house, who, (tx) => readGrid(tx, filter, at))) as never };
    },
  );

  app.get(
    '/api/commits/history',
    {
      schema: {
        tags,
        summary: 'Releases, commits and answers of one relation, newest first',
        querystring: OneRelation,
        response: { 200: HistoryShape },
      },
    },
    async (request) => ({
      said: await readAs(house, principalOf(request), (tx) => readHistory(tx, request.query, 200)),
    }),
  );
};

const sayRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/commits',
    {
      schema: {
        tags,
        summary: 'The supplier commits to weeks as they are asked for, or counter-proposes with a reason',
        body: CommitBody,
        response: { 200: Recorded },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const { commits, confirmed } = request.body;
      const commands = await readAs(house, who, async (tx) => {
        const at = { own: who.organisation, today: house.clock.today(), limit: MOST_RELATIONS };
        const grid = await readGrid(tx, { supplier: who.organisation }, at);
        return commits.flatMap((commit) => toCommand(house, who, grid, { ...commit, confirmed }) ?? []);
      });
      if (commands.length > 0) await recordAll(house, who.organisation, commands);
      const weeks = commands.reduce((sum, { data }) => sum + (data as EventData<'demand-committed'>).lines.length, 0);
      return { recorded: commands.length, weeks };
    },
  );

  app.post(
    '/api/commits/answers',
    {
      schema: {
        tags,
        summary: 'The customer accepts or rejects counter-proposals; what it accepts becomes its next release',
        body: AnswerBody,
        response: { 200: Type.Object({ release: Type.Optional(Type.String()), weeks: Type.Integer() }) },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      return answer(house, who, request.body);
    },
  );
};

const overrideRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/schedules/overrides',
    {
      schema: {
        tags,
        summary: 'The customer overrides weekly quantities with a reason; they become its next release',
        body: OverrideBody,
        response: { 200: Type.Object({ release: Type.String() }) },
      },
    },
    async (request) => override(house, may.plan(principalOf(request)), request.body),
  );
};

type Commit = CommitBody['commits'][number];

/** Against what is asked for: a counter-proposal is of its size. */
function refuseImplausible(
  { unit, weeks }: GridRelation,
  lines: { week: string; requested: number; committed: number }[],
): void {
  const quantities = weeks.map(({ week, released }) => ({ from: week, quantity: released, horizon: 'firm' as const }));
  for (const { week, requested, committed } of lines) {
    if (isSame(requested, committed)) continue;
    const refusal = implausible({ unit, quantities, previousQuantities: null }, { week, quantity: committed });
    if (refusal) throw refusal;
  }
}

function toCommand(
  house: House,
  who: Member,
  grid: GridRelation[],
  { confirmed, ...commit }: Commit & { confirmed?: boolean },
): EventCommand | undefined {
  const { weeks, releaseEvent, ...relation } = commit;
  const found = grid.find(
    (row) =>
      row.customer === relation.customer &&
      row.part === relation.part &&
      row.shipTo === relation.shipTo &&
      row.kind === relation.kind,
  );
  if (!found) return refuse('NOT_FOUND', { what: 'delivery schedule', id: Object.values(relation).join(' ') });
  const asked = new Map(found.weeks.map((week) => [week.week, week]));
  const open = found.weeks.filter(({ state, flags }) => (state === 'open' || state === 'rejected') && !flags);
  const said = weeks ?? open.map(({ week }) => ({ week }));
  const lines = said.map(({ quantity, ...rest }: NonNullable<Commit['weeks']>[number]) => {
    const requested = asked.get(rest.week)?.released ?? 0;
    return { ...rest, requested, committed: quantity ?? requested };
  });
  if (!confirmed) refuseImplausible(found, lines);
  if (lines.length === 0) return undefined;
  return commandOf(house, 'demand-committed', {
    ...relation,
    supplier: who.organisation,
    ...(found.shipFrom ? { shipFrom: found.shipFrom } : {}),
    release: found.release,
    releaseEvent,
    unit: found.unit,
    lines,
  });
}

/** One commit holds the answer, the release that follows from it, and why it differs. */
async function answer(house: House, who: Member, body: AnswerBody): Promise<{ release?: string; weeks: number }> {
  const { answers, writesRelease = true, ...rest } = body;
  const relation: RelationKey = { ...rest, customer: who.organisation };
  const schedule = await findSchedule(house, who, relation);
  const accepted = new Map(answers.filter((one) => one.answer === 'accepted').map((one) => [one.week, one.proposed]));
  const changes =
    writesRelease && accepted.size > 0
      ? releaseCommands(house, schedule, { weeks: accepted, cause: 'proposal' })
      : undefined;
  const said = commandOf(house, 'proposal-answered', {
    ...headOf(schedule),
    answers,
    ...(changes ? { release: changes.release } : {}),
  });
  const commands = [said, ...(changes?.commands ?? [])];
  await recordAll(
    house,
    who.organisation,
    commands.map((command) => ({ ...command, causationId: said.id })),
  );
  return { ...(changes ? { release: changes.release } : {}), weeks: answers.length };
}

async function findSchedule(house: House, who: Member, relation: RelationKey): Promise<ScheduleRow> {
  const [schedule] = await readAs(house, who, (tx) => listSchedules(tx, { ...relation, limit: 1 }));
  return schedule ?? refuse('NOT_FOUND', { what: 'delivery schedule', id: Object.values(relation).join(' ') });
}

/** The customer writes other quantities than its last release said, and tells why. */
async function override(house: House, who: Member, body: OverrideBody): Promise<{ release: string }> {
  const { weeks, text, releaseEvent, confirmed, ...rest } = body;
  const schedule = await findSchedule(house, who, { ...rest, customer: who.organisation });
  const stale = replaced(schedule, releaseEvent);
  if (stale) throw stale;
  const wanted = new Map(weeks.map(({ week, quantity }) => [week, quantity]));
  if (wanted.size < weeks.length)
    return refuse('INVALID', { path: 'weeks', problem: 'name each week once', value: weeks.map(({ week }) => week) });
  const notMonday = weeks.find(({ week }) => new Date(`${week}T00:00:00Z`).getUTCDay() !== 1);
  if (notMonday) return refuse('INVALID', { path: 'weeks', problem: 'must be Mondays', value: notMonday.week });
  const refusal = confirmed ? undefined : weeks.map((week) => implausible(schedule, week)).find(Boolean);
  if (refusal) throw refusal;
  const { release, commands } = releaseCommands(house, schedule, { weeks: wanted, cause: 'override', text });
  await recordAll(house, who.organisation, commands);
  return { release };
}

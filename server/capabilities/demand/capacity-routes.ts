import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { CapacityGroup } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { type Static, Type } from 'typebox';
import { requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { commandOf, recordAll } from '../../access/record-as.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import {
  ById,
  ByOwner,
  GroupBody,
  GroupShape,
  MeasuresBody,
  RequirementShape,
  SimulationShape,
} from './capacity-schemas.ts';
import { type GroupRow, listGroups, listOwnBills, listResources, type ResourceRow } from './capacity-store.ts';
import { labourOf, loadOf, matchWeeks, simulate } from './match-capacity.ts';
import { rawMaterial } from './raw-material.ts';
import { listSchedules, type ScheduleRow } from './store.ts';

const tags = ['demand'];
const MOST_SCHEDULES = 5000;
const DEFAULT_SHIFTS = 10;
type Caller = Parameters<typeof readAs>[1];

/** What suppliers can make, what is asked of it, and what would help. */
export const capacityRoutes: PlainRoutes = (instance, house) => {
  readRoutes(instance, house);
  stateRoutes(instance, house);
};

const readRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/capacity-groups',
    {
      schema: {
        tags,
        summary: 'Capacity groups of our own and those that suppliers show us, with their demand per week',
        response: { 200: Type.Object({ groups: Type.Array(GroupShape) }) },
      },
    },
    async (request) => {
      const today = house.clock.today();
      return readAs(house, principalOf(request), async (tx) => {
        const schedules = await listSchedules(tx, { limit: MOST_SCHEDULES });
        const resources = await listResources(tx);
        const groups = await listGroups(tx);
        return { groups: groups.map((row) => toAnswer(row, { schedules, resources, today })) };
      });
    },
  );

  app.get(
    '/api/capacity-groups/:group/requirements',
    {
      schema: {
        tags,
        summary: 'Hours, shifts and material that the demand of an own group takes',
        params: ById,
        response: { 200: RequirementShape },
      },
    },
    async (request) => {
      const who = requireMember(principalOf(request), 'read requirements');
      return requirements(house, who, { owner: who.organisation, group: request.params.group });
    },
  );

  app.post(
    '/api/capacity-groups/:owner/:group/simulation',
    {
      schema: {
        tags,
        summary: 'What more shifts, another group or making ahead would change; nothing is stated',
        params: ByOwner,
        body: MeasuresBody,
        response: { 200: SimulationShape },
      },
    },
    async (request) => trySimulation(house, principalOf(request), request.params, request.body),
  );
};

const stateRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.put(
    '/api/capacity-groups/:group',
    {
      schema: {
        tags,
        summary: 'State an own capacity group; with a customer it is that customer’s to see',
        params: ById,
        body: GroupBody,
        response: { 200: Type.Object({ group: Type.String() }) },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const { resources, ...stated } = request.body;
      const named = { owner: who.organisation, group: request.params.group };
      const commands = [commandOf(house, 'capacity-stated', { ...stated, ...named })];
      if (resources) commands.push(commandOf(house, 'capacity-resources-stated', { ...resources, ...named }));
      await recordAll(house, who.organisation, commands);
      return { group: named.group };
    },
  );

  app.delete(
    '/api/capacity-groups/:group',
    {
      schema: {
        tags,
        summary: 'Withdraw an own capacity group',
        params: ById,
        response: { 200: Type.Object({ group: Type.String() }) },
      },
    },
    async (request) => {
      const who = may.plan(principalOf(request));
      const named = { owner: who.organisation, group: request.params.group };
      const { customer } = await readAs(house, who, (tx) => findGroup(tx, named));
      await recordAll(house, who.organisation, [
        commandOf(house, 'capacity-withdrawn', { ...named, ...(customer ? { customer } : {}) }),
      ]);
      return { group: named.group };
    },
  );
};

async function findGroup(tx: Transaction, named: { owner: string; group: string }): Promise<GroupRow> {
  const [row] = await listGroups(tx, named);
  return row ?? refuse('NOT_FOUND', { what: 'capacity group', id: named.group });
}

const groupOf = ({ customer, site: _site, statedAt: _at, ...row }: GroupRow): CapacityGroup => ({
  ...row,
  ...(customer ? { customer } : {}),
});

interface Beside {
  schedules: ScheduleRow[];
  resources: ResourceRow[];
  today: string;
}

function toAnswer(row: GroupRow, { schedules, resources, today }: Beside): Static<typeof GroupShape> {
  const group = groupOf(row);
  const own = resources.find((one) => one.owner === row.owner && one.group === row.group);
  return {
    ...group,
    flexibility: row.flexibility,
    ...(row.site ? { site: row.site } : {}),
    statedAt: row.statedAt,
    weeks: matchWeeks(group, loadOf(group, schedules), today),
    ...(own ? { resources: pickResources(own) } : {}),
  };
}

const pickResources = ({ shiftsPerWeek, hoursPerShift, hoursPerUnit }: ResourceRow) => ({
  ...{ shiftsPerWeek, hoursPerShift, hoursPerUnit },
});

async function requirements(house: House, who: Caller, named: { owner: string; group: string }) {
  const today = house.clock.today();
  return readAs(house, who, async (tx) => {
    const group = groupOf(await findGroup(tx, named));
    const schedules = await listSchedules(tx, { limit: MOST_SCHEDULES });
    const weeks = matchWeeks(group, loadOf(group, schedules), today);
    const own = (await listResources(tx)).find((one) => one.group === named.group && one.owner === named.owner);
    const pieces = new Map(
      group.parts.map(({ part }) => [part, loadOf({ ...group, parts: [{ part, loadFactor: 1 }] }, schedules)]),
    );
    const bills = await listOwnBills(tx, named.owner);
    const material = rawMaterial(
      bills,
      pieces,
      weeks.map(({ week }) => week),
    );
    if (!material.ok)
      return refuse('INVALID', {
        ...{ path: 'bill of material', problem: 'goes round in a circle; take one of these lines out' },
        value: material.cycle.join(' → '),
      });
    return { labour: own ? labourOf(weeks, own) : [], materials: material.materials };
  });
}

/** A group that takes over is loaded with what is moved, by the same load factors. */
async function trySimulation(
  house: House,
  who: Caller,
  named: { owner: string; group: string },
  { alternate, shiftsPerWeek, ...measures }: Static<typeof MeasuresBody>,
): Promise<Static<typeof SimulationShape>> {
  const today = house.clock.today();
  return readAs(house, who, async (tx) => {
    const group = groupOf(await findGroup(tx, named));
    const schedules = await listSchedules(tx, { limit: MOST_SCHEDULES });
    const own = (await listResources(tx)).find((one) => one.group === named.group && one.owner === named.owner);
    const shifts = shiftsPerWeek ?? own?.shiftsPerWeek ?? DEFAULT_SHIFTS;
    const weeks = simulate(group, schedules, { measures, shiftsPerWeek: shifts, today });
    if (!alternate) return { weeks };
    const other = groupOf(await findGroup(tx, { owner: named.owner, group: alternate }));
    const shares = new Map((measures.moved ?? []).map(({ part, share }) => [part, share]));
    const taken = group.parts
      .map(({ part, loadFactor }) => ({ part, loadFactor: loadFactor * (shares.get(part) ?? 0) }))
      .filter(({ part }) => !other.parts.some((one) => one.part === part));
    const joined = { ...other, parts: [...other.parts, ...taken] };
    const rest = { measures: { aheadWeeks: measures.aheadWeeks }, shiftsPerWeek: shifts, today };
    return { weeks, alternate: simulate(joined, schedules, rest) };
  });
}

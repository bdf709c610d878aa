import { randomUUID } from 'node:crypto';
import { type Aspect, type AspectProblem, readAspect } from '@intakt/catena-x';
import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { personOf } from '../../access/access.ts';
import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { type AskedName, CAPACITY_GROUP } from './aspects.ts';
import { uuidOf } from './capacity-groups.ts';
import { refuseProblems } from './objections.ts';
import { insertRequests, selectRequests, type UpdateRequest } from './request-store.ts';
import { CORRECT } from './say.ts';
import { findGroups, findSchedules } from './store.ts';
import { demandIdOf, written } from './tell.ts';
import { findPartner } from './trade.ts';

const ASPECT = 'IdBasedRequestForUpdate';
type Request = Aspect<typeof ASPECT>;
type Partners = Awaited<ReturnType<typeof findPartner>>;

interface Entry {
  id: string;
  changedAt?: string;
}

/** Which member of the model names what, and by which of its members. */
const KINDS: { aspect: AskedName; path: string; member: string; entries: (request: Request) => Entry[] | undefined }[] =
  [
    {
      ...{ aspect: 'week-based-material-demand', path: '/weekBasedMaterialDemand', member: 'materialDemandId' },
      entries: (request) =>
        request.weekBasedMaterialDemand?.map(({ materialDemandId: id, ...rest }) => ({ id, ...rest })),
    },
    {
      ...{ aspect: CAPACITY_GROUP, path: '/weekBasedCapacityGroup', member: 'capacityGroupId' },
      entries: (request) =>
        request.weekBasedCapacityGroup?.map(({ capacityGroupId: id, ...rest }) => ({ id, ...rest })),
    },
  ];

/** What the partner states and can be asked for. */
interface Stated {
  aspect: AskedName;
  /** The part, or the capacity group. */
  subject: Id;
  id: string;
  /** Asked for only where it is compared. */
  statedAt: () => Promise<Instant | undefined>;
}
interface Chosen extends Stated {
  changedAt?: string;
}

/** What the partner has stated since the caller last knew of it, so that there is nothing to ask. */
export interface Newer {
  aspect: AskedName;
  part: Id;
  statedAt: Instant;
}

/**
 * Asks the partner to state anew the demands and capacity groups that an IdBasedRequestForUpdate names, all of a kind where
 * its list is empty, all of both where it names none. What it stated after the `changedAt` of an entry is there to get.
 */
export async function askByIds(
  house: House,
  who: Principal & { organisation: Id },
  called: string,
  payload: unknown,
): Promise<{ partner: Id; requests: UpdateRequest[]; newer: Newer[] }> {
  const read = readAspect(ASPECT, payload);
  if (!read.ok) return refuseProblems(read.errors, CORRECT);
  const { partner, asked, newer } = await readAs(house, who, async (tx) => {
    const partners = await findPartner(tx, who.organisation, called);
    const chosen = choose(read.aspect, await statedBy(tx, partners), partners.partner);
    return { partner: partners.partner, ...(await compare(chosen)) };
  });
  const requests = asked.map(({ aspect, subject }): UpdateRequest => {
    const requestedAt = house.clock.instant();
    return { id: `ur-${randomUUID()}`, owner: who.organisation, partner, aspect, part: subject, requestedAt };
  });
  return { partner, newer, requests: await house.db.system((tx) => insertRequests(tx, requests, personOf(who))) };
}

/** Demands of the partner as a customer, and its capacity groups as a supplier. */
async function statedBy(tx: Transaction, { own, partner, traded }: Partners): Promise<Stated[]> {
  const demands = traded
    .filter((part) => part.supplier === own)
    .map((part): Stated => {
      const { id, customer, supplier } = part;
      const statedAt = async () => (await findSchedules(tx, { customer, supplier, part: id })).updatedAt ?? undefined;
      return { aspect: 'week-based-material-demand', subject: id, id: demandIdOf(part), statedAt };
    });
  const groups = (await findGroups(tx, partner, own)).map(({ group, statedAt }): Stated => {
    const at = new Date(statedAt).toISOString();
    return { aspect: CAPACITY_GROUP, subject: group, id: uuidOf(partner, group), statedAt: async () => at };
  });
  return [...demands, ...groups];
}

function choose(request: Request, stated: readonly Stated[], partner: Id): Chosen[] {
  const named = KINDS.filter(({ entries }) => entries(request) !== undefined);
  const problems: AspectProblem[] = [];
  const chosen = (named.length > 0 ? named : KINDS).flatMap(({ aspect, path, member, entries }): Chosen[] => {
    const own = stated.filter((one) => one.aspect === aspect);
    const asked = entries(request) ?? [];
    if (asked.length === 0) return own;
    return asked.flatMap(({ id, changedAt }, i) => {
      const found = own.find((one) => one.id === id);
      if (!found)
        problems.push(unknown(`${path}/${i}/${member}`, id, `the id of a ${aspect} that ${partner} states to us`));
      return found ? [{ ...found, ...(changedAt && { changedAt }) }] : [];
    });
  });
  if (problems.length > 0) return refuseProblems(problems, CORRECT);
  if (chosen.length === 0)
    return refuse('NOT_FOUND', { what: 'demand or capacity group that is stated to us by', id: partner });
  return chosen;
}

const unknown = (path: string, value: string, expected: string): AspectProblem => ({
  ...{ path, value, expected, code: 'VALUE_INVALID' },
  message: `${value} is not known; expected ${expected}.`,
});

async function compare(chosen: Chosen[]): Promise<{ asked: Chosen[]; newer: Newer[] }> {
  const asked: Chosen[] = [];
  const newer: Newer[] = [];
  for (const one of chosen) {
    const statedAt = one.changedAt ? await one.statedAt() : undefined;
    if (statedAt && one.changedAt && statedAt > one.changedAt)
      newer.push({ aspect: one.aspect, part: one.subject, statedAt });
    else asked.push(one);
  }
  return { asked, newer };
}

/** What the partner asks of us and has no answer yet; an empty payload would ask for everything, so none is none. */
export async function tellAsked(tx: Transaction, own: Id, called: string): Promise<object> {
  const { partner, traded } = await findPartner(tx, own, called);
  const open = (await selectRequests(tx, { openOnly: true })).filter((one) => one.owner === partner);
  const demands = open
    .filter(({ aspect }) => aspect === 'week-based-material-demand')
    .flatMap(({ part }) => traded.filter(({ id }) => id === part))
    .map((part) => ({ materialDemandId: demandIdOf(part) }));
  const groups = open
    .filter(({ aspect }) => aspect === CAPACITY_GROUP)
    .map(({ part }) => ({ capacityGroupId: uuidOf(own, part) }));
  if (demands.length + groups.length === 0)
    return refuse('NOT_FOUND', { what: 'open request for an update from', id: partner });
  const aspect = {
    ...(demands.length > 0 && { weekBasedMaterialDemand: demands }),
    ...(groups.length > 0 && { weekBasedCapacityGroup: groups }),
  };
  return written(ASPECT, { aspect, problems: [] });
}

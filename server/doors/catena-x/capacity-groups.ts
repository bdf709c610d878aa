import { capacityGroupOf, readAspect, type WeekBasedCapacityGroup, weekBasedCapacityGroupOf } from '@intakt/catena-x';
import type { Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { eventIdOf } from '../../record/prepare.ts';
import { refuse } from '../../refuse.ts';
import { type AssetPart, partsCalled } from './asset.ts';
import { CAPACITY_GROUP } from './aspects.ts';
import { refuseProblems } from './objections.ts';
import { closeRequests } from './request-store.ts';
import { CORRECT, placesIn, refuseOtherParties, type Taken, take } from './say.ts';
import { findDeliveredTo, findGroups, type StatedGroup } from './store.ts';
import { bpnlOf, written } from './tell.ts';
import { findPartner } from './trade.ts';

const ASPECT = 'WeekBasedCapacityGroup';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A group that came from Catena-X is called by its UUID; of any other both sides derive one. */
export const uuidOf = (supplier: Id, group: Id): string =>
  UUID.test(group) ? group : eventIdOf(supplier, 'catena-x capacity group', group);

const bare = (text: string): string => text.toLowerCase().replace(/^urn:uuid:/, '');
const isCalled = (supplier: Id, { group }: Pick<StatedGroup, 'group'>, text: string): boolean =>
  group === text || uuidOf(supplier, group) === bare(text);

interface Called {
  partner: string;
  group: string;
}

/** The partner's group that it shows us, or ours that names the partner. */
export async function tellGroup(tx: Transaction, own: Id, called: Called): Promise<object> {
  const partners = await findPartner(tx, own, called.partner);
  for (const [supplier, customer] of [
    [own, partners.partner],
    [partners.partner, own],
  ] as const) {
    const group = (await findGroups(tx, supplier, customer)).find((one) => isCalled(supplier, one, called.group));
    if (!group) continue;
    const delivered = await findDeliveredTo(tx, supplier, customer);
    return written(
      ASPECT,
      weekBasedCapacityGroupOf(
        { ...group, site: group.site ?? undefined },
        {
          id: uuidOf(supplier, group.group),
          ...{ customer: bpnlOf(partners, customer), supplier: bpnlOf(partners, supplier) },
          changedAt: new Date(group.statedAt).toISOString(),
          placeOf: partners.placeOf,
          placesOf: (part) => delivered.filter((row) => row.part === part).map(({ site }) => site),
          numberOf: (part) => partners.traded.find(({ id }) => id === part)?.number ?? part,
        },
      ),
    );
  }
  return refuse('NOT_FOUND', { what: `capacity group between ${own} and ${partners.partner}`, id: called.group });
}

/** Takes a group whole, in the name of the supplier that sends it. */
export async function sayGroup(
  house: House,
  who: Principal & { organisation: Id },
  { payload, ...called }: Called & { payload: unknown },
): Promise<Taken> {
  const read = readAspect(ASPECT, payload);
  if (!read.ok) return refuseProblems(read.errors, CORRECT);
  const { events, problems, customer, group } = await readAs(house, who, (tx) =>
    translate(tx, who.organisation, called, read.aspect),
  );
  const taken = await take(house, who.organisation, { aspect: ASPECT, events, problems, warnings: read.warnings });
  const answered = { owner: customer, partner: who.organisation, aspect: CAPACITY_GROUP, part: group } as const;
  await house.db.system((tx) => closeRequests(tx, { ...answered, direction: undefined, at: house.clock.instant() }));
  return taken;
}

async function translate(tx: Transaction, supplier: Id, called: Called, content: WeekBasedCapacityGroup) {
  const partners = await findPartner(tx, supplier, called.partner, placesIn(content));
  const customer = partners.partner;
  refuseOtherParties({ bpnlOf: partners.bpnlOf, part: { customer, supplier } }, content);
  const id = content.capacityGroupId;
  const known = (await findGroups(tx, supplier, customer)).find((one) => isCalled(supplier, one, id));
  const group = known?.group ?? (uuidOf(supplier, called.group) === id ? called.group : id);
  if (!isCalled(supplier, { group }, called.group))
    return refuse('INVALID', {
      path: '/capacityGroupId',
      problem: `must be ${uuidOf(supplier, called.group)}, as in the address; or send it to the address of its own`,
      value: id,
    });
  const parts = partners.traded.filter((part) => part.supplier === supplier);
  const partOf = (number: string): Id | undefined => onlyOne(partsCalled(parts, number))?.id;
  const names = { customer, supplier, group, partOf, siteOf: partners.siteOf };
  return { customer, group, ...capacityGroupOf(content, { ...names, unit: unitOf(content, parts) }) };
}

const onlyOne = (parts: readonly AssetPart[]): AssetPart | undefined => (parts.length === 1 ? parts[0] : undefined);

/** A capacity without a unit counts what is made. */
const unitOf = ({ linkedDemandSeries = [] }: WeekBasedCapacityGroup, parts: readonly AssetPart[]): string =>
  linkedDemandSeries.flatMap(
    ({ materialNumberCustomer: number }) => onlyOne(partsCalled(parts, number))?.unit ?? [],
  )[0] ?? 'H87';

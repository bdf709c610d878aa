import type { AgreementTerm, EventCommand, EventData, EventType, Id } from '@intakt/contract';
import type { Recorder } from '@intakt/server/record/recorder.ts';

/** What one organisation says. */
export interface Statement {
  by: Id;
  command: EventCommand;
}

/** A first-tier supplier: it calls off from its own suppliers, ships to the plant, and holds stock. */
export interface FirstTier {
  id: Id;
  works: Id;
  /** Parts it buys, each from one of its suppliers. */
  bought: { part: Id; supplier: Id }[];
  /** Parts it makes for the plant. */
  made: Id[];
  /** Who sees its schedules, shipments and stock by an accepted agreement. */
  viewers: Id[];
}
export interface Network {
  organisations: Id[];
  firstTiers: FirstTier[];
  /** In phases: what is said in one phase needs only what was said in the phases before. */
  setup: Statement[][];
}
export interface NetworkSize {
  firstTiers: number;
  suppliersEach: number;
  partsEach: number;
  viewersEach: number;
}

export const OEM = 'oem';
export const PLANT = 'oem-plant';
const LOGISTICS = 'logistics';
const START = '2026-03-02T00:00:00.000Z';
const KINDS = ['schedule', 'shipment', 'stock'] as const;

/** An OEM, its logistics provider, first-tier suppliers, and the suppliers of each of those. */
export function makeNetwork({ firstTiers, suppliersEach, partsEach, viewersEach }: NetworkSize): Network {
  const suppliersOf = (tier: number): Id[] => times(suppliersEach, (i) => `s-${tier}-${i}`);
  const tiers = times(firstTiers, (tier) => `t-${tier}`);
  const organisations = [OEM, LOGISTICS, ...tiers, ...tiers.flatMap((_, tier) => suppliersOf(tier))];
  const network: FirstTier[] = tiers.map((id, tier) => ({
    id,
    works: `${id}-works`,
    bought: suppliersOf(tier).flatMap((supplier, i) =>
      times(shareOf(partsEach, suppliersEach, i), (n) => ({ part: `p-${supplier}-${n}`, supplier })),
    ),
    made: times(Math.max(2, Math.round(partsEach / 4)), (n) => `p-${id}-${n}`),
    viewers: viewersOf(organisations, id, suppliersOf(tier), viewersEach),
  }));
  return { organisations, firstTiers: network, setup: setupOf(organisations, network) };
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** How many of `total` fall to holder `index` of `holders`, as evenly as whole numbers allow. */
const shareOf = (total: number, holders: number, index: number): number =>
  Math.floor(total / holders) + (index < total % holders ? 1 : 0);

/** The plant and its logistics provider first, then others in turn, so that every organisation is a viewer somewhere. */
function viewersOf(organisations: Id[], id: Id, suppliers: Id[], count: number): Id[] {
  const start = organisations.indexOf(id) * count;
  const turned = organisations.map((_, i) => organisations[(start + i) % organisations.length]!);
  const others = turned.filter(
    (other) => other !== id && !suppliers.includes(other) && other !== OEM && other !== LOGISTICS,
  );
  return [OEM, LOGISTICS, ...others].slice(0, count);
}

function setupOf(organisations: Id[], tiers: FirstTier[]): Statement[][] {
  return [
    organisations.map((id) =>
      say(id, 'organisation-registered', { organisation: id, name: `Company ${id}`, roles: [roleOf(id)] }),
    ),
    [OEM, ...tiers.map((tier) => tier.id)].map((owner) => registerSite(owner)),
    tiers.flatMap(registerParts),
    tiers.flatMap((tier) => tier.viewers.map((viewer) => proposeSharing(tier, viewer))),
    tiers.flatMap((tier) => tier.viewers.map((viewer) => acceptSharing(tier, viewer))),
  ];
}

const roleOf = (id: Id): 'oem' | 'carrier' | 'supplier' =>
  id === OEM ? 'oem' : id === LOGISTICS ? 'carrier' : 'supplier';

const registerSite = (owner: Id): Statement =>
  say(owner, 'site-registered', {
    site: owner === OEM ? PLANT : `${owner}-works`,
    owner,
    name: `Works of ${owner}`,
    kind: 'plant',
    timeZone: 'Europe/Berlin',
    position: { longitude: 12, latitude: 51 },
  });

const registerParts = (tier: FirstTier): Statement[] =>
  [...tier.made, ...tier.bought.map(({ part }) => part)].map((part) =>
    say(tier.id, 'part-registered', { part, owner: tier.id, number: part.toUpperCase(), unit: 'H87' }, part),
  );

const agreementOf = ({ id }: FirstTier, viewer: Id) => ({
  agreement: `share-${id}-${viewer}`,
  proposer: id,
  counterparty: viewer,
});

const proposeSharing = (tier: FirstTier, viewer: Id): Statement =>
  say(
    tier.id,
    'agreement-proposed',
    {
      ...agreementOf(tier, viewer),
      title: 'Visibility',
      terms: KINDS.map((kind): AgreementTerm => ({ giver: tier.id, kind, depth: 'exact' })),
      coversFrom: START.slice(0, 10),
    },
    viewer,
  );

const acceptSharing = (tier: FirstTier, viewer: Id): Statement =>
  say(viewer, 'agreement-accepted', { ...agreementOf(tier, viewer), by: viewer }, tier.id);

const say = <T extends EventType>(by: Id, type: T, data: EventData<T>, id = by): Statement => ({
  by,
  command: { type, source: 'setup', id: `${type}-${id}`, occurredAt: START, data: data as EventCommand['data'] },
});

/** Puts the network into an empty ledger, each organisation speaking for itself. */
export async function recordNetwork(recorder: Recorder, { setup }: Network): Promise<void> {
  for (const phase of setup) {
    const bySpeaker = Map.groupBy(phase, (statement) => statement.by);
    const answers = await Promise.all(
      [...bySpeaker].map(([organisation, said]) =>
        recorder.record(
          { organisation },
          said.map((s) => s.command),
        ),
      ),
    );
    for (const result of answers.flat()) if (!result.ok) throw result.refusal;
  }
}

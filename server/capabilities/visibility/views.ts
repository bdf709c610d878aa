import type { Id, Light } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Member } from '../../access/access.ts';
import { type House, readAs } from '../../house.ts';

/** Part of what is known of an object: how much of it one reads, and what it says in short. */
export interface Facet {
  facet: string;
  count: number;
  quantity?: number | null;
  at?: string | null;
  light?: Light | null;
}
/** What a partner sees of a facet that the asking organisation sees itself. */
export type Cell = 'same' | 'part' | 'not-shared' | 'nothing' | 'unknown';
export interface Views {
  columns: { organisation: Id; why: 'self' | 'owner' | 'message' | 'trade' | 'agreement' }[];
  facets: (Facet & { cells: Cell[] })[];
}
type Column = Views['columns'][number];
type Look = (tx: Transaction) => Promise<Facet[]>;

/**
 * The same question, asked as each partner under that partner's own row security. It is told only where the asker knows
 * the answer's ground: the partner is named by the message, or reads by an agreement that the asker itself gives; and only of
 * what the asker reads too. So nothing comes out of what others have agreed among themselves.
 */
async function compare(house: House, who: Member, columns: Column[], look: Look): Promise<Views> {
  const mine = await readAs(house, who, look);
  const theirs = new Map<Id, Facet[]>();
  for (const { organisation, why } of columns)
    if (why !== 'self' && why !== 'owner')
      theirs.set(
        organisation,
        await house.db.as({ kind: 'organisation', org: organisation }, look, { readOnly: true }),
      );
  const facets = mine.map((facet, i) => ({
    ...facet,
    cells: columns.map(({ organisation, why }) => cellOf(facet, why, theirs.get(organisation)?.[i])),
  }));
  const told = columns.map(({ why }, i) => why !== 'agreement' || facets.some(({ cells }) => isSeen(cells[i]!)));
  const keep = <T>(list: T[]): T[] => list.filter((_, i) => told[i]);
  return { columns: keep(columns), facets: facets.map((facet) => ({ ...facet, cells: keep(facet.cells) })) };
}

const isSeen = (cell: Cell): boolean => cell === 'same' || cell === 'part';

function cellOf({ count }: Facet, why: Column['why'], their: Facet | undefined): Cell {
  if (why === 'self') return count > 0 ? 'same' : 'nothing';
  if (count === 0) return 'unknown';
  if (why === 'owner') return 'same';
  if (!their || their.count === 0) return 'not-shared';
  return their.count < count ? 'part' : 'same';
}

interface ShipmentParties {
  supplier: Id;
  customer: Id;
  carrier: Id | null;
}

/** A shipment as its parties and those see it whom its supplier lets see it. */
export async function viewsOfShipment(house: House, who: Member, id: Id): Promise<Views | undefined> {
  const own = who.organisation;
  const found = await readAs(house, who, async (tx) => ({
    parties: await findShipmentParties(tx, id),
    viewers: await viewersOf(tx, own, ['shipment']),
  }));
  if (!found.parties) return undefined;
  const { supplier, customer, carrier } = found.parties;
  const named = [supplier, customer, carrier].filter((one): one is Id => one !== null && one !== own);
  const isParty = [supplier, customer, carrier].includes(own);
  const columns = columnsOf(own, isParty ? named : [], supplier === own ? found.viewers : []);
  return compare(house, who, columns, (tx) => facetsOfShipment(tx, supplier, id));
}

/** Projected stock of a part at a site as its owner and those see it whom the owner lets see it. */
export async function viewsOfNode(house: House, who: Member, node: { site: Id; part: Id }): Promise<Views | undefined> {
  const own = who.organisation;
  const found = await readAs(house, who, async (tx) => ({
    owner: await findSiteOwner(tx, node.site),
    viewers: await viewersOf(tx, own, ['stock', 'projection', 'schedule', 'production']),
    partners: await tradersOf(tx, own, node),
  }));
  if (!found.owner) return undefined;
  const { owner } = found;
  const columns: Column[] =
    owner === own
      ? [
          { organisation: own, why: 'self' },
          ...found.partners.map((organisation) => ({ organisation, why: 'trade' as const })),
          ...columnsOf(own, found.partners, found.viewers).filter(({ why }) => why === 'agreement'),
        ]
      : [
          { organisation: own, why: 'self' },
          { organisation: owner, why: 'owner' },
        ];
  return compare(house, who, columns, (tx) => facetsOfNode(tx, owner, node));
}

const columnsOf = (own: Id, named: Id[], viewers: Id[]): Column[] => [
  { organisation: own, why: 'self' },
  ...named.map((organisation) => ({ organisation, why: 'message' as const })),
  ...viewers
    .filter((organisation) => organisation !== own && !named.includes(organisation))
    .map((organisation) => ({ organisation, why: 'agreement' as const })),
];

async function findShipmentParties(tx: Transaction, id: Id): Promise<ShipmentParties | undefined> {
  const [row] = await tx.query<ShipmentParties>(
    `select owner as supplier, customer, carrier from shipment where id = $1
     union all select owner, customer, carrier from consignment where shipment = $1 limit 1`,
    [id],
  );
  return row;
}

async function findSiteOwner(tx: Transaction, site: Id): Promise<Id | undefined> {
  const [row] = await tx.query<{ owner: Id }>('select owner from site where id = $1 limit 1', [site]);
  return row?.owner;
}

const viewersOf = async (tx: Transaction, own: Id, kinds: string[]): Promise<Id[]> =>
  (
    await tx.query<{ viewer: Id }>(
      'select distinct viewer from agreement_grant where owner = $1 and kind = any($2) order by viewer limit 50',
      [own, kinds],
    )
  ).map(({ viewer }) => viewer);

/** Who delivers the part to the site, or takes it from there. */
const tradersOf = async (tx: Transaction, own: Id, { site, part }: { site: Id; part: Id }): Promise<Id[]> =>
  (
    await tx.query<{ partner: Id }>(
      `select distinct case when owner = $1 then supplier else owner end as partner from lane
       where part = $3 and ends_on is null and ((owner = $1 and site_to = $2) or (supplier = $1 and site_from = $2)) order by 1 limit 50`,
      [own, site, part],
    )
  ).map(({ partner }) => partner);

const facetsOfShipment = (tx: Transaction, supplier: Id, id: Id): Promise<Facet[]> =>
  tx.query<Facet>(
    `select * from (values
       ('shipment', (select count(*)::int from shipment where owner = $1 and id = $2), null::float8, (select expected_at from shipment where owner = $1 and id = $2)),
       ('lines', (select count(*)::int from shipment_line where owner = $1 and shipment = $2), (select sum(quantity) from shipment_line where owner = $1 and shipment = $2), null),
       ('units', (select count(*)::int from handling_unit where owner = $1 and shipment = $2), null, null),
       ('consignment', (select count(*)::int from consignment where owner = $1 and shipment = $2), null, (select expected_at from consignment where owner = $1 and shipment = $2)),
       ('milestones', (select count(*)::int from transport_milestone where owner = $1 and shipment = $2), null, (select max(at) from transport_milestone where owner = $1 and shipment = $2 and certainty = 'actual')),
       ('positions', (select count(*)::int from telemetry_position where supplier = $1 and shipment = $2), null, (select max(at) from telemetry_position where supplier = $1 and shipment = $2)),
       ('receipts', (select count(*)::int from goods_receipt where supplier = $1 and shipment = $2), null, (select max(received_at) from goods_receipt where supplier = $1 and shipment = $2))
     ) as f (facet, count, quantity, at)`,
    [supplier, id],
  );

const facetsOfNode = (tx: Transaction, owner: Id, { site, part }: { site: Id; part: Id }): Promise<Facet[]> =>
  tx.query<Facet>(
    `select * from (values
       ('stock', (select count(*)::int from stock where owner = $1 and site = $2 and part = $3),
         (select sum(quantity) from stock where owner = $1 and site = $2 and part = $3 and status = 'available'), null::timestamptz, null::text),
       ('runout', (select count(*)::int from runout where owner = $1 and site = $2 and part = $3), (select days_of_supply from runout where owner = $1 and site = $2 and part = $3),
         (select runs_out_if_delivered::timestamptz from runout where owner = $1 and site = $2 and part = $3), (select light from runout where owner = $1 and site = $2 and part = $3)),
       ('runoutLight', (select count(*)::int from runout_light where owner = $1 and site = $2 and part = $3), null,
         (select stop_shift from runout_light where owner = $1 and site = $2 and part = $3), (select light from runout_light where owner = $1 and site = $2 and part = $3)),
       ('plan', (select count(*)::int from plan where owner = $1 and site = $2 and part = $3), null, null, null),
       ('schedule', (select count(*)::int from schedule where owner = $1 and ship_to = $2 and part = $3), null, null, null)
     ) as f (facet, count, quantity, at, light)`,
    [owner, site, part],
  );

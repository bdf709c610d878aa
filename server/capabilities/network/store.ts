import type {
  AgreementTerm,
  Id,
  Identifiers,
  Instant,
  IsoDay,
  Lane,
  Organisation,
  Packaging,
  Part,
  Site,
} from '@intakt/contract';
import type { Transaction } from '@intakt/database';

export interface PageRequest {
  limit?: number;
  cursor?: string;
}
const DEFAULT_LIMIT = 1000;

/** Rows after the cursor in the order of owner and id; ids hold no slash, so a cursor is `owner/id`. */
async function readPage<R>(
  tx: Transaction,
  { limit = DEFAULT_LIMIT, cursor = '' }: PageRequest,
  query: { select: string; where?: string; values?: unknown[] },
): Promise<{ rows: R[]; next?: string }> {
  const [owner = '', id = ''] = cursor.split('/');
  const { select, where = 'true', values = [] } = query;
  const rows = await tx.query<R & { cursor: string }>(
    `select *, key_owner || '/' || key_id as cursor from (${select}) page
      where (key_owner, key_id) > ($1, $2) and (${where}) order by key_owner, key_id limit $3`,
    [owner, id, limit, ...values],
  );
  return rows.length === limit ? { rows, next: rows.at(-1)!.cursor } : { rows };
}

export interface OrganisationListed {
  id: Id;
  name: string;
  roles: Organisation['roles'];
  country: string | null;
  identifiers: Identifiers;
  tier: number | null;
  joined: boolean;
}
const ORGANISATION = `select owner as key_owner, '' as key_id, owner as id, name, roles, country, identifiers, tier, registered_by = owner as joined from organisation`;

export const listOrganisations = (tx: Transaction, page: PageRequest) =>
  readPage<OrganisationListed>(tx, page, { select: ORGANISATION });

export interface SiteListed {
  id: Id;
  owner: Id;
  name: string;
  kind: Site['kind'];
  city: string | null;
  country: string | null;
  position: { longitude: number; latitude: number } | null;
  timeZone: string;
  identifiers: Identifiers;
  workingWeekdays: number[];
  holidays: IsoDay[];
  dockBays: number | null;
}
const SITE = `select owner as key_owner, id as key_id, owner, id, name, kind, city, country, time_zone as "timeZone", identifiers,
  working_weekdays as "workingWeekdays", holidays, dock_bays as "dockBays",
  case when longitude is null then null else json_build_object('longitude', longitude, 'latitude', latitude) end as position from site`;

export const listSites = (tx: Transaction, page: PageRequest) => readPage<SiteListed>(tx, page, { select: SITE });

export interface PackagingListed {
  id: Id;
  owner: Id;
  code: string;
  kind: Packaging['kind'];
  returnable: boolean;
  tareKg: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
}
const PACKAGING = `select owner as key_owner, id as key_id, owner, id, code, kind, returnable, tare_kg as "tareKg",
  length_mm as "lengthMm", width_mm as "widthMm", height_mm as "heightMm" from packaging`;

export const listPackagings = (tx: Transaction, page: PageRequest) =>
  readPage<PackagingListed>(tx, page, { select: PACKAGING });

export interface PartListed {
  id: Id;
  owner: Id;
  number: string;
  description: string | null;
  unit: Part['unit'];
  massKg: number | null;
  packaging: Id | null;
  quantityPerPack: number | null;
  family: string | null;
  myNumber: string;
  numbers: { organisation: Id; number: string }[];
}
/** `$4` is the organisation that asks. */
const PART = `select p.owner as key_owner, p.id as key_id, p.owner, p.id, p.number, p.description, p.unit, p.mass_kg as "massKg",
  p.packaging, p.quantity_per_pack as "quantityPerPack", p.family, coalesce(n.mine, p.number) as "myNumber", coalesce(n.numbers, '[]') as numbers
  from part p left join (
    select part, part_owner, max(number) filter (where owner = $4) as mine,
           json_agg(json_build_object('organisation', owner, 'number', number) order by owner) as numbers
      from part_number group by part, part_owner
  ) n on n.part = p.id and n.part_owner = p.owner`;
const PART_MATCHES = `number ilike $5 or description ilike $5 or id ilike $5 or numbers::text ilike $5`;

export const listParts = (tx: Transaction, { query, me, ...page }: PageRequest & { query?: string; me: Id }) =>
  readPage<PartListed>(tx, page, {
    select: PART,
    ...(query ? { where: PART_MATCHES, values: [me, contains(query)] } : { values: [me] }),
  });

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export async function findPartOwners(tx: Transaction, part: Id): Promise<Id[]> {
  return (await tx.query<{ owner: Id }>('select owner from part where id = $1 order by owner', [part])).map(
    (row) => row.owner,
  );
}

export interface LaneListed {
  id: Id;
  supplier: Id;
  customer: Id;
  part: Id;
  from: Id;
  to: Id;
  carrier: Id | null;
  mode: Lane['mode'];
  leadTimeDays: number;
  incoterm: string | null;
  quota: NonNullable<Lane['quota']>;
  minimumQuantity: number | null;
  roundingQuantity: number | null;
  endsOn: IsoDay | null;
  confirmed: boolean;
}
const LANE = `select owner as key_owner, id as key_id, id, supplier, owner as customer, part, site_from as "from", site_to as "to", carrier, mode,
  lead_time_days as "leadTimeDays", incoterm, quota, minimum_quantity as "minimumQuantity", rounding_quantity as "roundingQuantity",
  ends_on as "endsOn", confirmed from lane`;
const LANE_MATCHES =
  '($4::text is null or part = $4) and ($5::text is null or supplier = $5) and ($6::text is null or customer = $6)';

export interface LaneFilter {
  part?: Id;
  supplier?: Id;
  customer?: Id;
}
export const listLanes = (tx: Transaction, { part, supplier, customer, ...page }: PageRequest & LaneFilter) =>
  readPage<LaneListed>(tx, page, {
    select: LANE,
    where: LANE_MATCHES,
    values: [part ?? null, supplier ?? null, customer ?? null],
  });

export interface BillListed {
  owner: Id;
  parent: Id;
  components: {
    part: Id;
    quantity: number;
    unit: string;
    validFrom?: IsoDay;
    validTo?: IsoDay;
    leadTimeOffsetDays?: number;
  }[];
}
/** One's own bill before another's that one may read. */
export async function findBill(tx: Transaction, parent: Id, me: Id): Promise<BillListed | undefined> {
  const [row] = await tx.query<BillListed>(
    'select owner, parent, components from bill_of_material where parent = $1 order by owner <> $2, owner limit 1',
    [parent, me],
  );
  return row;
}

const MAX_LEVELS = 20;
/** All levels on a day, with quantities per one of the part at the top. */
export const explodeBill = (tx: Transaction, { owner, parent }: BillListed, day: IsoDay) =>
  tx.query<{ level: number; parent: Id; part: Id; quantity: number; unit: string }>(
    `with recursive exploded as (
       select 1 as level, b.parent, c ->> 'part' as part, (c ->> 'quantity')::float8 as quantity, c ->> 'unit' as unit
         from bill_of_material b, jsonb_array_elements(b.components) c where b.owner = $1 and b.parent = $2 and ${VALID_ON}
       union all
       select e.level + 1, b.parent, c ->> 'part', e.quantity * (c ->> 'quantity')::float8, c ->> 'unit'
         from exploded e join bill_of_material b on b.owner = $1 and b.parent = e.part, jsonb_array_elements(b.components) c
        where e.level < ${MAX_LEVELS} and ${VALID_ON}
     )
     select * from exploded order by level, parent, part limit 20000`,
    [owner, parent, day],
  );
const VALID_ON = `coalesce(c ->> 'validFrom', '') <= $3::text and coalesce(c ->> 'validTo', '9999') >= $3::text`;

export interface IdentifierListed {
  partner: string;
  scheme: string;
  code: string;
  means: Id;
}
export const listIdentifiers = (
  tx: Transaction,
  { partner, limit = DEFAULT_LIMIT, offset = 0 }: { partner?: string; limit?: number; offset?: number },
) =>
  tx.query<IdentifierListed>(
    `select partner, scheme, code, means from identifier where $1::text is null or partner = $1
      order by partner, scheme, code limit $2 offset $3`,
    [partner ?? null, limit, offset],
  );

export interface AgreementListed {
  id: Id;
  proposer: Id;
  counterparty: Id;
  title: string;
  terms: AgreementTerm[];
  coversFrom: IsoDay;
  state: 'proposed' | 'accepted' | 'revoked';
  proposedAt: Instant;
  decidedAt: Instant | null;
  revokedAt: Instant | null;
  revokedBy: Id | null;
  reason: string | null;
}
const AGREEMENT = `select owner as key_owner, id as key_id, id, owner as proposer, counterparty, title, terms, covers_from as "coversFrom", state,
  proposed_at as "proposedAt", decided_at as "decidedAt", revoked_at as "revokedAt", revoked_by as "revokedBy", reason from agreement`;

export const listAgreements = (tx: Transaction, page: PageRequest) =>
  readPage<AgreementListed>(tx, page, { select: AGREEMENT });

/** Ids are unique per proposer only, so there can be two; the proposer tells them apart. */
export const findAgreements = (tx: Transaction, id: Id, proposer: Id | undefined) =>
  tx.query<AgreementListed>(
    `${AGREEMENT} where id = $1 and ($2::text is null or owner = $2) order by proposed_at desc limit 2`,
    [id, proposer ?? null],
  );

export interface LaneCount {
  customer: Id;
  supplier: Id;
  carrier: Id | null;
  lanes: number;
}
export interface PartnerFacts {
  organisations: OrganisationListed[];
  lanes: LaneCount[];
  sites: { owner: Id; sites: number }[];
  agreements: AgreementListed[];
}
const MAX_PARTNERS = 5000;

export async function readPartnerFacts(tx: Transaction): Promise<PartnerFacts> {
  return {
    organisations: (await listOrganisations(tx, { limit: MAX_PARTNERS })).rows,
    lanes: await tx.query<LaneCount>(
      'select owner as customer, supplier, carrier, count(*)::int as lanes from lane group by owner, supplier, carrier',
    ),
    sites: await tx.query<{ owner: Id; sites: number }>(
      'select owner, count(*)::int as sites from site group by owner',
    ),
    agreements: await tx.query<AgreementListed>(
      `${AGREEMENT} where state <> 'revoked' order by proposed_at desc limit ${MAX_PARTNERS}`,
    ),
  };
}

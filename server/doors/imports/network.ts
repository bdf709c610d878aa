import type { DeliverySchedule, DespatchAdvice, Id, Identifiers } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { canonicalPartNumber } from '@intakt/identifiers';
import {
  type GridRelation,
  type GroupRow,
  listGroups,
  readGrid,
  readStatedHistories,
  type StatedHistory,
} from '../../capabilities/demand/index.ts';
import type { Cells } from './columns.ts';
import type { KnownRates } from './freight-rates.ts';
import { findById, rowsBy } from './look-up.ts';
import type { KnownOrder } from './transport-orders.ts';

/** Everything of the network that a sheet can change or refer to, as the importer's organisation sees it. */
export interface Network {
  own: Id;
  today: string;
  now: string;
  organisations: Row[];
  sites: Row[];
  parts: Row[];
  numbers: Row[];
  packagings: Row[];
  lanes: Row[];
  bills: { parent: Id; components: BillComponent[] }[];
  stock: Row[];
  /** Documents that the sheet mentions, as they were last recorded; for an export, those that are open. */
  schedules: DeliverySchedule[];
  despatches: DespatchAdvice[];
  rates: KnownRates[];
  /** What the importer stated of its past demand, and its capacity groups. */
  histories: StatedHistory[];
  groups: GroupRow[];
  /** Weeks that are called off from the importer or by it, with what was committed. */
  grid: GridRelation[];
  /** Transport orders of the last week and later. */
  orders: KnownOrder[];
}
const MOST_RELATIONS = 2000;

/** Numbers of documents that a sheet speaks of, so that only those are read; absent: what is open. */
export interface Mentions {
  releases: string[];
  despatchNotes: string[];
}
export type Row = Cells & { id: string; owner: string };
export interface BillComponent {
  part: Id;
  quantity: number;
  unit: string;
  validFrom?: string;
  validTo?: string;
  leadTimeOffsetDays?: number;
}

export async function loadNetwork(
  tx: Transaction,
  at: { own: Id; today: string; now: string },
  mentions?: Mentions,
): Promise<Network> {
  const rows = async (text: string, values: unknown[] = []): Promise<Row[]> =>
    (await tx.query<Record<string, unknown>>(text, values)).map(toRow);
  return {
    ...at,
    organisations: await rows('select owner as id, owner, name, roles, country, identifiers, tier from organisation'),
    sites: await rows(SITES),
    parts: await rows(PARTS),
    numbers: await rows('select part as id, owner, part, part_owner as "partOwner", number from part_number'),
    packagings: await rows(PACKAGINGS),
    lanes: await rows(LANES, [at.own]),
    bills: await tx.query('select parent, components from bill_of_material where owner = $1', [at.own]),
    stock: await rows(STOCK, [at.own]),
    schedules: mentions
      ? await documents(tx, RELEASES, [at.own, mentions.releases])
      : await documents(tx, OPEN_SCHEDULES, [at.own]),
    despatches: mentions
      ? await documents(tx, DESPATCHES, [at.own, mentions.despatchNotes])
      : await documents(tx, OPEN_DESPATCHES, [at.own]),
    rates: await tx.query(RATES, [at.own]),
    histories: await readStatedHistories(tx, { owner: at.own }),
    groups: await listGroups(tx, { owner: at.own }),
    grid: await readGrid(tx, {}, { own: at.own, today: at.today, limit: MOST_RELATIONS }),
    orders: await tx.query(ORDERS, [at.own, at.today]),
  };
}

const SITES = `select id, owner, name, kind, city, country, longitude, latitude, time_zone as "timeZone", identifiers,
  working_weekdays as "workingWeekdays", holidays, dock_bays as "dockBays" from site`;
const PARTS = `select id, owner, number, description, unit, mass_kg as "massKg", packaging, quantity_per_pack as "quantityPerPack", family from part`;
const PACKAGINGS = `select id, owner, code, kind, returnable, tare_kg as "tareKg", length_mm as "lengthMm", width_mm as "widthMm",
  height_mm as "heightMm" from packaging`;
const LANES = `select id, owner, owner as customer, supplier, part, site_from as "from", site_to as "to", carrier, mode, lead_time_days as "leadTimeDays",
  incoterm, quota, minimum_quantity as "minimumQuantity", rounding_quantity as "roundingQuantity" from lane
  where ends_on is null and (owner = $1 or supplier = $1)`;
const RATES = `select kind, id as tariff, owner as carrier, customer, name, currency, valid_from as "validFrom", valid_to as "validTo", terms
  from price_list where owner = $1 or customer = $1 order by owner, customer, id`;
const ORDERS = `select id as "order", site_from as "from", site_to as "to", deliver_on as "deliverOn", goods, packages,
  pickup_windows as "pickupWindows", delivery_windows as "deliveryWindows", state from transport_order
  where owner = $1 and deliver_on >= $2::date - 7 and state <> 'cancelled' order by id limit 20000`;
const STOCK =
  'select part as id, owner, site, part, status, quantity, unit, counted_at as "countedAt" from stock where owner = $1';

/** The last statement of each release; what stands in the ledger says more than the read tables keep. */
const RELEASES = `select e.body::json -> 'data' as data from ledger_event e join (
    select distinct on (owner, supplier, part, ship_to, kind, release) event_id from schedule_release
    where (owner = $1 or supplier = $1) and release = any($2)
    order by owner, supplier, part, ship_to, kind, release, sequence desc) r using (event_id)`;
const OPEN_SCHEDULES = `select e.body::json -> 'data' as data from schedule s join ledger_event e using (event_id)
  where s.owner = $1 or s.supplier = $1 order by s.sequence limit 5000`;
const DESPATCHES = `select e.body::json -> 'data' as data from shipment s join ledger_event e using (event_id)
  where (s.owner = $1 or s.customer = $1) and s.despatch_note = any($2)`;
const OPEN_DESPATCHES = `select e.body::json -> 'data' as data from shipment s join ledger_event e using (event_id)
  where (s.owner = $1 or s.customer = $1) and s.state <> 'received' order by s.sequence limit 5000`;

const documents = async <T>(tx: Transaction, text: string, values: unknown[]): Promise<T[]> =>
  (await tx.query<{ data: T }>(text, values)).map(({ data }) => data);

/** Public identifiers lie flat beside the other columns, as a sheet has them; nulls are absent. */
function toRow(record: Record<string, unknown>): Row {
  const { identifiers, ...rest } = record;
  const entries = Object.entries({ ...rest, ...(identifiers as object) }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as Row;
}

export type Found = { ok: true; id: Id } | { ok: false; message: string };
const one = (found: Row[], what: string, text: string): Found => {
  if (found.length === 1) return { ok: true, id: found[0]!.id };
  return {
    ok: false,
    message:
      found.length === 0
        ? `${what} "${text}" is not known`
        : `${what} "${text}" could be ${found.map((row) => row.id).join(' or ')}`,
  };
};

/** People write an id, a name or a public number. */
export function findOrganisation({ organisations }: Network, text: string): Found {
  return one(namedBy(organisations, text, ['name', 'duns', 'vat', 'gln', 'bpn']), 'Organisation', text);
}

export function findSite({ sites }: Network, text: string): Found {
  return one(namedBy(sites, text, ['name', 'gln', 'bpn']), 'Site', text);
}

export function findPackaging({ packagings, own }: Network, text: string): Found {
  return one(
    namedBy(packagings, text, ['code']).filter((row) => row.owner === own),
    'Packaging',
    text,
  );
}

/** An id goes before names, which may repeat. */
function namedBy(rows: Row[], text: string, fields: string[]): Row[] {
  const byId = rowsBy(rows, 'id', (row) => [row.id]).get(text);
  if (byId) return byId;
  const names = rowsBy(rows, fields.join(' or '), (row) =>
    fields.map((field) => String(row[field] ?? '').toLowerCase()),
  );
  return names.get(text.toLowerCase()) ?? [];
}

/** A part by its id, by our own number for it, or by its owner's. */
export function findPart({ parts, numbers, own }: Network, text: string, owner?: Id): Found {
  const isCandidate = (row: Row | undefined): row is Row => row !== undefined && (!owner || row.owner === owner);
  const byId = findById(parts, text);
  if (isCandidate(byId)) return { ok: true, id: byId.id };
  const canonical = canonicalPartNumber(text);
  const numberOf = (row: Row): string[] => [canonicalPartNumber(String(row.number))];
  const byOwner = (rowsBy(parts, 'number', numberOf).get(canonical) ?? []).filter(isCandidate);
  const numbered = (rowsBy(numbers, 'number', numberOf).get(canonical) ?? []).filter((row) => row.owner === own);
  const byUs = numbered.map((row) => findById(parts, String(row.part))).filter(isCandidate);
  const ours = [...new Set([...byOwner.filter((row) => row.owner === own), ...byUs])];
  return one(ours.length > 0 ? ours : byOwner, 'Part', text);
}

/** The identifiers of a flat row, for the event. */
export function identifiersOf(cells: Cells): { identifiers?: Identifiers } {
  const { bpn, bpna, duns, vat, gln, unLocode } = cells as Record<string, string | undefined>;
  const entries = Object.entries({ bpn, bpna, duns, vat, gln, unLocode }).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? { identifiers: Object.fromEntries(entries) as Identifiers } : {};
}

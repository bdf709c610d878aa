import type { Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { canonicalPartNumber } from '@intakt/identifiers';
import { toursNamed } from '../../capabilities/transport/index.ts';
import { SHORTEST_NAME } from '../outgoing/to-transport-orders.ts';
import { emptyMasterData, type MasterData, type PartEntry } from './master-data.ts';

/** What a message mentions, so that only that much of a large network is read. */
export interface Mentions {
  /** Every code that a mapping could explain, as written. */
  codes: string[];
  partNumbers: string[];
  despatchNotes: string[];
  handlingUnits: string[];
  /** Numbers of tours and transport orders. */
  transports?: string[];
}

export const joinMentions = (all: Mentions[]): Mentions => ({
  codes: unique(all.flatMap((m) => m.codes)),
  partNumbers: unique(all.flatMap((m) => m.partNumbers)),
  despatchNotes: unique(all.flatMap((m) => m.despatchNotes)),
  handlingUnits: unique(all.flatMap((m) => m.handlingUnits)),
  transports: unique(all.flatMap((m) => m.transports ?? [])),
});

const unique = (texts: string[]): string[] => [...new Set(texts)];

/** Reads under the caller's row security: what it may not see, its messages cannot mean. */
export async function loadMasterData(
  tx: Transaction,
  own: Id,
  mentions: Mentions,
  { withCandidates = false } = {},
): Promise<MasterData> {
  const organisations = await tx.query(ORGANISATIONS);
  const sites = await tx.query(SITES);
  const mappings = await tx.query(MAPPINGS, [own, mappingCodes(mentions)]);
  const handlingUnits = mentions.handlingUnits.length > 0 ? await tx.query(UNITS, [mentions.handlingUnits]) : [];
  const partIds = [...mappings.filter((m) => m.scheme === 'part').map((m) => m.means), ...partsOf(handlingUnits)];
  const numbers = mentions.partNumbers.map(canonicalPartNumber);
  const parts = await tx.query<PartEntry>(
    withCandidates ? CANDIDATES : PARTS,
    withCandidates ? [own] : [numbers, partIds],
  );
  const shipments = mentions.despatchNotes.length > 0 ? await tx.query(SHIPMENTS, [mentions.despatchNotes]) : [];
  const data = withoutNulls({
    ...emptyMasterData(own),
    organisations,
    sites,
    mappings,
    handlingUnits,
    parts,
    numbers: await loadNumbers(tx, parts),
    lanes: await tx.query(LANES, [parts.map((part) => part.id)]),
    shipments,
    timeZones: await loadTimeZones(tx),
  });
  const { transports = [] } = mentions;
  return transports.length > 0 ? { ...data, tours: await toursNamed(tx, transports, SHORTEST_NAME) } : data;
}

const partsOf = (units: { part: string | null }[]): string[] => units.flatMap((unit) => unit.part ?? []);

/** Mappings of parts are kept in canonical form, those of parties and places as a message writes them. */
const mappingCodes = ({ codes, partNumbers }: Mentions): string[] =>
  unique([
    ...codes,
    ...codes.map((code) => code.trim().toUpperCase()),
    ...partNumbers,
    ...partNumbers.map(canonicalPartNumber),
  ]);

async function loadTimeZones(tx: Transaction): Promise<MasterData['timeZones']> {
  const rows = await tx.query<{ partner: Id; zone: string }>(TIME_ZONES);
  return Object.fromEntries(rows.map(({ partner, zone }) => [partner, zone]));
}

async function loadNumbers(tx: Transaction, parts: PartEntry[]): Promise<MasterData['numbers']> {
  const others = await tx.query<{ organisation: Id; number: string; part: Id }>(
    'select owner as organisation, number, part from part_number where part = any($1)',
    [parts.map((part) => part.id)],
  );
  const own = parts.map((part) => ({ organisation: part.owner, number: part.number, part: part.id }));
  return [...own, ...others].map((entry) => ({ ...entry, number: canonicalPartNumber(entry.number) }));
}

const ORGANISATIONS = 'select owner as id, name, roles, country, identifiers from organisation';
const SITES = 'select id, owner, name, kind, city, country, time_zone as "timeZone", identifiers from site';
const MAPPINGS =
  'select partner, scheme, code, means from identifier where owner = $1 and (code = any($2) or upper(code) = any($2))';
const PART_COLUMNS = 'select id, owner, number, description, unit, quantity_per_pack as "quantityPerPack" from part';
const TIME_ZONES = `select partner, profile ->> 'timeZone' as zone from partner_profile where profile ->> 'timeZone' is not null`;
/** The same canonical form as canonicalPartNumber(), as far as SQL needs it to find candidates. */
const CANONICAL = (column: string): string =>
  `upper(regexp_replace(normalize(${column}, NFKC), '[[:space:]._/‐-―-]', '', 'g'))`;
const PARTS = `${PART_COLUMNS}
  where ${CANONICAL('number')} = any($1) or id = any($2)
     or id in (select part from part_number where ${CANONICAL('number')} = any($1))`;
/** For a mapping task: whatever part it could be, the reader's own first. */
const CANDIDATES = `${PART_COLUMNS} order by (owner = $1) desc, id limit 5000`;
/** Lanes of the mentioned parts, and one lane for each pair of sites to judge ways and lead times by. */
const LANE_COLUMNS =
  'supplier, owner as customer, part, site_from as "from", site_to as "to", carrier, mode, lead_time_days as "leadTimeDays"';
const LANES = `
  select ${LANE_COLUMNS} from lane where part = any($1) and ends_on is null
  union all
  select * from (select distinct on (supplier, owner, site_from, site_to) ${LANE_COLUMNS} from lane
    where ends_on is null and not part = any($1) order by supplier, owner, site_from, site_to, lead_time_days desc) ways`;
const SHIPMENTS =
  'select owner as supplier, id, despatch_note as "despatchNote", despatched_at as "despatchedAt" from shipment where despatch_note = any($1)';
const UNITS = `
  select u.unit, u.parent, u.owner as supplier, u.shipment, s.despatch_note as "despatchNote", s.customer, u.part, u.quantity
  from handling_unit u join shipment s on s.owner = u.owner and s.id = u.shipment where u.unit = any($1) or u.parent = any($1)`;

/** SQL's null is the contract's absence. */
function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(entries.map(([name, member]) => [name, withoutNulls(member)])) as T;
}

import type { Authorisation, CumulativePosition, ScheduleQuantity } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

export interface ScheduleRow {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  shipFrom: string | null;
  kind: string;
  release: string;
  releasedOn: string;
  unit: string;
  quantities: ScheduleQuantity[];
  cumulative: CumulativePosition | null;
  authorisations: Authorisation[];
  unloadingPoint: string | null;
  orderReference: string | null;
  confirmed: boolean;
  eventId: string;
  previousRelease: string | null;
  previousReleasedOn: string | null;
  previousEventId: string | null;
  previousQuantities: ScheduleQuantity[] | null;
  sequence: number;
}

const COLUMNS = `owner as customer, supplier, part, ship_to as "shipTo", ship_from as "shipFrom", kind, release, released_on as "releasedOn", unit, quantities, cumulative, authorisations,
  unloading_point as "unloadingPoint", order_reference as "orderReference", confirmed, event_id as "eventId", previous_release as "previousRelease",
  previous_released_on as "previousReleasedOn", previous_event_id as "previousEventId", previous_quantities as "previousQuantities", sequence`;

export interface ScheduleFilter {
  part?: string;
  supplier?: string;
  customer?: string;
  shipTo?: string;
  kind?: string;
  limit: number;
}

export const listSchedules = (
  tx: Transaction,
  { part, supplier, customer, shipTo, kind, limit }: ScheduleFilter,
): Promise<ScheduleRow[]> =>
  tx.query<ScheduleRow>(
    `select ${COLUMNS} from schedule
     where ($1::text is null or part = $1) and ($2::text is null or supplier = $2) and ($3::text is null or owner = $3)
       and ($4::text is null or ship_to = $4) and ($5::text is null or kind = $5)
     order by sequence desc limit $6`,
    [part ?? null, supplier ?? null, customer ?? null, shipTo ?? null, kind ?? null, limit],
  );

export async function readPartUnits(tx: Transaction, parts: string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; unit: string }>('select id, unit from part where id = any($1)', [parts]);
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}

export interface ReleaseRow {
  eventId: string;
  release: string;
  releasedOn: string;
  total: number;
  confirmed: boolean;
  sequence: number;
}

export const listReleases = (
  tx: Transaction,
  { customer, supplier, part, shipTo, kind }: Record<'customer' | 'supplier' | 'part' | 'shipTo' | 'kind', string>,
): Promise<ReleaseRow[]> =>
  tx.query<ReleaseRow>(
    `select event_id as "eventId", release, released_on as "releasedOn", total, confirmed, sequence from schedule_release
     where owner = $1 and supplier = $2 and part = $3 and ship_to = $4 and kind = $5 order by released_on desc, sequence desc limit 60`,
    [customer, supplier, part, shipTo, kind],
  );

/** What a release called off, from the event itself. */
export async function releaseQuantities(tx: Transaction, eventId: string): Promise<ScheduleQuantity[] | undefined> {
  const [row] = await tx.query<{ quantities: ScheduleQuantity[] }>(
    `select body::json -> 'data' -> 'quantities' as quantities from ledger_event where event_id = $1 and type = 'schedule-released'`,
    [eventId],
  );
  return row?.quantities;
}

export interface CumulativeRow {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  received: number;
  despatched: number;
  inTransit: number;
  statedReceived: number | null;
  statedDespatched: number | null;
  zeroedOn: string | null;
  lastDespatchNote: string | null;
  lastDespatchOn: string | null;
  countedDespatchNote: string | null;
  countedDespatchOn: string | null;
}

export const listCumulatives = (
  tx: Transaction,
  filter: Pick<ScheduleFilter, 'part' | 'supplier' | 'customer' | 'shipTo'>,
): Promise<CumulativeRow[]> =>
  tx.query<CumulativeRow>(
    `select owner as customer, supplier, part, ship_to as "shipTo", received, despatched, despatched - received as "inTransit", stated_received as "statedReceived",
       stated_despatched as "statedDespatched", zeroed_on as "zeroedOn", last_despatch_note as "lastDespatchNote", last_despatch_on as "lastDespatchOn",
       counted_despatch_note as "countedDespatchNote", counted_despatch_on as "countedDespatchOn"
     from cumulative where ($1::text is null or part = $1) and ($2::text is null or supplier = $2) and ($3::text is null or owner = $3) and ($4::text is null or ship_to = $4)
     order by sequence desc limit 1000`,
    [filter.part ?? null, filter.supplier ?? null, filter.customer ?? null, filter.shipTo ?? null],
  );

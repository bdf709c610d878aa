import { isDeepStrictEqual } from 'node:util';
import type { Id, Lane, RecordedEvent } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { isKnownTo, type PartRow, packagingOf } from './project-part.ts';
import { disclose, type OrganisationRow } from './project-partner.ts';

interface LaneRow extends Row {
  supplier: Id;
  confirmed: boolean;
}
type Agreed = RecordedEvent<'lane-agreed'>;

/**
 * A lane makes those it names known to each other as far as the one who records it knows them itself: the customer
 * introduces its own side, and the supplier its own by recording the same lane as an acknowledgement. Nobody learns
 * of a row by guessing its id.
 */
export const laneAgreed: Projection<'lane-agreed'> = {
  needs: ({ data }, rows) => [
    need('lane', data.customer, data.lane),
    ...named(data).map((organisation) => need('organisation', organisation)),
    ...named(data).flatMap((owner) => [need('site', owner, data.from), need('site', owner, data.to)]),
    ...trading(data).flatMap((owner) => [need('part', owner, data.part), need('part_number', owner, data.part)]),
    ...packagingOf(partOf(data, rows), trading(data)),
  ],
  check: (event, rows) =>
    isAcknowledgement(event, rows) ? undefined : (unknownThing(event, rows) ?? laneTaken(event, rows)),
  apply: (event, rows) => {
    if (!isAcknowledgement(event, rows)) rows.put('lane', laneRow(event));
    const { data } = event;
    for (const organisation of organisationsOf(event, rows)) disclose(rows, 'organisation', organisation, named(data));
    discloseKnown(event, rows, 'site', [siteFrom(data, rows), siteTo(data, rows)], named(data));
    const part = partOf(data, rows);
    if (!part || !isKnownTo(event.recordedBy, part)) return;
    disclose(rows, 'part', part, trading(data));
    discloseKnown(event, rows, 'packaging', [packagingRow(part, data, rows)], trading(data));
    discloseKnown(event, rows, 'part_number', numbersOf(part, data, rows), trading(data));
  },
};

export const laneEnded: Projection<'lane-ended'> = {
  needs: ({ data }) => [need('lane', data.customer, data.lane)],
  check: (event, rows) => {
    const { lane, customer, supplier } = event.data;
    const known = rows.get<LaneRow>('lane', customer, lane);
    if (!known || known.supplier !== supplier) return new Refusal('UNKNOWN_REFERENCE', { what: 'lane', id: lane });
    return laneTaken(event, rows);
  },
  apply: (event, rows) => {
    const lane = rows.get('lane', event.data.customer, event.data.lane);
    if (lane) rows.put('lane', { ...lane, ends_on: event.data.endsOn, sequence: event.sequence });
  },
};

const laneRow = (event: Agreed): Row => ({
  ...laneTerms(event.data),
  ends_on: null,
  confirmed: event.confirmed,
  audience: event.audience,
  sequence: event.sequence,
});

function laneTerms(data: Lane): Row {
  return {
    owner: data.customer,
    id: data.lane,
    supplier: data.supplier,
    part: data.part,
    site_from: data.from,
    site_to: data.to,
    carrier: data.carrier ?? null,
    mode: data.mode,
    lead_time_days: data.leadTimeDays,
    incoterm: data.incoterm ?? null,
    quota: data.quota ?? [],
    minimum_quantity: data.minimumQuantity ?? null,
    rounding_quantity: data.roundingQuantity ?? null,
  };
}

/**
 * The supplier says the same as what stands by the customer's word. It changes no term, so that it needs to know
 * nothing beyond the lane itself, which it may read.
 */
function isAcknowledgement({ data, confirmed }: Agreed, rows: RowSet): boolean {
  const known = rows.get<LaneRow>('lane', data.customer, data.lane);
  if (confirmed || !known?.confirmed) return false;
  return Object.entries(laneTerms(data)).every(([term, value]) => isDeepStrictEqual(known[term], value));
}

/** Carriers and warehouses offer themselves to everybody; of any other company the recorder shows what it knows. */
const organisationsOf = ({ data, recordedBy }: Agreed, rows: RowSet): Row[] =>
  named(data)
    .map((organisation) => rows.get<OrganisationRow>('organisation', organisation))
    .filter((row) => row !== undefined)
    .filter((row) => isKnownTo(recordedBy, row) || offersItself(row));
const offersItself = ({ roles }: OrganisationRow): boolean => roles.includes('carrier') || roles.includes('warehouse');

function discloseKnown(
  { recordedBy }: Agreed,
  rows: RowSet,
  table: string,
  found: (Row | undefined)[],
  readers: Id[],
): void {
  for (const row of found) if (isKnownTo(recordedBy, row)) disclose(rows, table, row, readers);
}

/** The customer's word makes a lane between any two who exist. A report by the other side names only what it may read. */
function unknownThing({ data, recordedBy, confirmed }: Agreed, rows: RowSet): Refusal | undefined {
  if (data.from === data.to)
    return new Refusal('INVALID', { path: 'to', problem: 'a lane joins two different sites', value: data.to });
  const isThere = (row: Row | undefined): boolean => row !== undefined && (confirmed || isKnownTo(recordedBy, row));
  if (!isThere(siteFrom(data, rows))) return new Refusal('UNKNOWN_REFERENCE', { what: 'site', id: data.from });
  if (!isThere(siteTo(data, rows))) return new Refusal('UNKNOWN_REFERENCE', { what: 'site', id: data.to });
  if (!isThere(partOf(data, rows))) return new Refusal('UNKNOWN_REFERENCE', { what: 'part', id: data.part });
  const stranger = named(data).find((organisation) => {
    const row = rows.get<OrganisationRow>('organisation', organisation);
    return !isThere(row) && !(row && offersItself(row));
  });
  return stranger ? new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id: stranger }) : undefined;
}

/** What the customer agreed is changed by the customer; until then each supplier may report lanes of its own only. */
function laneTaken(event: RecordedEvent<'lane-agreed' | 'lane-ended'>, rows: RowSet): Refusal | undefined {
  const { lane, customer, supplier } = event.data;
  const known = rows.get<LaneRow>('lane', customer, lane);
  if (!known || event.confirmed || (!known.confirmed && known.supplier === supplier)) return undefined;
  return new Refusal('ID_TAKEN', { what: 'lane', id: lane, owner: customer });
}

const trading = (data: Lane): Id[] => [...new Set([data.customer, data.supplier])];
const named = (data: Lane): Id[] => [
  ...new Set([data.customer, data.supplier, ...(data.carrier ? [data.carrier] : [])]),
];
const partOf = (data: Lane, rows: RowSet): PartRow | undefined =>
  firstOf(rows, 'part', [data.customer, data.supplier], data.part) as PartRow | undefined;
/** Goods leave from the supplier's own site, or from one that its carrier or customer runs for it. */
const siteFrom = (data: Lane, rows: RowSet): Row | undefined =>
  firstOf(rows, 'site', [data.supplier, data.carrier, data.customer], data.from);
const siteTo = (data: Lane, rows: RowSet): Row | undefined =>
  firstOf(rows, 'site', [data.customer, data.carrier, data.supplier], data.to);

/** Packaging often belongs to the other side than the part. */
const packagingRow = (part: PartRow, data: Lane, rows: RowSet): Row | undefined =>
  part.packaging ? firstOf(rows, 'packaging', [part.owner, ...trading(data)], part.packaging) : undefined;

/** Both sides' numbers of this part; either may have numbered another company's part with the same id. */
const numbersOf = (part: PartRow, data: Lane, rows: RowSet): Row[] =>
  trading(data)
    .map((owner) => rows.get('part_number', owner, part.id))
    .filter((row) => row?.part_owner === part.owner) as Row[];

function firstOf(rows: RowSet, table: string, owners: (Id | undefined)[], id: Id): Row | undefined {
  for (const owner of owners) {
    const row = owner && rows.get(table, owner, id);
    if (row) return row;
  }
  return undefined;
}

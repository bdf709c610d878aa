import type { Id, Lane, RecordedEvent } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { disclosePart, isKnownTo, type PartRow, packagingOf } from './project-part.ts';
import { disclose } from './project-partner.ts';

interface LaneRow extends Row {
  supplier: Id;
  confirmed: boolean;
}

/** Partners who trade know each other: a lane discloses both companies, both ends and the part to those it names, to nobody else. */
export const laneAgreed: Projection<'lane-agreed'> = {
  needs: ({ data }, rows) => [
    need('lane', data.customer, data.lane),
    ...named(data).map((organisation) => need('organisation', organisation)),
    ...named(data).flatMap((owner) => [need('site', owner, data.from), need('site', owner, data.to)]),
    ...trading(data).flatMap((owner) => [need('part', owner, data.part), need('part_number', owner, data.part)]),
    ...packagingOf(partOf(data, rows), trading(data)),
  ],
  check: (event, rows) => unknownThing(event, rows) ?? laneTaken(event, rows),
  apply: (event, rows) => {
    rows.put('lane', laneRow(event));
    const { data } = event;
    for (const organisation of named(data))
      disclose(rows, 'organisation', rows.get('organisation', organisation), named(data));
    disclose(rows, 'site', siteFrom(data, rows), named(data));
    disclose(rows, 'site', siteTo(data, rows), named(data));
    disclosePart(rows, partOf(data, rows), trading(data));
    disclose(rows, 'packaging', knownPackaging(event, rows), trading(data));
    for (const owner of trading(data))
      disclose(rows, 'part_number', rows.get('part_number', owner, data.part), trading(data));
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

function laneRow(event: RecordedEvent<'lane-agreed'>): Row {
  const { data } = event;
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
    ends_on: null,
    confirmed: event.confirmed,
    audience: event.audience,
    sequence: event.sequence,
  };
}

/**
 * The customer's word makes a lane and introduces its two sides. A report by the other side must not be a way
 * to read what it does not know: it names only what it may read already.
 */
function unknownThing(
  { data, recordedBy, confirmed }: RecordedEvent<'lane-agreed'>,
  rows: RowSet,
): Refusal | undefined {
  if (data.from === data.to)
    return new Refusal('INVALID', { path: 'to', problem: 'a lane joins two different sites', value: data.to });
  const isThere = (row: Row | undefined): boolean => row !== undefined && (confirmed || isKnownTo(recordedBy, row));
  if (!isThere(siteFrom(data, rows))) return new Refusal('UNKNOWN_REFERENCE', { what: 'site', id: data.from });
  if (!isThere(siteTo(data, rows))) return new Refusal('UNKNOWN_REFERENCE', { what: 'site', id: data.to });
  if (!isThere(partOf(data, rows))) return new Refusal('UNKNOWN_REFERENCE', { what: 'part', id: data.part });
  const stranger = named(data).find((organisation) => !isThere(rows.get('organisation', organisation)));
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

/** Packaging often belongs to the other side; a recorder that may not read it does not make it readable. */
function knownPackaging({ data, recordedBy }: RecordedEvent<'lane-agreed'>, rows: RowSet): Row | undefined {
  const packaging = partOf(data, rows)?.packaging;
  const found = packaging ? firstOf(rows, 'packaging', trading(data), packaging) : undefined;
  return isKnownTo(recordedBy, found) ? found : undefined;
}

function firstOf(rows: RowSet, table: string, owners: (Id | undefined)[], id: Id): Row | undefined {
  for (const owner of owners) {
    const row = owner && rows.get(table, owner, id);
    if (row) return row;
  }
  return undefined;
}

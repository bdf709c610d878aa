import { agreed, linked, named, readable, secure, siteScoped } from './policies.ts';

/** Read tables of capability visibility: goods in transit, stock, cumulatives, and the day stock runs out. */
const tables = `
  create table shipment (
    owner text not null,
    id text not null,
    customer text not null,
    site_from text not null,
    site_to text not null,
    unloading_point text,
    despatch_note text not null,
    despatched_at timestamptz not null,
    expected_at timestamptz not null,
    received_at timestamptz,
    carrier text,
    transport_reference text,
    vehicle text,
    mode text,
    gross_mass_kg double precision,
    unit_count int not null,
    state text not null,
    confirmed boolean not null,
    recorded_by text not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index shipment_customer on shipment (customer, state);
  create index shipment_note on shipment (owner, despatch_note);
  create table shipment_line (
    owner text not null,
    shipment text not null,
    line int not null,
    customer text not null,
    part text not null,
    site_from text not null,
    site_to text not null,
    quantity double precision not null,
    unit text not null,
    received_quantity double precision not null,
    cumulative double precision,
    order_reference text,
    batch text,
    expected_at timestamptz not null,
    open boolean not null,
    confirmed boolean not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment, line)
  );
  create index shipment_line_open on shipment_line (site_to, part) where open;
  create table handling_unit (
    owner text not null,
    shipment text not null,
    unit text not null,
    parent text,
    packaging text,
    line int,
    part text,
    quantity double precision,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment, unit)
  );
  create table consignment (
    owner text not null,
    shipment text not null,
    customer text not null,
    carrier text not null,
    site_from text not null,
    site_to text not null,
    packages int,
    gross_mass_kg double precision,
    vehicle text,
    mode text,
    collect_at timestamptz not null,
    expected_at timestamptz not null,
    longitude double precision,
    latitude double precision,
    position_at timestamptz,
    state text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment)
  );
  create index consignment_carrier on consignment (carrier);
  create table goods_receipt (
    owner text not null,
    id text not null,
    supplier text not null,
    site text not null,
    shipment text,
    despatch_note text,
    received_at timestamptz not null,
    lines json not null,
    differences json not null,
    confirmed boolean not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table cumulative (
    owner text not null,
    supplier text not null,
    part text not null,
    ship_to text not null,
    received double precision not null,
    despatched double precision not null,
    stated_received double precision,
    stated_despatched double precision,
    zeroed_on date,
    last_despatch_note text,
    last_despatch_on date,
    counted_despatch_note text,
    counted_despatch_on date,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, supplier, part, ship_to)
  );
  create table stock (
    owner text not null,
    site text not null,
    part text not null,
    status text not null,
    quantity double precision not null,
    unit text not null,
    counted_at timestamptz,
    moved_at timestamptz not null,
    /* What the site has used up on its last day of use: a plan for that day needs only the rest. */
    consumed_on date,
    consumed_quantity double precision not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, part, status)
  );
  /* What a document and what a scan say of the same goods: the larger of both moved, once. */
  create table movement_claim (
    owner text not null,
    site text not null,
    part text not null,
    reference text not null,
    direction text not null,
    by_document double precision not null,
    by_read double precision not null,
    audience text[] not null,
    primary key (owner, site, part, reference, direction)
  );
  create table runout (
    owner text not null,
    site text not null,
    part text not null,
    as_of date not null,
    on_hand double precision not null,
    in_transit double precision not null,
    runs_out_on date,
    runs_out_if_delivered date,
    short_quantity double precision,
    days_of_supply double precision not null,
    light text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, part)
  );
  create table runout_light (
    owner text not null,
    site text not null,
    part text not null,
    light text not null,
    stop_shift timestamptz,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, part)
  );
`;

const shipmentDay = "(shipment.despatched_at at time zone 'UTC')::date";
const lineShared = `exists (select 1 from shipment s where s.owner = shipment_line.owner and s.id = shipment_line.shipment)`;

export const visibilityTables = `
  ${tables}
  ${['shipment', 'shipment_line', 'handling_unit', 'consignment', 'goods_receipt', 'cumulative', 'stock', 'movement_claim', 'runout', 'runout_light'].map(secure).join('')}
  ${['goods_receipt', 'cumulative', 'movement_claim', 'handling_unit'].map((t) => readable(t, named)).join('')}
  ${readable('shipment', `${named} or ${agreed('shipment', { kind: 'shipment', depth: 'exact', site: 'site_from', day: shipmentDay })}`)}
  ${readable('shipment_line', `${named} or (${agreed('shipment_line', { kind: 'shipment', depth: 'exact', site: 'site_from', part: 'part' })} and ${lineShared})`)}
  ${readable('consignment', `${named} or ${linked(`'shipment:' || owner || '/' || shipment`)}`)}
  ${readable('stock', `${named} or ${agreed('stock', { kind: 'stock', depth: 'exact', site: 'site', part: 'part', day: "(stock.moved_at at time zone 'UTC')::date" })}`)}
  ${readable('runout', `${named} or ${agreed('runout', { kind: 'projection', depth: 'exact', site: 'site', part: 'part', day: 'runout.as_of' })}`)}
  ${readable('runout_light', `${named} or ${agreed('runout_light', { kind: 'projection', depth: 'light', site: 'site', part: 'part' })}`)}
  ${['shipment', 'shipment_line', 'consignment'].map((t) => siteScoped(t, 'site_from', 'site_to')).join('')}
  ${['goods_receipt', 'stock', 'movement_claim', 'runout', 'runout_light'].map((t) => siteScoped(t, 'site')).join('')}
  ${siteScoped('cumulative', 'ship_to')}
  create policy person_sites on handling_unit as restrictive for select to intakt_request using (
    exists (select 1 from shipment s where s.owner = handling_unit.owner and s.id = handling_unit.shipment));
`;

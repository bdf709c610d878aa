import { named, ORG, readable, secure, siteScoped } from './policies.ts';

/** Read tables of capability network. `owner` leads every key, so that each table can be distributed by it. */
const tables = `
  create table organisation (
    owner text primary key,
    name text not null,
    roles text[] not null,
    country text,
    identifiers jsonb not null,
    tier int,
    registered_by text not null,
    audience text[] not null,
    sequence bigint not null
  );
  create table site (
    owner text not null,
    id text not null,
    name text not null,
    kind text not null,
    city text,
    country text,
    longitude double precision,
    latitude double precision,
    time_zone text not null,
    identifiers jsonb not null,
    working_weekdays int[] not null,
    holidays jsonb not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index site_id on site (id);
  create table packaging (
    owner text not null,
    id text not null,
    code text not null,
    kind text not null,
    returnable boolean not null,
    tare_kg double precision,
    length_mm double precision,
    width_mm double precision,
    height_mm double precision,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table part (
    owner text not null,
    id text not null,
    number text not null,
    description text,
    unit text not null,
    mass_kg double precision,
    packaging text,
    quantity_per_pack double precision,
    family text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index part_id on part (id);
  create table part_number (
    owner text not null,
    part text not null,
    part_owner text not null,
    number text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, part)
  );
  create index part_number_part on part_number (part);
  create table bill_of_material (
    owner text not null,
    parent text not null,
    components jsonb not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, parent)
  );
  create table lane (
    owner text not null,
    id text not null,
    supplier text not null,
    part text not null,
    site_from text not null,
    site_to text not null,
    carrier text,
    mode text not null,
    lead_time_days double precision not null,
    incoterm text,
    quota jsonb not null,
    minimum_quantity double precision,
    rounding_quantity double precision,
    ends_on date,
    confirmed boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index lane_supplier on lane (supplier);
  create table identifier (
    owner text not null,
    partner text not null,
    scheme text not null,
    code text not null,
    means text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, partner, scheme, code)
  );
  create table agreement (
    owner text not null,
    id text not null,
    counterparty text not null,
    title text not null,
    terms jsonb not null,
    covers_from date not null,
    state text not null,
    proposed_at timestamptz not null,
    decided_at timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    reason text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table agreement_grant (
    owner text not null,
    viewer text not null,
    agreement text not null,
    term int not null,
    kind text not null,
    depth text not null,
    site text not null,
    part text not null,
    covers_from date not null,
    audience text[] not null,
    primary key (owner, viewer, agreement, term, site, part)
  );
  create table membership (
    owner text not null,
    person text not null,
    roles text[] not null,
    sites text[] not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, person)
  );
`;

/** Whoever may read a part's stock may read which part it is, and likewise for sites. */
const givenBy = (table: string, column: string): string => `exists (
  select 1 from agreement_grant g where g.viewer = ${ORG} and g.owner = ${table}.owner and (g.${column} = '' or g.${column} = ${table}.id))`;

export const networkTables = `
  ${tables}
  ${['organisation', 'site', 'packaging', 'part', 'part_number', 'bill_of_material', 'lane', 'identifier', 'agreement', 'agreement_grant', 'membership'].map(secure).join('')}
  ${['organisation', 'packaging', 'part_number', 'bill_of_material', 'lane', 'identifier', 'agreement', 'agreement_grant', 'membership'].map((t) => readable(t, named)).join('')}
  ${readable('site', `${named} or ${givenBy('site', 'site')}`)}
  ${readable('part', `${named} or ${givenBy('part', 'part')}`)}
  ${siteScoped('site', 'id')}
  ${siteScoped('lane', 'site_from', 'site_to')}
`;

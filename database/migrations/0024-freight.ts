import { named, readable, secure } from './policies.ts';

/** Read tables of what customer and carrier owe each other, and of how partners share a tour. Each row is of two parties alone. */
const tables = `
  create table tariff (
    owner text not null,
    id text not null,
    carrier text not null,
    name text not null,
    currency text not null,
    valid_from date not null,
    valid_to date,
    vehicle_type text,
    per_tour double precision not null,
    per_km double precision not null,
    per_hour double precision not null,
    per_stop double precision not null,
    minimum double precision not null,
    fuel_surcharge_percent double precision not null,
    confirmed boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, carrier, id)
  );
  create table tender (
    owner text not null,
    id text not null,
    carrier text not null,
    tour text not null,
    round int not null,
    state text not null,
    respond_by timestamptz not null,
    price_asked double precision,
    price_answered double precision,
    price_awarded double precision,
    reason text,
    currency text not null,
    terms jsonb not null,
    opened_at timestamptz not null,
    answered_at timestamptz,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id, carrier)
  );
  create index tender_tour on tender (owner, tour);
  create table freight (
    owner text not null,
    tour text not null,
    carrier text not null,
    basis text not null,
    agreed_by text,
    currency text not null,
    lines jsonb not null,
    planned double precision,
    driven double precision,
    day date not null,
    invoiced double precision not null,
    invoice text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, tour, carrier)
  );
  create table freight_invoice (
    owner text not null,
    id text not null,
    customer text not null,
    number text not null,
    invoiced_on date not null,
    currency text not null,
    lines jsonb not null,
    total double precision not null,
    state text not null,
    reason text,
    confirmed boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table claim (
    owner text not null,
    id text not null,
    customer text not null,
    carrier text not null,
    tour text not null,
    kind text not null,
    amount double precision not null,
    currency text not null,
    description text not null,
    state text not null,
    settled double precision,
    reason text,
    raised_at timestamptz not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table share_rule (
    owner text not null,
    id text not null,
    partner text not null,
    kind text not null,
    valid_from date not null,
    state text not null,
    reason text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id, partner)
  );
  create table tour_share (
    owner text not null,
    tour text not null,
    partner text not null,
    rule text not null,
    kind text not null,
    day date not null,
    cost double precision not null,
    co2_kg double precision not null,
    alone_cost double precision not null,
    alone_co2_kg double precision not null,
    total_cost double precision not null,
    total_co2_kg double precision not null,
    partners int not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, tour, partner)
  );
`;

const TABLES = ['tariff', 'tender', 'freight', 'freight_invoice', 'claim', 'share_rule', 'tour_share'];

export const freightTables = `
  ${tables}
  ${TABLES.map(secure).join('')}
  ${TABLES.map((table) => readable(table, named)).join('')}
`;

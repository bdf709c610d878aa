import { named, readable, secure, siteScoped } from './policies.ts';

const tables = `
  /* What a carrier and one customer agreed on for part loads of an area, or for whole trucks. */
  create table network_rates (
    owner text not null,
    id text not null,
    customer text not null,
    kind text not null,
    name text not null,
    currency text not null,
    valid_from date not null,
    valid_to date,
    terms json not null,
    confirmed boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, customer, id)
  );
  create table season_plan (
    owner text not null,
    id text not null,
    site text not null,
    name text not null,
    currency text not null,
    valid_from date not null,
    valid_to date not null,
    cost double precision not null,
    cost_before double precision,
    co2_kg double precision not null,
    truck_km double precision not null,
    peak_per_hour int not null,
    scenario text not null,
    published_at timestamptz not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create table collection_rhythm (
    owner text not null,
    plan text not null,
    site_from text not null,
    site_to text not null,
    supplier text not null,
    concept text not null,
    weekdays json not null,
    full_loads int not null,
    tour text,
    arrives text,
    departs text,
    valid_from date not null,
    valid_to date not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, plan, site_from, site_to)
  );
  create table master_tour (
    owner text not null,
    plan text not null,
    tour text not null,
    carrier text,
    site_to text not null,
    vehicle_name text not null,
    weekdays json not null,
    departs text not null,
    stops json not null,
    plant_weekdays json not null,
    plant_arrivals json not null,
    distance_km double precision not null,
    driving_minutes double precision not null,
    break_minutes double precision not null,
    rest_minutes double precision not null,
    valid_from date not null,
    valid_to date not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, plan, tour)
  );
`;
const ALL = ['network_rates', 'season_plan', 'collection_rhythm', 'master_tour'];

export const seasonPlanTables = `
  ${tables}
  ${ALL.map((table) => secure(table) + readable(table, named)).join('')}
  ${siteScoped('season_plan', 'site')}
  ${siteScoped('collection_rhythm', 'site_from', 'site_to')}
  ${siteScoped('master_tour', 'site_to')}
`;

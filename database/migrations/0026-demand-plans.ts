import { named, ORG, readable, secure, siteScoped } from './policies.ts';

/** Build plans, scenarios beside them, and the end demand that each tier passed to its suppliers. */
const tables = `
  create table build_plan (
    owner text not null,
    site text not null,
    release text not null,
    models json not null,
    take_rates json not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site)
  );
  create table demand_scenario (
    owner text not null,
    site text not null,
    scenario text not null,
    name text not null,
    volumes json not null,
    take_rates json not null,
    state text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, scenario)
  );
  create table end_demand (
    owner text not null,
    supplier text not null,
    site text not null,
    part text not null,
    ship_from text,
    unit text not null,
    tier int not null,
    as_of date not null,
    weeks json not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, supplier, site, part)
  );
  create index end_demand_supplier on end_demand (supplier);
`;

/** The supplier reads it as long as the agreement to pass it through stands. */
const passedThrough = `exists (
  select 1 from agreement_grant g
  where g.viewer = ${ORG} and g.owner = end_demand.owner and g.kind = 'pass-through'
    and (g.site = '' or g.site = end_demand.site) and (g.part = '' or g.part = end_demand.part))`;

export const demandPlanTables = `
  ${tables}
  ${['build_plan', 'demand_scenario'].map((t) => secure(t) + readable(t, named) + siteScoped(t, 'site')).join('')}
  ${secure('end_demand')}
  ${readable('end_demand', `end_demand.owner = ${ORG} or (${named} and ${passedThrough})`)}
  ${siteScoped('end_demand', 'site', 'ship_from')}
`;

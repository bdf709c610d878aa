import { named, readable, secure, siteScoped } from './policies.ts';

/**
 * Exceptions of any kind: not all of them stop something, and each says what was seen against what was expected. What
 * other parties of the same goods are told has rows of its own; what a minute of standstill costs is its owner's alone.
 */
const tables = `
  alter table exception alter column stop_at drop not null;
  alter table exception add column impact_at timestamptz;
  alter table exception add column impact json;
  alter table exception add column partner text;
  alter table exception add column reference text;
  alter table exception add column difference json;
  alter table exception add column chosen_of text;
  create table exception_told (
    owner text not null,
    exception text not null,
    partner text not null,
    kind text not null,
    state text not null,
    site text,
    part text,
    supplier text,
    shipment text,
    reference text,
    difference json,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, exception, partner)
  );
  create index exception_told_partner on exception_told (partner) where state = 'open';
  create table line_stop_cost (
    owner text not null,
    site text not null,
    euro_per_minute double precision not null,
    minutes_per_day integer not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site)
  );
`;

export const exceptionKindTables = `
  ${tables}
  ${['exception_told', 'line_stop_cost'].map((table) => secure(table) + readable(table, named)).join('')}
  ${siteScoped('line_stop_cost', 'site')}
  create policy person_sites on exception_told as restrictive for select to intakt_request using (
    (select coalesce(current_setting('app.sites', true), '')) = '' or site is null
      or site = any(string_to_array((select coalesce(current_setting('app.sites', true), '')), ',')));
  grant select (impact_at, impact, partner, reference, difference, chosen_of) on exception to intakt_request;
`;

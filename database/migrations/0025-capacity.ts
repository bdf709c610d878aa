import { named, readable, secure } from './policies.ts';

const tables = `
  create table capacity_group (
    owner text not null,
    id text not null,
    name text not null,
    customer text,
    site text,
    unit text not null,
    parts json not null,
    flexibility json not null,
    weeks json not null,
    stated_at timestamptz not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  /* Shifts and hours behind a group, its owner's alone. */
  create table capacity_resource (
    owner text not null,
    id text not null,
    shifts_per_week int not null,
    hours_per_shift double precision not null,
    hours_per_unit double precision not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
`;

export const capacityTables = `
  ${tables}
  ${['capacity_group', 'capacity_resource'].map((t) => secure(t) + readable(t, named)).join('')}
  create policy person_sites on capacity_group as restrictive for select to intakt_request using (
    site is null or (select coalesce(current_setting('app.sites', true), '')) = ''
    or site = any(string_to_array((select coalesce(current_setting('app.sites', true), '')), ',')));
`;

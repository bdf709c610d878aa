import { ORG, readable, secure } from './policies.ts';

/**
 * Long computations: what was asked for, how far it is, what became of it. A working table. One server holds a run that is
 * under way by a lease; a run for some sites only is seen by people of these sites.
 */
const tables = `
  create table job_run (
    id text primary key,
    organisation text not null,
    kind text not null,
    person text,
    sites text[] not null,
    input jsonb not null,
    state text not null,
    progress double precision not null default 0,
    note jsonb,
    result jsonb,
    problem text,
    cancel_asked boolean not null default false,
    attempts int not null default 0,
    server text,
    lease_until timestamptz,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz
  );
  create index job_run_open on job_run (created_at) where state in ('queued', 'running');
  create index job_run_organisation on job_run (organisation, created_at);
`;

const SITES = `(select coalesce(current_setting('app.sites', true), ''))`;

export const jobRunTables = `
  ${tables}
  ${secure('job_run')}
  ${readable('job_run', `organisation = ${ORG}`, 'own')}
  create policy person_sites on job_run as restrictive for select to intakt_request using (
    ${SITES} = '' or (cardinality(sites) > 0 and sites <@ string_to_array(${SITES}, ',')));
`;

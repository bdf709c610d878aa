import { agreed, named, readable, secure, siteScoped } from './policies.ts';

const tables = `
  /* One row per cause, its owner's alone: what it stops, and what can be done. */
  create table exception (
    owner text not null,
    id text not null,
    kind text not null,
    state text not null,
    sites text[] not null,
    stop_at timestamptz not null,
    hits json not null,
    cause json,
    options json,
    chosen text,
    raised_at timestamptz not null,
    changed_at timestamptz not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index exception_open on exception (owner, stop_at) where state = 'open';
  /* What of it others may see, one row per part, so that an agreement over one part shows nothing of another. */
  create table exception_light (
    owner text not null,
    exception text not null,
    site text not null,
    part text not null,
    kind text not null,
    light text not null,
    stop_shift timestamptz,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, exception, site, part)
  );
`;

export const exceptionTables = `
  ${tables}
  ${['exception', 'exception_light'].map(secure).join('')}
  ${readable('exception', named)}
  ${readable('exception_light', `${named} or ${agreed('exception_light', { kind: 'projection', depth: 'light', site: 'site', part: 'part' })}`)}
  create policy person_sites on exception as restrictive for select to intakt_request using (
    (select coalesce(current_setting('app.sites', true), '')) = '' or sites && string_to_array((select coalesce(current_setting('app.sites', true), '')), ','));
  ${siteScoped('exception_light', 'site')}
`;

import { ORG, readable, secure } from './policies.ts';

/**
 * What EPCIS queries look for. `facets` holds everything that can be asked for by equality, as `name=value`; null where an
 * event was captured before there were facets. `number` grows in the order of capture within an owner, so that a
 * subscription can say how far it has come. The token that signs a subscription's letters is not for the request role.
 */
const tables = `
  alter table epcis_event add column number bigint generated always as identity;
  alter table epcis_event add column facets text[];
  create index epcis_event_facets on epcis_event using gin (facets);
  create index epcis_event_time on epcis_event (owner, event_time, id);
  create unique index epcis_event_number on epcis_event (owner, number);
  create table epcis_query (
    owner text not null,
    name text not null,
    query jsonb not null,
    created_at timestamptz not null,
    primary key (owner, name)
  );
  create table epcis_subscription (
    id text primary key,
    owner text not null,
    query text not null,
    dest text not null,
    token text,
    schedule jsonb,
    report_if_empty boolean not null,
    position bigint not null,
    attempts int not null default 0,
    due_at timestamptz,
    problem text,
    lease_until timestamptz,
    created_at timestamptz not null,
    last_at timestamptz,
    foreign key (owner, query) references epcis_query (owner, name) on delete cascade
  );
`;

const COLUMNS =
  'id, owner, query, dest, schedule, report_if_empty, position, attempts, due_at, problem, created_at, last_at';

export const epcisQueryTables = `
  ${tables}
  ${['epcis_query', 'epcis_subscription'].map(secure).join('')}
  ${readable('epcis_query', `owner = ${ORG}`, 'own')}
  grant select (${COLUMNS}) on epcis_subscription to intakt_request;
  create policy own on epcis_subscription for select to intakt_request using (owner = ${ORG});
`;

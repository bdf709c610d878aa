import { ORG, readable, secure } from './policies.ts';

/**
 * Webhooks out. A subscription knows how far it has come in the ledger and what became of the event at its head; deliveries
 * are the log of it, dead letters among them. The secret is a column that the request role may not read.
 */
const tables = `
  create table webhook_subscription (
    id text primary key,
    organisation text not null,
    name text not null,
    url text not null,
    types text[] not null,
    secret text not null,
    active boolean not null,
    position bigint not null,
    attempts int not null default 0,
    due_at timestamptz,
    problem text,
    lease_until timestamptz,
    created_by text,
    created_at timestamptz not null
  );
  create table webhook_delivery (
    number bigint generated always as identity primary key,
    subscription text not null references webhook_subscription (id) on delete cascade,
    organisation text not null,
    sequence bigint not null,
    event_id uuid not null,
    type text not null,
    state text not null,
    attempts int not null,
    status int,
    problem text,
    due_at timestamptz,
    settled_at timestamptz
  );
  create index webhook_delivery_subscription on webhook_delivery (subscription, number);
  create index webhook_delivery_due on webhook_delivery (due_at) where state = 'waiting';
`;

const COLUMNS =
  'id, organisation, name, url, types, active, position, attempts, due_at, problem, created_by, created_at';

export const webhookTables = `
  ${tables}
  ${['webhook_subscription', 'webhook_delivery'].map(secure).join('')}
  grant select (${COLUMNS}) on webhook_subscription to intakt_request;
  create policy own on webhook_subscription for select to intakt_request using (organisation = ${ORG});
  ${readable('webhook_delivery', `organisation = ${ORG}`, 'own')}
`;

import { ORG, readable, secure } from './policies.ts';

/**
 * What goes out to partners. The secret that signs a partner's webhook is a column that the request role may not read.
 * A cursor says up to which sequence number of the ledger a sender has worked; it moves in the transaction that keeps what
 * came of it, so nothing is said twice or left out across a stop.
 */
const tables = `
  create table partner_profile (
    owner text not null,
    partner text not null,
    profile jsonb not null,
    secret text,
    changed_at timestamptz not null,
    changed_by text,
    primary key (owner, partner)
  );
  create table outgoing_message (
    number bigint generated always as identity unique,
    id text primary key,
    owner text not null,
    partner text,
    receiver jsonb not null,
    format text not null,
    type text not null,
    control_reference text not null,
    name text not null,
    bytes bytea not null,
    events uuid[] not null,
    answers text,
    channel text not null,
    target text,
    state text not null,
    attempts int not null,
    due_at timestamptz,
    problem text,
    created_at timestamptz not null,
    settled_at timestamptz
  );
  create index outgoing_message_owner on outgoing_message (owner, number);
  create index outgoing_message_due on outgoing_message (due_at) where state = 'waiting';
  create unique index outgoing_message_answers on outgoing_message (owner, answers) where answers is not null;
  create table outgoing_reference (
    owner text not null,
    partner text not null,
    last bigint not null,
    primary key (owner, partner)
  );
  create table ledger_cursor (
    name text primary key,
    sequence bigint not null
  );
  create index inbox_message_control on inbox_message (organisation, (statements -> 'envelope' ->> 'controlReference'));
`;

const PROFILE_COLUMNS = 'owner, partner, profile, changed_at, changed_by';

export const outgoingTables = `
  ${tables}
  ${['partner_profile', 'outgoing_message', 'outgoing_reference', 'ledger_cursor'].map(secure).join('')}
  grant select (${PROFILE_COLUMNS}) on partner_profile to intakt_request;
  create policy own on partner_profile for select to intakt_request using (owner = ${ORG});
  ${readable('outgoing_message', `owner = ${ORG}`, 'own')}
`;

import { ORG, readable, secure } from './policies.ts';

/**
 * The ledger: append-only, one log per installation, range-partitioned by sequence.
 * `body` is the canonical JSON that the leaf hashes, byte for byte; columns beside it serve
 * row security and look-up only. Sequence numbers come from the locked head row.
 */
export const ledgerTables = `
  create table ledger_head (
    id int primary key check (id = 1),
    size bigint not null,
    root text not null,
    frontier text[] not null
  );
  insert into ledger_head values (1, 0, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', '{}');

  create table ledger_event (
    sequence bigint not null,
    event_id uuid not null,
    type text not null,
    entitled text[] not null,
    sites text[] not null,
    content_hash text not null,
    leaf_hash text not null,
    body text not null,
    primary key (sequence)
  ) partition by range (sequence);
  create table ledger_event_0 partition of ledger_event for values from (0) to (10000000);
  create index ledger_event_id on ledger_event (event_id);
  /* The audit reads these few kinds, newest first, among millions of others. */
  create index ledger_event_audit on ledger_event (sequence) where type in
    ('roles-granted', 'credential-changed', 'person-erased', 'agreement-proposed', 'agreement-accepted', 'agreement-revoked');
  alter table ledger_event_0 alter column body set storage external;

  create table ledger_tile (
    level int not null,
    index bigint not null,
    hash text not null,
    primary key (level, index)
  );
  create table checkpoint (
    size bigint primary key,
    note text not null,
    signed_at timestamptz not null
  );
  /* Personal data and its salt lie beside the event; erasing both leaves the proof intact. */
  create table ledger_personal (
    sequence bigint primary key,
    owner text not null,
    person text,
    salt text not null,
    data jsonb not null
  );

  ${['ledger_head', 'ledger_event', 'ledger_event_0', 'ledger_tile', 'checkpoint', 'ledger_personal'].map(secure).join('')}
  ${readable('ledger_head', 'true')}
  ${readable('ledger_tile', 'true')}
  ${readable('checkpoint', 'true')}
  ${readable('ledger_event', `${ORG} = any(entitled)`)}
  ${readable('ledger_personal', `${ORG} <> '' and exists (select 1 from ledger_event e where e.sequence = ledger_personal.sequence)`)}
  create policy person_sites on ledger_event as restrictive for select to intakt_request using (
    (select coalesce(current_setting('app.sites', true), '')) = '' or sites = '{}'
    or sites && string_to_array((select coalesce(current_setting('app.sites', true), '')), ','));
  grant select on ledger_event to intakt_feed;
  create policy open_feeds on ledger_event for select to intakt_feed using (
    entitled && string_to_array((select coalesce(current_setting('app.orgs', true), '')), ','));
`;

import { ORG, readable, secure } from './policies.ts';

/**
 * Telemetry lies beside the ledger: raw rows, the windows whose digests are still owed to the ledger, and the latest
 * position of each consignment under way. A consignment learns when it left and arrived from events.
 */
const tables = `
  alter table consignment add column departed_at timestamptz;
  alter table consignment add column arrived_at timestamptz;
  alter table telemetry_position add column supplier text;
  alter table telemetry_position add column mark text;
  alter table device add column shipment text;
  create table telemetry_reading (
    owner text not null,
    device text not null,
    kind text not null,
    at timestamptz not null,
    value double precision not null,
    supplier text,
    shipment text,
    received_at timestamptz not null,
    digest uuid,
    mark text,
    primary key (owner, device, kind, at)
  ) partition by range (at);
  create table telemetry_reading_default partition of telemetry_reading default;
  create index telemetry_position_shipment on telemetry_position (supplier, shipment, at);
  create index telemetry_reading_shipment on telemetry_reading (supplier, shipment, kind, at);
  create table telemetry_window (
    owner text not null,
    digest uuid not null,
    device text not null,
    supplier text not null,
    shipment text not null,
    window_id text not null,
    first_at timestamptz not null,
    opened_at timestamptz not null default now(),
    primary key (owner, digest)
  );
  create table live_position (
    owner text not null,
    shipment text not null,
    longitude double precision not null,
    latitude double precision not null,
    at timestamptz not null,
    received_at timestamptz not null default now(),
    audience text[] not null,
    primary key (owner, shipment)
  ) with (fillfactor = 50);
  create index consignment_shipment on consignment (shipment);
  create index live_position_received on live_position (received_at);
`;

/** Who may see the consignment may see where it was and how warm. */
const ofConsignment = (table: string): string =>
  `exists (select 1 from consignment c where c.owner = ${table}.supplier and c.shipment = ${table}.shipment)`;

export const telemetryTables = `
  ${tables}
  ${['telemetry_reading', 'telemetry_reading_default', 'telemetry_window', 'live_position'].map(secure).join('')}
  create policy consignment on telemetry_position for select to intakt_request using (${ofConsignment('telemetry_position')});
  ${readable('telemetry_reading', `owner = ${ORG} or ${ofConsignment('telemetry_reading')}`, 'own')}
  grant select (shipment) on device to intakt_request;
  grant select (departed_at, arrived_at) on consignment to intakt_request;
  grant select on live_position to intakt_feed;
  create policy open_feeds on live_position for select to intakt_feed using (
    audience && string_to_array((select coalesce(current_setting('app.orgs', true), '')), ','));
`;

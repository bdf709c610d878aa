import { linked, ORG, readable, secure } from './policies.ts';

/**
 * Working tables: never dropped by a rebuild, backed up. Secrets (hashes of passwords, sessions,
 * keys) are not readable by the request role at all; the server looks them up as its own role.
 */
const tables = `
  create table person (
    id text primary key,
    organisation text not null,
    name text not null,
    email text not null unique,
    language text not null default 'en',
    demo boolean not null default false,
    disabled boolean not null default false,
    erased_at timestamptz,
    created_at timestamptz not null
  );
  create table credential (
    person text primary key,
    password_hash text,
    oidc_subject text unique,
    changed_at timestamptz not null
  );
  create table session (
    token_hash text primary key,
    person text not null,
    organisation text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    seen_at timestamptz not null
  );
  create index session_person on session (person);
  create table api_key (
    id text primary key,
    organisation text not null,
    name text not null,
    token_hash text not null unique,
    roles text[] not null,
    created_by text,
    created_at timestamptz not null,
    revoked_at timestamptz
  );
  create table device (
    id text primary key,
    organisation text not null,
    name text not null,
    token_hash text not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
  );
  create table link (
    id text primary key,
    organisation text not null,
    object text not null,
    token_hash text not null unique,
    created_by text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
  );
  create table invitation (
    id text primary key,
    organisation text not null,
    invited text not null,
    email text,
    roles text[] not null,
    token_hash text not null unique,
    created_by text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz
  );
  create table sign_in_log (
    id bigint generated always as identity primary key,
    organisation text,
    person text,
    email text,
    outcome text not null,
    method text not null,
    address text,
    at timestamptz not null
  );
  create table oidc_login (
    state text primary key,
    nonce text not null,
    verifier text not null,
    return_to text not null,
    expires_at timestamptz not null
  );
  create table inbox_file (
    id text primary key,
    organisation text not null,
    name text not null,
    media_type text not null,
    source text not null,
    sha256 text not null,
    bytes bytea not null,
    size int not null,
    received_by text,
    received_at timestamptz not null
  );
  create index inbox_file_hash on inbox_file (organisation, sha256);
  create table inbox_message (
    id text primary key,
    file text not null references inbox_file (id),
    organisation text not null,
    audience text[] not null,
    position int not null,
    format text not null,
    type text not null,
    reference text,
    sender jsonb not null,
    receiver jsonb not null,
    state text not null,
    errors jsonb not null,
    unmapped jsonb not null,
    unknowns jsonb not null,
    statements jsonb not null,
    events jsonb not null,
    conflict jsonb,
    received_at timestamptz not null,
    decided_at timestamptz,
    decided_by text
  );
  create index inbox_message_state on inbox_message (organisation, state);
  create table capture_job (
    id text primary key,
    organisation text not null,
    running boolean not null,
    success boolean not null,
    behaviour text not null,
    errors jsonb not null,
    events jsonb not null,
    created_at timestamptz not null,
    finished_at timestamptz
  );
  create table epcis_event (
    owner text not null,
    id text not null,
    type text not null,
    event_time timestamptz not null,
    record_time timestamptz not null,
    biz_step text,
    body jsonb not null,
    primary key (owner, id)
  );
  create table telemetry_position (
    owner text not null,
    device text not null,
    shipment text,
    longitude double precision not null,
    latitude double precision not null,
    speed_kmh double precision,
    at timestamptz not null,
    received_at timestamptz not null,
    digest uuid,
    primary key (owner, device, at)
  ) partition by range (at);
  create table telemetry_position_default partition of telemetry_position default;
  create table import_preview (
    id text primary key,
    organisation text not null,
    kind text not null,
    file_name text not null,
    commands jsonb not null,
    rows jsonb not null,
    created_by text,
    created_at timestamptz not null,
    applied_at timestamptz
  );
  create table setting (
    owner text not null,
    key text not null,
    value jsonb not null,
    primary key (owner, key)
  );
  create table signing_key (
    name text not null,
    key_id text not null,
    public_key text not null,
    private_pem text,
    active_from timestamptz not null,
    retired_at timestamptz,
    primary key (name, key_id)
  );
`;

const own = `organisation = ${ORG}`;
const SECRET = ['credential', 'session', 'oidc_login', 'setting', 'signing_key'];
/** The columns of a table with a secret in it that the request role may read. */
const visibleColumns: Record<string, string> = {
  api_key: 'id, organisation, name, roles, created_by, created_at, revoked_at',
  device: 'id, organisation, name, created_at, revoked_at',
  link: 'id, organisation, object, created_by, created_at, expires_at, revoked_at',
  invitation: 'id, organisation, invited, email, roles, created_by, created_at, expires_at, accepted_at, revoked_at',
};
const columnsReadable = (table: string, using: string): string => `
  grant select (${visibleColumns[table]}) on ${table} to intakt_request;
  create policy own on ${table} for select to intakt_request using (${using});`;
const deviceIs = (column: string): string => `(select coalesce(current_setting('app.device', true), '')) = ${column}`;

export const workingTables = `
  ${tables}
  ${[...SECRET, 'person', 'api_key', 'device', 'link', 'invitation', 'sign_in_log', 'inbox_file', 'inbox_message', 'capture_job', 'epcis_event', 'telemetry_position', 'telemetry_position_default', 'import_preview'].map(secure).join('')}
  ${['person', 'sign_in_log', 'capture_job', 'import_preview'].map((t) => readable(t, own, 'own')).join('')}
  ${readable('inbox_message', `${ORG} = any(audience)`)}
  ${readable('inbox_file', `${own} or exists (select 1 from inbox_message m where m.file = inbox_file.id)`)}
  ${readable('epcis_event', `owner = ${ORG}`, 'own')}
  ${readable('telemetry_position', `owner = ${ORG} or (${deviceIs('device')} and device <> '')`, 'own')}
  ${columnsReadable('api_key', own)}
  ${columnsReadable('device', `${own} or ${deviceIs('id')}`)}
  ${columnsReadable('link', `${own} or ${linked('object')}`)}
  ${columnsReadable('invitation', `${own} or ${linked(`'invitation:' || id`)}`)}
`;

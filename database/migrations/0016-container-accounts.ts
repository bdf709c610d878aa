import { named, readable, secure } from './policies.ts';

/**
 * Returnable packages between two partners, of whom the one with the lower id is the `owner`. Balances count what went
 * from owner to partner less what came back, in each side's own view; a movement holds what each side says of it.
 */
const tables = `
  alter table handling_unit add column packages int;
  create table container_account (
    owner text not null,
    partner text not null,
    packaging text not null,
    owner_balance bigint not null,
    partner_balance bigint not null,
    owner_stated_at timestamptz,
    partner_stated_at timestamptz,
    moved_at timestamptz,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, partner, packaging)
  );
  create index container_account_partner on container_account (partner);
  create table container_movement (
    owner text not null,
    partner text not null,
    packaging text not null,
    sender text not null,
    reference text not null,
    cause text not null,
    shipment text,
    moved_at timestamptz not null,
    sent int,
    sent_via text,
    sent_note text,
    received int,
    received_via text,
    received_note text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, partner, packaging, sender, reference)
  );
  create index container_movement_open on container_movement (owner, partner, packaging) where sent is distinct from received;
  create index container_movement_time on container_movement (owner, partner, packaging, moved_at);
`;

export const containerTables = `
  ${tables}
  grant select (packages) on handling_unit to intakt_request;
  ${['container_account', 'container_movement'].map((table) => secure(table) + readable(table, named)).join('')}
`;

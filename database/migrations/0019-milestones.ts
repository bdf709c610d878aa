import { linked, named, ORG, readable, secure } from './policies.ts';

/**
 * Steps of a consignment's way, the containers it travels in, and what carriers sent about containers: all of it is kept,
 * also what fits no consignment yet. A hold remembers what was expected before it.
 */
const tables = `
  alter table consignment add column transport_reference text;
  alter table consignment add column despatch_note text;
  alter table consignment add column held_at timestamptz;
  alter table consignment add column held_reason text;
  alter table consignment add column expected_before_hold timestamptz;
  create table transport_milestone (
    owner text not null,
    shipment text not null,
    event_id uuid not null,
    said_by text not null,
    recorded_by text not null,
    confirmed boolean not null,
    milestone text not null,
    certainty text not null,
    at timestamptz not null,
    said_at timestamptz not null,
    place json,
    equipment text,
    vessel text,
    voyage text,
    reason text,
    has_personal boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment, event_id)
  );
  create table consignment_equipment (
    owner text not null,
    shipment text not null,
    equipment text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment, equipment)
  );
  create index consignment_equipment_number on consignment_equipment (equipment);
  create index consignment_held on consignment (owner) where held_at is not null;
  create table container_event (
    owner text not null,
    id text not null,
    received_at timestamptz not null,
    at timestamptz,
    kind text,
    code text,
    classifier text,
    equipment text,
    place text,
    state text not null,
    mark text,
    detail json,
    shipments text[] not null,
    body json not null,
    primary key (owner, id)
  );
  create index container_event_received on container_event (owner, received_at);
  create index container_event_waiting on container_event (owner, equipment) where state = 'waiting';
`;

const ofShipment = linked(`'shipment:' || owner || '/' || shipment`);

export const milestoneTables = `
  ${tables}
  grant select (transport_reference, despatch_note, held_at, held_reason, expected_before_hold) on consignment to intakt_request;
  ${['transport_milestone', 'consignment_equipment', 'container_event'].map(secure).join('')}
  ${['transport_milestone', 'consignment_equipment'].map((table) => readable(table, `${named} or ${ofShipment}`)).join('')}
  ${readable('container_event', `owner = ${ORG}`, 'own')}
`;

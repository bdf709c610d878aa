import { named, readable, secure } from './policies.ts';

/** What was said of arrivals, so that who errs can be learned, and the band that each party's own view gives. */
const tables = `
  create table arrival_said (
    owner text not null,
    shipment text not null,
    said bigint not null,
    said_by text not null,
    said_at timestamptz not null,
    expected_at timestamptz not null,
    reason text,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment, said)
  );
  create table arrival_band (
    owner text not null,
    supplier text not null,
    shipment text not null,
    p20_at timestamptz,
    p50_at timestamptz not null,
    p80_at timestamptz,
    p95_at timestamptz,
    basis text not null,
    journeys integer not null,
    projected_at timestamptz not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, supplier, shipment)
  );
`;

/** People see of it what they see of the goods. */
const ofShipment = (table: string, supplier: string): string => `
  create policy person_sites on ${table} as restrictive for select to intakt_request using (
    exists (select 1 from shipment s where s.owner = ${table}.${supplier} and s.id = ${table}.shipment)
    or exists (select 1 from consignment c where c.owner = ${table}.${supplier} and c.shipment = ${table}.shipment));`;

export const arrivalTables = `
  ${tables}
  ${['arrival_said', 'arrival_band'].map((table) => secure(table) + readable(table, named)).join('')}
  ${ofShipment('arrival_said', 'owner')}
  ${ofShipment('arrival_band', 'supplier')}
`;

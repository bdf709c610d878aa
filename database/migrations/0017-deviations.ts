import { named, readable, secure } from './policies.ts';

/** What deviations are found from: limits of temperature, extremes of a journey, and what a count found against the books. */
const tables = `
  alter table part add column lowest_c double precision;
  alter table part add column highest_c double precision;
  alter table shipment add column lowest_c double precision;
  alter table shipment add column highest_c double precision;
  alter table stock add column counted_quantity double precision;
  alter table stock add column booked_quantity double precision;
  create table consignment_reading (
    owner text not null,
    shipment text not null,
    kind text not null,
    lowest double precision not null,
    highest double precision not null,
    latest double precision not null,
    at timestamptz not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, shipment, kind)
  );
`;

export const deviationTables = `
  ${tables}
  ${secure('consignment_reading')}
  ${readable('consignment_reading', named)}
  create policy person_sites on consignment_reading as restrictive for select to intakt_request using (
    exists (select 1 from consignment c where c.owner = consignment_reading.owner and c.shipment = consignment_reading.shipment));
  grant select (lowest_c, highest_c) on part to intakt_request;
  grant select (lowest_c, highest_c) on shipment to intakt_request;
  grant select (counted_quantity, booked_quantity) on stock to intakt_request;
`;

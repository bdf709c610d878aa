import { named, readable, secure, siteScoped } from './policies.ts';

/**
 * A stop carries the slot that it asked for and was given, for all who see the stop. What stands at a site's bays is the site
 * owner's alone: its customers and their carriers do not learn of each other.
 */
export const dockSlotTables = `
  alter table site add column dock_bays int;
  grant select (dock_bays) on site to intakt_request;
  alter table tour_stop add column dock_slot jsonb;
  grant select (dock_slot) on tour_stop to intakt_request;
  create table dock_booking (
    owner text not null,
    site text not null,
    day date not null,
    customer text not null,
    tour text not null,
    stop text not null,
    bay int not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, day, customer, tour, stop)
  );
  ${secure('dock_booking')}
  ${readable('dock_booking', named)}
  ${siteScoped('dock_booking', 'site')}
`;

import { agreed, named, readable, secure, siteScoped } from './policies.ts';

/** Read tables of capability demand: the current schedule of each relation, its releases, and planned quantities. */
export const demandTables = `
  create table schedule (
    owner text not null,
    supplier text not null,
    part text not null,
    ship_to text not null,
    kind text not null,
    release text not null,
    released_on date not null,
    unit text not null,
    quantities json not null,
    cumulative json,
    authorisations json not null,
    ship_from text,
    unloading_point text,
    order_reference text,
    confirmed boolean not null,
    event_id uuid not null,
    previous_release text,
    previous_released_on date,
    previous_event_id uuid,
    previous_quantities json,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, supplier, part, ship_to, kind)
  );
  create index schedule_supplier on schedule (supplier);
  create table schedule_release (
    owner text not null,
    event_id uuid not null,
    supplier text not null,
    part text not null,
    ship_to text not null,
    kind text not null,
    release text not null,
    released_on date not null,
    /* The quantities themselves stand in the event; a list of releases needs their sum. */
    total double precision not null,
    confirmed boolean not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, event_id)
  );
  create index schedule_release_relation on schedule_release (owner, supplier, part, ship_to);
  create table plan (
    owner text not null,
    site text not null,
    part text not null,
    kind text not null,
    unit text not null,
    quantities json not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, part, kind)
  );
  ${['schedule', 'schedule_release', 'plan'].map(secure).join('')}
  ${['schedule', 'schedule_release']
    .map((t) =>
      readable(
        t,
        `${named} or ${agreed(t, { kind: 'schedule', depth: 'exact', site: 'ship_to', part: 'part', day: `${t}.released_on` })}`,
      ),
    )
    .join('')}
  ${readable('plan', `${named} or (plan.kind = 'production' and ${agreed('plan', { kind: 'production', depth: 'exact', site: 'site', part: 'part' })})`)}
  ${siteScoped('schedule', 'ship_to', 'ship_from')}
  ${siteScoped('schedule_release', 'ship_to')}
  ${siteScoped('plan', 'site')}
`;

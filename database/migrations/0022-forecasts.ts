import { named, readable, secure, siteScoped } from './policies.ts';

/** What was needed, week by week, as its owner knows it; and what parties and models say will be. */
const tables = `
  create table demand_history (
    owner text not null,
    site text not null,
    part text not null,
    unit text not null,
    weeks json not null,
    /* Verdicts on odd weeks, by week. */
    judged json not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, site, part)
  );
  create table part_succession (
    owner text not null,
    successor text not null,
    predecessor text not null,
    ratio double precision not null,
    starts_on date not null,
    ends_on date not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, successor)
  );
  create table forecast_panel (
    owner text not null,
    run text not null,
    panel int not null,
    series json not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, run, panel)
  );
  create table forecast (
    owner text not null,
    source text not null,
    /* Empty: told to nobody. */
    partner text not null,
    site text not null,
    part text not null,
    unit text not null,
    published_on date not null,
    levels json not null,
    weeks json not null,
    model json,
    /* What was last said of a week at least so many weeks before it: lag, then week. */
    said json not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, source, partner, site, part)
  );
  create index forecast_part on forecast (part, site);
`;

export const forecastTables = `
  ${tables}
  ${['demand_history', 'part_succession', 'forecast_panel', 'forecast'].map((t) => secure(t) + readable(t, named)).join('')}
  ${['demand_history', 'forecast'].map((t) => siteScoped(t, 'site')).join('')}
`;

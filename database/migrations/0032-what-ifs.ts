import { named, readable, secure, siteScoped } from './policies.ts';

/** What one organisation asked about one part at one site of another on one day: the count bounds it, both see it. */
export const whatIfTables = `
  create table what_if (
    owner text not null,
    asker text not null,
    site text not null,
    part text not null,
    day text not null,
    asked int not null,
    last_at timestamptz not null,
    changes json not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, asker, site, part, day)
  );
  create index what_if_node on what_if (site, part, day);
  ${secure('what_if')}
  ${readable('what_if', named)}
  ${siteScoped('what_if', 'site')}
`;

import { named, readable, secure, siteScoped } from './policies.ts';

/** Stock that an organisation decided to take from one of its sites to another; its own alone. */
export const stockTransferTables = `
  create table stock_transfer (
    owner text not null,
    id text not null,
    site_from text not null,
    site_to text not null,
    part text not null,
    quantity double precision not null,
    unit text not null,
    leaves_on date not null,
    arrives_at timestamptz not null,
    event_id text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, id)
  );
  create index stock_transfer_arrives on stock_transfer (owner, arrives_at);
  ${secure('stock_transfer')}
  ${readable('stock_transfer', named)}
  ${siteScoped('stock_transfer', 'site_from', 'site_to')}
`;

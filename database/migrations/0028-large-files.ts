import { ORG, readable, secure } from './policies.ts';

/** A file that is too large to be held whole lies in parts; while it is `open`, not all of its messages stand in the inbox yet. */
export const largeFileTables = `
  create table inbox_file_part (
    file text not null,
    number int not null,
    organisation text not null,
    bytes bytea not null,
    received_at timestamptz not null,
    primary key (file, number)
  );
  alter table inbox_file_part alter column bytes set storage external;
  alter table inbox_file add column parts int not null default 0;
  alter table inbox_file add column open boolean not null default false;
  create index inbox_file_open on inbox_file (received_at) where open;
  ${secure('inbox_file_part')}
  ${readable('inbox_file_part', `organisation = ${ORG} or exists (select 1 from inbox_message m where m.file = inbox_file_part.file)`)}
`;

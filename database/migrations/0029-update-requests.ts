import { ORG, readable, secure } from './policies.ts';

/** Who has asked whom to state anew what it knows of a part; both see it, and the statement itself closes it. */
export const updateRequestTables = `
  create table update_request (
    id text primary key,
    owner text not null,
    partner text not null,
    aspect text not null,
    part text not null,
    direction text,
    note text,
    requested_by text,
    requested_at timestamptz not null,
    answered_at timestamptz
  );
  create unique index update_request_open on update_request (owner, partner, aspect, part, coalesce(direction, '')) where answered_at is null;
  create index update_request_partner on update_request (partner, requested_at);
  ${secure('update_request')}
  ${readable('update_request', `owner = ${ORG} or partner = ${ORG}`, 'either')}
`;

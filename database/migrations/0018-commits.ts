import { named, readable, secure, siteScoped } from './policies.ts';

const tables = `
  /* The supplier's last word for each week of a relation, and what the customer answered to it. */
  create table commit_line (
    owner text not null,
    customer text not null,
    part text not null,
    ship_to text not null,
    kind text not null,
    week date not null,
    ship_from text,
    unit text not null,
    requested double precision not null,
    committed double precision not null,
    reason text,
    text text,
    possible_if text,
    release text not null,
    release_event uuid not null,
    committed_at timestamptz not null,
    event_id uuid not null,
    answer text,
    answer_text text,
    answered_at timestamptz,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, customer, part, ship_to, kind, week)
  );
  create index commit_line_customer on commit_line (customer, part);
  /* Every commit and answer of a relation; what they said stands in the events. */
  create table commit_statement (
    owner text not null,
    event_id uuid not null,
    customer text not null,
    part text not null,
    ship_to text not null,
    ship_from text,
    kind text not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, event_id)
  );
  create index commit_statement_relation on commit_statement (owner, customer, part, ship_to);
  /* Why a release that was written here differs from the one before it. */
  create table release_change (
    owner text not null,
    supplier text not null,
    part text not null,
    ship_to text not null,
    kind text not null,
    release text not null,
    ship_from text,
    previous_release text not null,
    cause text not null,
    text text,
    unit text not null,
    weeks json not null,
    changed_at timestamptz not null,
    event_id uuid not null,
    audience text[] not null,
    sequence bigint not null,
    primary key (owner, supplier, part, ship_to, kind, release)
  );
`;

export const commitTables = `
  ${tables}
  ${['commit_line', 'commit_statement', 'release_change'].map(secure).join('')}
  ${['commit_line', 'commit_statement', 'release_change'].map((t) => readable(t, named) + siteScoped(t, 'ship_to', 'ship_from')).join('')}
`;

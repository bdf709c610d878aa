import { secure } from './policies.ts';

/** What each witness is known to have seen last, and its signature on each checkpoint that it signed. */
const tables = `
  create table witness (
    name text primary key,
    seen_size bigint not null,
    asked_at timestamptz not null,
    problem text
  );
  create table cosignature (
    size bigint not null,
    witness text not null,
    line text not null,
    signed_at timestamptz not null,
    primary key (size, witness)
  );
`;

export const witnessTables = `
  ${tables}
  ${['witness', 'cosignature'].map(secure).join('')}
`;

/** At which events of a stop a signature or pictures lie; the projection writes it, a rebuild fills it for what was before. */
export const stopProofColumn = `
  alter table tour_stop add column proofs jsonb not null default '[]';
  grant select (proofs) on tour_stop to intakt_request
`;

/** Who reported what of a stop; the projection writes it, a rebuild fills it for what was before. */
export const stopReporterColumn = `
  alter table tour_stop add column reporters jsonb not null default '{}';
  grant select (reporters) on tour_stop to intakt_request
`;

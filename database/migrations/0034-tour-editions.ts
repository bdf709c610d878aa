/** What a carrier was asked before, when a tour changes: looked for among millions of other events. */
export const tourEditionIndex = `
  create index ledger_event_tour on ledger_event (sequence) where type in ('tour-stop-published', 'tour-stop-withdrawn')
`;

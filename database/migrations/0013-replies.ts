/**
 * What a partner's system said of a message that went out to it: the reply that counts, with its reasons. Replies name an
 * interchange or a group by its number, which X12 fills up with zeros. The table's row security covers the column.
 */
export const replyColumns = `
  alter table outgoing_message add column reply jsonb;
  create index outgoing_message_control on outgoing_message (owner, ltrim(control_reference, '0'));
`;

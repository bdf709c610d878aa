import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import { codesOf } from '../edi/search.ts';
import { hasErrors, type InboxMessage } from '../inbox/message.ts';
import { readerOf } from '../inbox/readers.ts';
import { loadFor } from '../inbox/settle.ts';
import { updateMessages } from '../inbox/store.ts';
import type { MasterData } from '../master-data/master-data.ts';
import { verdictsOf } from './reply.ts';
import { findReplied, type OutgoingState, settleReplied } from './store.ts';

/**
 * What partners' systems reply settles the outgoing message that the reply names. Nothing is booked, and a reply that fits
 * nothing of ours, or cannot be read, stays in the inbox for people to see. One transaction, so that a stop repeats it whole.
 */
export async function takeReplies(house: House, replies: InboxMessage[]): Promise<InboxMessage[]> {
  const [first] = replies;
  if (!first) return [];
  const data = await loadFor(house, first.organisation, replies);
  return house.db.system(async (tx) => {
    const taken: InboxMessage[] = [];
    for (const reply of replies) taken.push(await takeReply(tx, reply, data));
    await updateMessages(tx, taken);
    return taken;
  });
}

async function takeReply(tx: Transaction, message: InboxMessage, data: MasterData): Promise<InboxMessage> {
  const verdicts = hasErrors(message.errors) ? [] : verdictsOf(message);
  let fitting = 0;
  for (const verdict of verdicts) {
    const replied = await findReplied(tx, {
      owner: message.organisation,
      partner: readerOf(message.format).partner(message, data),
      codes: codesOf(message.content.envelope.sender),
      format: message.format,
      ...verdict,
    });
    if (!replied) continue;
    fitting++;
    const { outcome, reasons } = verdict;
    const state: OutgoingState = outcome === 'rejected' ? 'rejected' : 'acknowledged';
    const reply = { inbox: message.id, type: message.type.split(' ')[0]!, outcome, at: message.receivedAt, reasons };
    await settleReplied(tx, replied, { state, reply });
  }
  const isMatched = verdicts.length > 0 && fitting === verdicts.length;
  return { ...message, state: isMatched ? 'matched' : 'unmatched' };
}

import { decode, type EdiInterchange, encode997, encodeContrl } from '@intakt/edi';
import type { InboxMessage } from '../inbox/message.ts';
import { shortHash } from '../master-data/identity.ts';

/**
 * The answer that the sender's system expects: CONTRL to EDIFACT, 997 to X12. It is made from the kept bytes,
 * so the same file always has the same acknowledgement; it says what was read, not what was booked.
 */
export function acknowledge(message: InboxMessage, bytes: Uint8Array): Buffer | undefined {
  const answer = decode(bytes);
  const interchange = answer.ok ? answer.interchanges[message.content.envelope.interchange - 1] : undefined;
  if (!interchange) return undefined;
  const control = {
    sender: interchange.receiver,
    receiver: interchange.sender,
    reference: referenceOf(interchange),
    preparedAt: message.receivedAt,
    test: interchange.test,
  };
  return Buffer.from(
    interchange.format === 'x12' ? encode997(interchange, control) : encodeContrl(interchange, control),
  );
}

/** Nine digits, because X12 allows no more. */
function referenceOf({ sender, controlReference }: EdiInterchange): string {
  const hash = shortHash(12, 'acknowledgement', JSON.stringify(sender), controlReference);
  return String(Number.parseInt(hash, 16) % 1_000_000_000).padStart(9, '0');
}

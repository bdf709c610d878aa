import type { Instant } from '@intakt/contract';
import { acknowledgementOf, decode, type EdiInterchange, encode997, encodeContrl } from '@intakt/edi';
import type { InboxMessage } from '../inbox/message.ts';
import { shortHash } from '../master-data/identity.ts';
import { isReply } from '../outgoing/reply.ts';
import { DEFAULT_PROFILE, type PartnerProfile } from '../partners/profile.ts';

/**
 * The answer that the sender's system expects: CONTRL to EDIFACT, 997 to X12, none to VDA. It is made from the kept bytes,
 * so the same file always has the same acknowledgement; it says what was read, not what was booked.
 */
export function acknowledge(message: InboxMessage, bytes: Uint8Array): Uint8Array | undefined {
  const answer = decode(bytes);
  const number = message.content.envelope.interchange;
  const interchange = answer.ok ? answer.interchanges[number - 1] : undefined;
  if (!interchange || interchange.format === 'vda' || isAcknowledgement(interchange)) return undefined;
  const { receivedAt, file } = message;
  return acknowledgeInterchange(interchange, { receivedAt, salt: `${file}#${number}`, profile: DEFAULT_PROFILE }).bytes;
}

export function acknowledgeInterchange(
  interchange: EdiInterchange,
  { receivedAt, salt, profile }: { receivedAt: Instant; salt: string; profile: PartnerProfile },
): { bytes: Uint8Array; reference: string } {
  const reference = referenceOf(salt);
  const control = {
    sender: interchange.receiver,
    receiver: interchange.sender,
    reference,
    preparedAt: receivedAt,
    test: interchange.test || profile.test,
  };
  const bytes =
    interchange.format === 'x12'
      ? encode997({ ...interchange, messages: interchange.messages.filter((message) => !isReply(message)) }, control)
      : encodeContrl([acknowledgementOf(interchange)], control);
  return { bytes, reference };
}

export const typeOfAcknowledgement = ({ format }: EdiInterchange): string => (format === 'x12' ? '997' : 'CONTRL');

/** Two systems that acknowledged each other's acknowledgements would never stop. */
export const isAcknowledgement = ({ messages }: EdiInterchange): boolean =>
  messages.length > 0 && messages.every(isReply);

/** Nine digits, because X12 allows no more. */
export function referenceOf(salt: string): string {
  const hash = shortHash(12, 'acknowledgement', salt);
  return String(Number.parseInt(hash, 16) % 1_000_000_000).padStart(9, '0');
}

import type { Id, MessageError } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { EdiInterchange } from '@intakt/edi';
import type { House } from '../../house.ts';
import { acknowledgeInterchange, isAcknowledgement, typeOfAcknowledgement } from '../edi/acknowledge.ts';
import type { Arrival } from '../edi/arrival.ts';
import { NOWHERE } from '../edi/to-messages.ts';
import type { InboxFile } from '../inbox/store.ts';
import { defaultProfile, type PartnerProfile } from '../partners/profile.ts';
import { findPartner } from '../partners/store.ts';
import { draft } from './draft.ts';
import { insertOutgoing } from './store.ts';

/**
 * CONTRL and 997 go back by themselves, in the transaction that keeps the messages: they say what was read, not what was
 * booked. Whoever hands in its own interchange has its answer already, and an acknowledgement is never acknowledged.
 */
export async function answerInterchanges(
  house: House,
  tx: Transaction,
  {
    file,
    arrival,
    repeated,
  }: { file: InboxFile; arrival: Arrival; repeated: (interchange: EdiInterchange) => boolean },
): Promise<void> {
  const interchanges = arrival.answer.ok ? arrival.answer.interchanges : [];
  for (const [i, interchange] of interchanges.entries()) {
    const { sender } = arrival.sidesOf(interchange);
    const { format } = interchange;
    /* VDA has no message that acknowledges. */
    if (format === 'vda') continue;
    if (sender === file.organisation || !interchange.sender.code || isAcknowledgement(interchange)) continue;
    const profile = await profileOf(tx, file.organisation, sender);
    if (!profile.acknowledges) continue;
    const seen = repeated(interchange) ? asRepeated(interchange) : interchange;
    await keepAnswer(house, tx, {
      interchange: seen,
      format,
      file,
      profile,
      partner: sender,
      answers: `${file.id}#${i + 1}`,
    });
  }
}

export async function profileOf(tx: Transaction, owner: Id, partner: Id | undefined): Promise<PartnerProfile> {
  const found = partner ? await findPartner(tx, owner, partner) : undefined;
  return found?.profile ?? defaultProfile(found?.country ?? undefined);
}

async function keepAnswer(
  house: House,
  tx: Transaction,
  {
    interchange,
    format,
    file,
    profile,
    partner,
    answers,
  }: {
    interchange: EdiInterchange;
    format: 'edifact' | 'x12';
    file: InboxFile;
    profile: PartnerProfile;
    partner: Id | undefined;
    answers: string;
  },
): Promise<void> {
  const { bytes, reference } = acknowledgeInterchange(interchange, {
    receivedAt: file.receivedAt,
    salt: answers,
    profile,
  });
  const message = draft(house, {
    owner: file.organisation,
    partner,
    profile,
    receiver: interchange.sender,
    format,
    type: typeOfAcknowledgement(interchange),
    controlReference: reference,
    events: [],
    answers,
  });
  await insertOutgoing(tx, message, bytes);
}

/** Its sender has to learn that the interchange came before and is not taken in again. */
const asRepeated = (interchange: EdiInterchange): EdiInterchange => ({
  ...interchange,
  errors: [...interchange.errors, REPEATED],
});

const REPEATED: MessageError = {
  position: NOWHERE,
  code: 'INTERCHANGE_REPEATED',
  expected: 'an interchange that has not come before',
  message: 'This interchange came before.',
  severity: 'error',
};

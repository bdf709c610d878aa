import type { AcknowledgedMessage, AcknowledgementStatement, MessageError, SyntaxFault } from '@intakt/contract';
import type { EdiInterchange } from './decode.ts';
import { compact } from './reading/party.ts';
import { grouped } from './writing/control.ts';
import { ELEMENT_FAULTS, SEGMENT_FAULTS, SET_FAULTS } from './x12-fault-codes.ts';

/** 720, 723 and 718 for our own error codes. */
const SEGMENT_CODES: Record<string, string> = {
  SEGMENT_UNEXPECTED: '2',
  SEGMENT_MISSING: '3',
  SEGMENT_UNREADABLE: '1',
};
const ELEMENT_CODES: Record<string, string> = {
  ELEMENT_MISSING: '1',
  NUMBER_INVALID: '6',
  NUMBER_NEGATIVE: '7',
  DATE_INVALID: '8',
};
const SET_CODES: Record<string, string> = {
  MESSAGE_UNKNOWN: '1',
  TRAILER_MISSING: '2',
  REFERENCE_MISMATCH: '3',
  COUNT_MISMATCH: '4',
};

type Received = EdiInterchange['messages'][number];

/** What a 997 says of a decoded X12 interchange: a statement per functional group, each set accepted or rejected. */
export function groupAcknowledgementsOf(decoded: EdiInterchange): AcknowledgementStatement[] {
  const sets = decoded.messages.filter(({ type }) => type !== 'TA1');
  return grouped(sets, ({ group }) => group).map((received) => {
    const { identifier = '', reference = '' } = received[0]!.group ?? {};
    const messages = received.map(acknowledgedSet);
    const accepted = messages.filter(({ outcome }) => outcome === 'accepted').length;
    const outcome = accepted === messages.length ? 'accepted' : accepted > 0 ? 'accepted-with-errors' : 'rejected';
    const counted = { stated: messages.length, received: messages.length, accepted };
    return {
      kind: 'acknowledgement',
      position: { segment: 0, tag: '', offset: 0 },
      outcome,
      errors: [],
      groups: [{ identifier, reference, outcome, errors: [], messages, counted }],
      messages: [],
    };
  });
}

function acknowledgedSet({ type, reference, errors }: Received): AcknowledgedMessage {
  const faults = errors.filter(({ severity }) => severity === 'error');
  const inSet = faults.filter(({ code }) => !(code in SET_CODES));
  const codes = faults.flatMap(({ code }) => SET_CODES[code] ?? []);
  if (inSet.length > 0) codes.push('5');
  const ofSet = [...new Set(codes)].slice(0, 5);
  return {
    reference,
    type: type.split(' ')[0]!,
    outcome: faults.length > 0 ? 'rejected' : 'accepted',
    errors: [...ofSet.map((code) => compact({ code, meaning: SET_FAULTS[code] })), ...inSet.map(faultIn)],
  };
}

function faultIn({ code, position: { tag, segment, element }, value }: MessageError): SyntaxFault {
  const place = { tag, segment };
  if (element === undefined) {
    const fault = SEGMENT_CODES[code] ?? '8';
    return compact({ code: fault, meaning: SEGMENT_FAULTS[fault], ...place });
  }
  const fault = ELEMENT_CODES[code] ?? '7';
  return compact({ code: fault, meaning: ELEMENT_FAULTS[fault], ...place, element, value });
}

import type { MessageError } from '@intakt/contract';
import type { EdiInterchange } from '../decode.ts';
import { type Control, grouped } from './control.ts';
import { writeX12, type X12Segment, type X12Set } from './x12.ts';

/** AK304 segment errors, AK403 element errors and AK502 set errors for our codes. */
const SEGMENT_ERRORS: Record<string, string> = {
  SEGMENT_UNEXPECTED: '2',
  SEGMENT_MISSING: '3',
  SEGMENT_UNREADABLE: '1',
};
const ELEMENT_ERRORS: Record<string, string> = {
  ELEMENT_MISSING: '1',
  NUMBER_INVALID: '6',
  NUMBER_NEGATIVE: '7',
  DATE_INVALID: '8',
};
const SET_ERRORS: Record<string, string> = {
  MESSAGE_UNKNOWN: '1',
  TRAILER_MISSING: '2',
  REFERENCE_MISMATCH: '3',
  COUNT_MISMATCH: '4',
};

/** 997 for one decoded interchange: one set per functional group, each received set accepted or rejected with its errors. */
export function encode997(decoded: EdiInterchange, control: Control): Uint8Array {
  const groups = grouped(decoded.messages, ({ group }) => group);
  return writeX12(groups.map(writeAcknowledgement), control);
}

type Received = EdiInterchange['messages'][number];

function writeAcknowledgement(received: Received[]): X12Set {
  const group = received[0]!.group;
  const accepted = received.filter(({ errors }) => !errors.some(isError)).length;
  const verdict = accepted === received.length ? 'A' : accepted > 0 ? 'P' : 'R';
  const count = String(received.length);
  return {
    type: '997',
    functionalGroup: 'FA',
    segments: [
      ['AK1', group?.identifier, group?.reference],
      ...received.flatMap(writeSet),
      ['AK9', verdict, count, count, String(accepted)],
    ],
  };
}

function writeSet({ type, reference, errors }: Received): X12Segment[] {
  const faults = errors.filter(isError);
  const ofSet = faults.filter(({ code }) => code in SET_ERRORS);
  const inSet = faults.filter(({ code }) => !(code in SET_ERRORS));
  const codes = [...new Set([...ofSet.map(({ code }) => SET_ERRORS[code]!), ...(inSet.length > 0 ? ['5'] : [])])].slice(
    0,
    5,
  );
  return [
    ['AK2', type.split(' ')[0], reference],
    ...inSet.flatMap(writeFault),
    ['AK5', faults.length > 0 ? 'R' : 'A', ...codes],
  ];
}

/** AK3 names the segment; AK4 follows where an element of it is wrong (segment error 8). */
function writeFault({ code, position, value }: MessageError): X12Segment[] {
  const elementError = position.element ? (ELEMENT_ERRORS[code] ?? '7') : undefined;
  const ak3: X12Segment = [
    'AK3',
    position.tag,
    String(position.segment),
    '',
    elementError ? '8' : (SEGMENT_ERRORS[code] ?? '8'),
  ];
  return elementError ? [ak3, ['AK4', String(position.element), '', elementError, value]] : [ak3];
}

const isError = ({ severity }: MessageError) => severity === 'error';

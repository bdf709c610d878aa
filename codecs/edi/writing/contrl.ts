import type { MessageError } from '@intakt/contract';
import type { EdiInterchange } from '../decode.ts';
import type { Control } from './control.ts';
import { type EdifactSegment, writeEdifact } from './edifact.ts';

/** Syntax error codes (0085) for our error codes; 18 is "unspecified error". */
const SYNTAX_ERRORS: Record<string, string> = {
  SEGMENT_MISSING: '13',
  ELEMENT_MISSING: '13',
  REFERENCE_MISSING: '13',
  TRAILER_MISSING: '13',
  HEADER_MISSING: '13',
  SEGMENT_UNEXPECTED: '15',
  DATE_INVALID: '12',
  DATE_FORMAT_UNKNOWN: '12',
  NUMBER_INVALID: '37',
  NUMBER_NEGATIVE: '12',
  MESSAGE_UNKNOWN: '17',
  RECEIVER_UNEXPECTED: '7',
  REFERENCE_MISMATCH: '28',
  COUNT_MISMATCH: '29',
  INTERCHANGE_REPEATED: '26',
};

const ACKNOWLEDGED = '7';
const REJECTED = '4';

/**
 * CONTRL for one decoded interchange: each message accepted or rejected, with segment, element and component of every
 * error. An interchange whose own envelope is wrong is rejected as a whole.
 */
export function encodeContrl(decoded: EdiInterchange, control: Control): Uint8Array {
  const fault = decoded.errors.find(isError);
  const { controlReference, sender, receiver } = decoded;
  const uci: EdifactSegment = [
    'UCI',
    controlReference,
    [sender.code, sender.agency],
    [receiver.code, receiver.agency],
    fault ? REJECTED : ACKNOWLEDGED,
    fault && codeOf(fault),
  ];
  const messages = fault ? [] : decoded.messages.flatMap(writeMessage);
  return writeEdifact([{ identifier: ['CONTRL', 'D', '3', 'UN'], segments: [uci, ...messages] }], control);
}

function writeMessage({ reference, type, errors }: EdiInterchange['messages'][number]): EdifactSegment[] {
  const [name, release = '', association] = type.split(' ');
  const faults = errors.filter(isError);
  const identifier = [name, ...release.split('.'), 'UN', association];
  const whole = faults.find(({ position }) => position.segment === 1 || position.tag === 'UNT');
  const ucm: EdifactSegment = [
    'UCM',
    reference,
    identifier,
    faults.length > 0 ? REJECTED : ACKNOWLEDGED,
    whole && codeOf(whole),
  ];
  return [ucm, ...faults.filter((fault) => fault !== whole).flatMap(writeFault)];
}

/** UCS names the segment, UCD the element; a fault of the whole segment is coded in UCS. */
function writeFault(fault: MessageError): EdifactSegment[] {
  const { segment, element, component } = fault.position;
  const place = String(segment);
  if (!element) return [['UCS', place, codeOf(fault)]];
  return [
    ['UCS', place],
    ['UCD', codeOf(fault), [String(element + 1), component && component > 1 ? String(component) : '']],
  ];
}

const isError = ({ severity }: MessageError) => severity === 'error';
const codeOf = ({ code }: MessageError) => SYNTAX_ERRORS[code] ?? '18';

import type { AcknowledgementStatement } from '@intakt/contract';

/** CONTRL 0083, action: what was done with a level of the interchange. */
export const ACTION_OUTCOMES: Record<string, AcknowledgementStatement['outcome']> = {
  '1': 'accepted',
  '2': 'accepted-with-errors',
  '3': 'accepted-with-errors',
  '4': 'rejected',
  '5': 'accepted',
  '6': 'rejected',
  '7': 'accepted',
  '8': 'received',
};
/** 7 leaves what stands below to its own UCF and UCM, which is how an interchange is taken with errors in it. */
export const OUTCOME_ACTIONS: Record<AcknowledgementStatement['outcome'], string> = {
  accepted: '7',
  'accepted-with-errors': '7',
  rejected: '4',
  received: '8',
};

/** CONTRL 0085, syntax error, in our words. */
export const SYNTAX_MEANINGS: Record<string, string> = {
  '2': 'the syntax version or level is not supported',
  '7': 'the interchange is addressed to somebody else',
  '12': 'the value is not valid',
  '13': 'something required is missing',
  '14': 'the value is not allowed in this place',
  '15': 'the segment or element is not allowed in this place',
  '16': 'there are too many elements or components',
  '17': 'nothing is agreed about it',
  '18': 'an error that is not described further',
  '19': 'the decimal mark is not valid',
  '20': 'a delimiter stands where text is expected',
  '21': 'a character is not of the declared character set',
  '22': 'a delimiter is not valid',
  '23': 'the sender is unknown',
  '24': 'it is too old',
  '25': 'tests are not taken',
  '26': 'it came before',
  '28': 'references do not match',
  '29': 'a count does not match',
  '30': 'groups and messages are mixed',
  '31': 'a group holds messages of several types',
  '32': 'a level is empty',
  '33': 'a segment stands outside of message or group',
  '35': 'a segment is repeated too often',
  '36': 'a group is repeated too often',
  '37': 'digits stand for letters or letters for digits',
  '39': 'the value is too long',
  '40': 'the value is too short',
};

/** 0085 for our own error codes; 18 is an error that is not described further. */
const SYNTAX_CODES: Record<string, string> = {
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
export const syntaxCodeOf = (code: string): string => SYNTAX_CODES[code] ?? '18';

import type { MessageVerdict } from '@intakt/contract';

/** Data elements 715 and 717, and TA104: what became of a group, a set or an interchange. M, W and X are failures of security. */
export const X12_VERDICTS: Record<string, MessageVerdict> = {
  A: 'accepted',
  E: 'accepted-with-errors',
  P: 'accepted-with-errors',
  R: 'rejected',
  M: 'rejected',
  W: 'rejected',
  X: 'rejected',
};

/** Data element 716, faults of a functional group, in our words. */
export const GROUP_FAULTS: Record<string, string> = {
  '1': 'this kind of group is not taken',
  '2': 'this release is not taken',
  '3': 'the trailer is missing',
  '4': 'control numbers of header and trailer differ',
  '5': 'the number of sets does not match',
  '6': 'the control number is not valid',
};

/** Data element 718, faults of a transaction set. */
export const SET_FAULTS: Record<string, string> = {
  '1': 'this set is not taken',
  '2': 'the trailer is missing',
  '3': 'control numbers of header and trailer differ',
  '4': 'the number of segments does not match',
  '5': 'segments in it are wrong',
  '6': 'the identifier is not valid',
  '7': 'the control number is not valid',
  '23': 'the control number is not unique in its group',
};

/** Data element 720, faults of a segment. */
export const SEGMENT_FAULTS: Record<string, string> = {
  '1': 'the segment is not known',
  '2': 'the segment is not expected',
  '3': 'a mandatory segment is missing',
  '4': 'the loop occurs too often',
  '5': 'the segment occurs too often',
  '6': 'the segment is not in this set',
  '7': 'the segment is out of order',
  '8': 'elements of the segment are wrong',
};

/** Data element 723, faults of an element. */
export const ELEMENT_FAULTS: Record<string, string> = {
  '1': 'a mandatory element is missing',
  '2': 'a conditional element is missing',
  '3': 'there are too many elements',
  '4': 'the value is too short',
  '5': 'the value is too long',
  '6': 'a character is not valid',
  '7': 'the code is not valid',
  '8': 'the date is not valid',
  '9': 'the time is not valid',
  '10': 'elements exclude each other',
  '12': 'there are too many repetitions',
  '13': 'there are too many components',
};

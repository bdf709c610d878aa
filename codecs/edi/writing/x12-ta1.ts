import type { EdiInterchange } from '../decode.ts';
import type { Control } from './control.ts';
import { dateAndTime, writeX12 } from './x12.ts';

/** TA105, notes on an interchange, for the errors of our reading of its envelope; 024 is content that is not valid. */
const NOTES: Record<string, string> = {
  REFERENCE_MISMATCH: '001',
  RECEIVER_UNEXPECTED: '009',
  DATE_INVALID: '014',
  COUNT_MISMATCH: '021',
  HEADER_MISSING: '022',
  TRAILER_MISSING: '023',
  INTERCHANGE_REPEATED: '025',
};

/** TA1 for a decoded interchange: whether its envelope could be taken. It says nothing of what is inside. */
export function encodeTa1({ controlReference, preparedAt, errors }: EdiInterchange, control: Control): Uint8Array {
  const fault = errors.find(({ severity }) => severity === 'error');
  const [date, time] = dateAndTime(preparedAt ?? control.preparedAt, control);
  const note = fault ? (NOTES[fault.code] ?? '024') : '000';
  return writeX12([], control, [['TA1', controlReference, date.slice(2), time.slice(0, 4), fault ? 'R' : 'A', note]]);
}

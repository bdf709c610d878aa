import { ediReader } from '../edi/edi-reader.ts';
import { epcisReader } from '../epcis/epcis-reader.ts';
import type { MessageFormat, MessageReader } from './message.ts';

/** Who reads which format. A message that could not be read at all has nobody to read it again. */
export const READERS: Record<Exclude<MessageFormat, 'unreadable'>, MessageReader> = {
  edifact: ediReader,
  x12: ediReader,
  vda: ediReader,
  epcis: epcisReader,
};

export function readerOf(format: MessageFormat): MessageReader {
  if (format === 'unreadable') throw new Error('bug: an unreadable file is settled as rejected and never read again');
  return READERS[format];
}

import { readDelimiters } from './delimiters.ts';
import { tokenize } from './tokenize.ts';
import { RecordSplitter } from './vda/split-records.ts';

/** Where the tokens of an interchange do not tile its bytes, from the first delimiter to the last; undefined where they do. */
export function gapBetweenTokens(bytes: Uint8Array): string | undefined {
  const delimiters = readDelimiters(bytes);
  let at = delimiters?.start ?? bytes.length;
  for (const { position } of delimiters ? tokenize(bytes, delimiters) : []) {
    if (position.offset !== at) return `a token begins at ${position.offset}, the one before ends at ${at}`;
    at = position.end;
  }
  return at === bytes.length ? undefined : `the last token ends at ${at} of ${bytes.length}`;
}

/** Where the records of a fixed-width file leave out anything but line ends; undefined where they do not. */
export function gapBetweenRecords(bytes: Uint8Array): string | undefined {
  let at = 0;
  for (const { offset, end } of new RecordSplitter().push(bytes, true)) {
    if (!isLineEnd(bytes.subarray(at, offset))) return `bytes ${at} to ${offset} are in no record`;
    at = end;
  }
  return isLineEnd(bytes.subarray(at)) ? undefined : `the last record ends at ${at} of ${bytes.length}`;
}

const isLineEnd = (bytes: Uint8Array): boolean => bytes.every((byte) => [0x0a, 0x0d, 0x1a].includes(byte));

import { readDelimiters } from './delimiters.ts';
import { tokenize } from './tokenize.ts';

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

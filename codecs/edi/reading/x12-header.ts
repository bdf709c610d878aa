import type { MessageFunction } from '@intakt/contract';
import { PURPOSE_FUNCTIONS } from '../codes.ts';
import { CODE_DOUBTFUL } from '../problems.ts';
import { type Segment, take, text } from '../segment.ts';
import { qualified, type Reading } from './reading.ts';

/** Data element 353, transaction set purpose. */
export function readPurpose(reading: Reading, segment: Segment | undefined, element = 1): MessageFunction {
  const code = text(segment, element);
  if (code === undefined) return 'unspecified';
  const known = PURPOSE_FUNCTIONS[code];
  if (!known) reading.report(CODE_DOUBTFUL, segment!, { value: code, element, expected: 'unspecified' });
  return known ?? 'unspecified';
}

/** REF02 under the best of the qualifiers. */
export function numberUnder(node: Segment, ...qualifiers: string[]): string | undefined {
  const ref = qualified(node, 'REF', ...qualifiers);
  take(ref, 1);
  return text(ref, 2);
}

import type { Instant, MessageFunction } from '@intakt/contract';
import { BGM_FUNCTIONS } from '../codes.ts';
import { instantOf } from '../moments.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { type Segment, text } from '../segment.ts';
import { child } from '../tree.ts';
import type { Dates } from './dates.ts';
import type { Reading } from './reading.ts';

export interface Heading {
  /** BGM, or the header segment where it is missing. */
  at: Segment;
  /** 1001 and 1000: what the document is. */
  document?: string;
  name?: string;
  number: string;
}

/** BGM without 1225: every EDIFACT message of the trade begins with its kind and number. */
export function readHeading(message: Segment, reading: Reading, expected: string): Heading {
  const bgm = child(message, 'BGM');
  const [document, name, number] = [text(bgm, 1, 1), text(bgm, 1, 4), text(bgm, 2)];
  if (bgm && !number) reading.report(ELEMENT_MISSING, bgm, { element: 2, expected });
  return {
    at: bgm ?? message,
    ...(document && { document }),
    ...(name && { name }),
    number: number ?? '',
  };
}

/** BGM 1225; VDA puts other codes there where partners agree on them. */
export function readFunction(reading: Reading, bgm: Segment | undefined): MessageFunction {
  const code = bgm?.tag === 'BGM' ? text(bgm, 3) : undefined;
  if (code === undefined) return 'unspecified';
  const known = BGM_FUNCTIONS[code];
  if (!known) reading.report(CODE_DOUBTFUL, bgm!, { value: code, element: 3, expected: 'unspecified' });
  return known ?? 'unspecified';
}

/** The moment under the first of the qualifiers that is there. */
export function instantUnder(dates: Dates, reading: Reading, ...qualifiers: string[]): Instant | undefined {
  const found = qualifiers.map((qualifier) => dates.get(qualifier)).find(Boolean);
  return found && instantOf(found, reading.offsetMinutes);
}

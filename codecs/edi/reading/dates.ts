import type { Period } from '../moments.ts';
import { ELEMENT_EMPTY } from '../problems.ts';
import { has, peek, type Segment, take } from '../segment.ts';
import { type Reading, readDtm } from './reading.ts';

/** The dates of one level by qualifier (2005), the first of each; there are few, so they are searched and not hashed. */
export class Dates {
  readonly #qualifiers: string[] = [];
  readonly #periods: Readonly<Period>[] = [];

  get(qualifier: string): Readonly<Period> | undefined {
    const at = this.#qualifiers.indexOf(qualifier);
    return at < 0 ? undefined : this.#periods[at];
  }

  get first(): Readonly<Period> | undefined {
    return this.#periods[0];
  }

  add(qualifier: string, period: Readonly<Period>): void {
    if (this.#qualifiers.includes(qualifier)) return;
    this.#qualifiers.push(qualifier);
    this.#periods.push(period);
  }
}

/** The dates that the caller asks for; the others stay unread. */
export function readDates(reading: Reading, dtms: Segment[], wanted = HEADER_DATES): Dates {
  if (dtms.length === 0) return NO_DATES;
  const dates = new Dates();
  for (const dtm of dtms) {
    const period = readDate(reading, dtm, wanted);
    if (period) dates.add(peek(dtm, 1, 1) ?? '', period);
  }
  return dates;
}

/** One date, where its qualifier is asked for. */
export function readDate(reading: Reading, dtm: Segment, wanted: string[]): Readonly<Period> | undefined {
  const qualifier = peek(dtm, 1, 1) ?? '';
  if (has(dtm, 1, 2)) return wanted.includes(qualifier) ? readDtm(reading, dtm) : undefined;
  take(dtm, 1);
  reading.report(ELEMENT_EMPTY, dtm, { value: qualifier, element: 1, component: 2, expected: 'a date' });
  return undefined;
}

const NO_DATES = new Dates();

/** 137 document, 158 and 159 horizon, 63 and 64 where older guidelines put the horizon into them. */
const HEADER_DATES = ['137', '158', '159', '63', '64'];

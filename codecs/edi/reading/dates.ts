import { ELEMENT_EMPTY } from '../problems.ts';
import { peek, type Segment, text } from '../segment.ts';
import { type Reading, readDtm } from './reading.ts';

/** Dates by their qualifier (2005). */
export type Dates = Map<string, NonNullable<ReturnType<typeof readDtm>>>;

/** The dates of one level by qualifier (2005). Those the caller does not ask for are marked unread again by not being here. */
export function readDates(reading: Reading, dtms: Segment[], wanted = HEADER_DATES): Dates {
  const dates: Dates = new Map();
  for (const dtm of dtms) {
    const qualifier = peek(dtm, 1, 1) ?? '';
    if (!peek(dtm, 1, 2)) {
      text(dtm, 1);
      reading.report(ELEMENT_EMPTY, dtm, { value: qualifier, element: 1, component: 2, expected: 'a date' });
    } else if (wanted.includes(qualifier)) {
      const period = readDtm(reading, dtm);
      if (period && !dates.has(qualifier)) dates.set(qualifier, period);
    }
  }
  return dates;
}

/** 137 document, 158 and 159 horizon, 63 and 64 where older guidelines put the horizon into them. */
const HEADER_DATES = ['137', '158', '159', '63', '64'];

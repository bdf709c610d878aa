import type { ScheduleStatement, SequenceCall, Statement } from '@intakt/contract';
import { SEQUENCE_NUMBERS } from '../codes.ts';
import { peek, type Segment, take } from '../segment.ts';
import { children } from '../tree.ts';
import { readScheduleHeader } from './delfor.ts';
import { readDue } from './delfor-line.ts';
import { isVehicleNumber, readSequence } from './deljit-sequence.ts';
import { compact } from './party.ts';
import type { Reading } from './reading.ts';
import { destinationOf, readArticle, readPlaces } from './schedule-article.ts';

/**
 * DELJIT: sequence call-offs where a SEQ group names a vehicle or a place in the production sequence (VDA 4986,
 * Odette SYNCRO), else call-offs, one statement per article (VDA 4985). `actions` is the code list of SEQ.
 */
export const readJustInTime =
  (actions: Record<string, SequenceCall['action']>) =>
  (message: Segment, reading: Reading): Statement[] =>
    children(message, 'SEQ').some(callsForVehicle)
      ? [readSequence(message, actions, reading)]
      : readCallOffs(message, reading);

function callsForVehicle(seq: Segment): boolean {
  if (peek(seq, 2, 1) && SEQUENCE_NUMBERS.ofVehicles.includes(peek(seq, 2, 2) ?? '')) return true;
  return children(seq, 'GIR').some(hasVehicleNumber);
}

function hasVehicleNumber(gir: Segment): boolean {
  for (let element = 2; element <= gir.size; element++) if (isVehicleNumber(peek(gir, element, 2) ?? '')) return true;
  return false;
}

function readCallOffs(message: Segment, reading: Reading): ScheduleStatement[] {
  const { document: _, name: __, ...header } = readScheduleHeader(message, reading);
  const to = destinationOf(undefined, header, reading);
  return children(message, 'SEQ').flatMap((seq) => {
    for (const component of [1, 2]) take(seq, 2, component);
    take(seq, 1);
    const own = { ...to, ...readPlaces(seq) };
    const dates = children(seq, 'DTM');
    return children(seq, 'LIN').flatMap((lin) => {
      const due = readDue(reading, stated(children(lin, 'DTM'))) ?? readDue(reading, stated(dates));
      return readArticle(lin, header, { to: compact(own), due }, reading);
    });
  });
}

/** Dates without a value are reported once, where the line's own dates are read. */
const stated = (dtms: Segment[]) => dtms.filter((dtm) => peek(dtm, 1, 2));

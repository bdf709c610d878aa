import type { ScheduleStatement } from '@intakt/contract';
import { type Segment, take } from '../segment.ts';
import { child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { readFunction, readHeading } from './heading.ts';
import { compact, readNadParties } from './party.ts';
import type { Reading } from './reading.ts';
import { destinationOf, readArticle, type ScheduleHeader } from './schedule-article.ts';

/** BGM 1001: 236 delivery forecast, 241 delivery schedule; 242 and VDA's FAB are call-offs of exact dates. */
const CALL_OFF_DOCUMENTS = ['242', 'FAB'];

/** DELFOR: one statement per article and ship-to. */
export function readDeliveryForecast(message: Segment, reading: Reading): ScheduleStatement[] {
  const { document, name, ...header } = readScheduleHeader(message, reading);
  const isCallOff = CALL_OFF_DOCUMENTS.some((callOff) => callOff === document || callOff === name);
  const kind = { ...header, scheduleKind: isCallOff ? ('call-off' as const) : ('delivery-forecast' as const) };
  const read = (lins: Segment[], nad: Segment | undefined): ScheduleStatement[] => {
    if (lins.length === 0) return [];
    const to = destinationOf(nad, header, reading);
    return lins.flatMap((lin) => readArticle(lin, kind, { to }, reading));
  };
  /* D.96A hangs articles under NAD or directly under the message; D.97A and D.04A hang both under GIS or GEI. */
  const inGroups = children(message, 'GIS', 'GEI').flatMap((group) => {
    take(group, 1);
    take(group, 2);
    return read(children(group, 'LIN'), child(group, 'NAD'));
  });
  /* They part the sections of D.96A, and say nothing by themselves. */
  for (const uns of children(message, 'UNS')) take(uns, 1);
  const underParties = children(message, 'NAD').flatMap((nad) => read(children(nad, 'LIN'), nad));
  return [...inGroups, ...underParties, ...read(children(message, 'LIN'), undefined)];
}

export function readScheduleHeader(
  message: Segment,
  reading: Reading,
): ScheduleHeader & { document?: string; name?: string } {
  const { at, number, ...kind } = readHeading(message, reading, 'a document number');
  const dates = readDates(reading, children(message, 'DTM'));
  return compact({
    ...kind,
    documentNumber: number,
    scheduleKind: 'call-off' as const,
    function: readFunction(reading, at),
    writtenOn: dates.get('137')?.day,
    horizonStart: dates.get('158')?.day ?? dates.get('64')?.day,
    horizonEnd: dates.get('159')?.to ?? dates.get('159')?.day ?? dates.get('63')?.day,
    parties: readNadParties(reading, message),
  });
}

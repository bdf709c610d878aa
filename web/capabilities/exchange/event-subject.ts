import type { RecordedEvent } from '@intakt/contract';
import type { Names } from '../../shell/names.ts';

/** What an event is about, in a few words. */
export const subjectOf = (event: RecordedEvent, names: Names): string =>
  summaryOf(event.data as Record<string, unknown>, names);

/** The despatch note, part, site or name in an event's data; at most two of them. */
export function summaryOf(data: Record<string, unknown>, names: Names): string {
  const text = (field: string): string => (typeof data[field] === 'string' ? data[field] : '');
  const way = data.from && data.to && data.lane ? `${names.site(text('from'))} → ${names.site(text('to'))}` : '';
  const meaning = text('means') && `${text('code')} → ${text('means')}`;
  const words = [
    text('name') || text('title') || text('number'),
    meaning,
    way,
    text('despatchNote') || text('shipment') || text('release'),
    names.part(text('part')),
    names.site(text('site')),
  ];
  return words
    .filter((word) => word !== '')
    .slice(0, 2)
    .join(' · ');
}

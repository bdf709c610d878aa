import type { CloudEvent, RecordedEvent } from '@intakt/contract';

/** One row of the ledger as a letter: all of the event but its leaf's salt, which comes with the proof. */
export function envelopeOf(body: string, origin: string): CloudEvent {
  const { salt: _, ...event } = JSON.parse(body) as RecordedEvent & { salt: string };
  return {
    specversion: '1.0',
    id: event.eventId,
    source: `//${origin}`,
    type: `intakt.${event.type}`,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    sequence: String(event.sequence),
    data: { ...event },
  };
}

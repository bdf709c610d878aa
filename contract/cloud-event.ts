import { type Static, Type } from 'typebox';

/** CloudEvents 1.0 in its JSON form, as webhooks carry events. `data` is the event as the feed gives it. */
export const CloudEvent = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Type.String({ description: 'The event’s id: the same again is the same event' }),
  source: Type.String({ description: 'The log that holds it' }),
  type: Type.String({ description: 'intakt.<type of event>' }),
  time: Type.String({ format: 'date-time', description: 'When it happened' }),
  datacontenttype: Type.Literal('application/json'),
  sequence: Type.String({ description: 'Its place in the ledger; grows within a subscription' }),
  data: Type.Record(Type.String(), Type.Any()),
});
export type CloudEvent = Static<typeof CloudEvent>;

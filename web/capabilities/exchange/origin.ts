import type { EventType, MessagePosition, Statement } from '@intakt/contract';
import type { MessageDetail } from './queries.ts';

const SAID_BY: Partial<Record<EventType, Statement['kind']>> = {
  'schedule-released': 'schedule',
  'shipment-despatched': 'despatch',
  'consignment-handed-over': 'despatch',
  'goods-received': 'receipt',
};

/**
 * Where in the message an event was read: a message's statements and the events of one kind that it
 * caused stand in the same order.
 */
export function originOf(
  message: Pick<MessageDetail, 'events' | 'statements'>,
  eventId: string,
): MessagePosition | undefined {
  const event = message.events.find((one) => one.eventId === eventId);
  const kind = event && SAID_BY[event.type as EventType];
  if (!kind) return undefined;
  const statements = message.statements.filter((statement) => statement.kind === kind);
  const place = message.events.filter(({ type }) => type === event.type).findIndex((one) => one.eventId === eventId);
  return (statements[place] ?? statements[0])?.position;
}

import type { RecordedEvent } from '@intakt/contract';

/** What the screen keeps of a feed that never ends. */
export const KEPT_EVENTS = 2000;

/** Newest first, each event once, whatever came from the feed and whatever from the archive. */
export function mergeEvents(live: RecordedEvent[], known: RecordedEvent[]): RecordedEvent[] {
  const bySequence = new Map([...live, ...known].map((event) => [event.sequence, event]));
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence).slice(0, KEPT_EVENTS);
}

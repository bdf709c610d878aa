import type { EventCommand, EventData, Instant } from '@intakt/contract';
import { stopKey } from './publish.ts';
import type { StopRow } from './store.ts';

/** What is believed anew within a minute is no news. */
const NEWS_MS = 60_000;

export interface Happening {
  stop: string;
  milestone: EventData<'tour-stop-reported'>['milestone'];
  at: Instant;
}

/**
 * When the stops behind a reported one are now to be expected: as long after it as planned, no sooner where the truck was to
 * wait for a gate to open. Pure.
 */
export function estimateOnward(stops: readonly StopRow[], { stop, milestone, at }: Happening): Map<string, Instant> {
  const ordered = stops.toSorted((a, b) => a.position - b.position);
  const from = ordered.findIndex((one) => one.stop === stop);
  const here = ordered[from];
  if (!here || milestone === 'problem') return new Map();
  let leavesAt = leaving(here, milestone, Date.parse(at));
  const expected = new Map<string, Instant>();
  for (const [i, next] of ordered.slice(from + 1).entries()) {
    const before = ordered[from + i]!;
    const arrives = leavesAt + span(before.plannedDeparture, next.plannedArrival);
    if (next.arrivedAt) return expected;
    if (Math.abs(arrives - Date.parse(next.expectedAt)) >= NEWS_MS)
      expected.set(next.stop, new Date(arrives).toISOString());
    leavesAt = serviceStart(next, arrives) + span(next.plannedStart, next.plannedDeparture);
  }
  return expected;
}

/** Who has arrived still loads; who has loaded goes. */
function leaving(stop: StopRow, milestone: Happening['milestone'], at: number): number {
  if (milestone !== 'arrived') return at;
  return serviceStart(stop, at) + span(stop.plannedStart, stop.plannedDeparture);
}

/** A truck that was to wait for a window waits until then, however early it comes. */
function serviceStart({ plannedArrival, plannedStart }: StopRow, arrives: number): number {
  return Date.parse(plannedStart) > Date.parse(plannedArrival) ? Math.max(arrives, Date.parse(plannedStart)) : arrives;
}

const span = (from: Instant, to: Instant): number => Math.max(0, Date.parse(to) - Date.parse(from));

/** Each stop's new time is said to those of that stop alone. */
export function estimateCommands(
  stops: readonly StopRow[],
  happening: Happening,
  said: Pick<EventCommand, 'source' | 'id' | 'occurredAt' | 'causationId'>,
): EventCommand[] {
  return [...estimateOnward(stops, happening)].map(([stop, expectedAt]) => ({
    ...said,
    type: 'tour-stop-estimated',
    id: `${said.id}/${stop}`.slice(0, 200),
    data: { ...stopKey(stops.find((one) => one.stop === stop)!), expectedAt },
  }));
}

import type { Report, ReportResult } from './drive-api.ts';
import { withWaiting } from './drive-state.ts';
import type { DriveStore } from './drive-store.ts';

const MOST_AT_ONCE = 20;

interface Line {
  send: (reports: Report[]) => Promise<ReportResult[]>;
  onRefused: (results: ReportResult[]) => void;
}

/**
 * Sends what waits on the phone, in its order. What the server refuses is told and not sent again. What it takes, or knew,
 * is kept in the tour before it waits no more: the network may be gone again before the tour is asked for.
 */
export async function sendWaiting(store: DriveStore, { send, onRefused }: Line): Promise<void> {
  for (let waiting = await store.waiting(); waiting.length > 0; waiting = await store.waiting()) {
    const sent = waiting.slice(0, MOST_AT_ONCE);
    const results = await send(sent);
    const refused = new Set(results.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id));
    onRefused(results.filter(({ id }) => refused.has(id)));
    const tour = await store.tour();
    const taken = sent.filter(({ id }) => !refused.has(id));
    if (tour) await store.keepTour(withWaiting(tour, taken));
    await store.remove(results.map(({ id }) => id));
  }
}

import { readCapture } from '@intakt/epcis';
import type { House } from '../../house.ts';
import { facetsOf } from './facets.ts';
import { setFacets, withoutFacets } from './store.ts';

const MOST_ROUNDS = 10_000;

/** Gives events that were captured before there were facets theirs, so that queries find them too. */
export async function indexCaptured(house: House): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rows = await house.db.system(withoutFacets);
    if (rows.length === 0) return;
    const indexed = rows.map(({ owner, id, body }) => ({ owner, id, facets: facetsOfBody(body) }));
    await house.db.system((tx) => setFacets(tx, indexed));
  }
}

/** What a newer reader does not accept any more keeps no facets, but is asked about once only. */
function facetsOfBody(body: Record<string, unknown>): string[] {
  const { '@context': context = [], ...event } = body;
  const [read] = readCapture({
    '@context': context,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: body.recordTime,
    epcisBody: { eventList: [event] },
  }).events;
  return read ? facetsOf(read) : [];
}

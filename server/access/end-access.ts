import type { House } from '../house.ts';
import { deleteExpiredSessions } from './session-store.ts';
import { type AccessChange, tokensOf } from './token-cache.ts';

/** What somebody may do has changed: tokens are looked up anew everywhere, and open feeds close within a second. */
export async function endAccess(house: House, change: AccessChange): Promise<void> {
  const { person, session, apiKey } = change;
  await tokensOf(house).forget(change);
  if (person || session || apiKey) house.feed.close({ person, session, apiKey });
}

/** Roles change by an event, whichever door it came through. */
export function followRoleChanges(house: House): () => void {
  return house.recorder.onCommit((events) => {
    for (const event of events) {
      if (event.type !== 'roles-granted') continue;
      const { person } = event.data as { person: string };
      endAccess(house, { person }).catch((error) =>
        house.log.error(error, 'A change of roles could not be announced.'),
      );
    }
  });
}

/** To be called each minute by one server or by all: passing time ends sessions, and their feeds with them. */
export async function endExpiredSessions(house: House): Promise<number> {
  const sessions = await house.db.system(deleteExpiredSessions);
  for (const session of sessions) await endAccess(house, { session });
  return sessions.length;
}

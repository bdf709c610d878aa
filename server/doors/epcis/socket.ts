import type { WebSocket } from '@fastify/websocket';
import type { House } from '../../house.ts';
import { toDocument } from './answer.ts';
import { positionAt } from './named-store.ts';
import type { ParameterValue } from './parameters.ts';
import { findCaptured, readQuery } from './query.ts';

/** Other servers capture too, so it also looks without being woken. */
const LOOK_EVERY_MS = 2_000;
const PAGE = 200;
const MOST_UNSENT_BYTES = 4_000_000;
const TRY_AGAIN_LATER = 1013;

const listeners = new WeakMap<House, Set<() => void>>();

/** Tells open sockets of this server that something was captured. */
export function tellCaptured(house: House): void {
  for (const wake of listeners.get(house) ?? []) wake();
}

function onCaptured(house: House, wake: () => void): () => void {
  const woken = listeners.get(house) ?? new Set();
  listeners.set(house, woken.add(wake));
  return () => void woken.delete(wake);
}

/**
 * Sends what a query finds as it is captured, each page as an EPCISQueryDocument, beginning with what is captured from now
 * on or since a record time. Who reads too slowly is closed and begins again from the last record time it saw.
 */
export async function streamQuery(
  house: House,
  socket: WebSocket,
  {
    owner,
    name,
    query,
    since,
  }: { owner: string; name: string; query: Record<string, ParameterValue>; since: string | undefined },
): Promise<void> {
  const parsed = readQuery(query);
  let position = await house.db.system((tx) => positionAt(tx, owner, since));
  let again = false;
  let isLooking = false;
  const look = async (): Promise<void> => {
    while (again && socket.readyState === socket.OPEN) {
      again = false;
      const found = await house.db.as(
        { kind: 'organisation', org: owner },
        (tx) => findCaptured(tx, parsed, { owner, after: position, limit: PAGE }),
        { readOnly: true },
      );
      if (found.length === 0) break;
      position = found.at(-1)!.number;
      socket.send(JSON.stringify(toDocument(house, found, { queryName: name })));
      if (socket.bufferedAmount > MOST_UNSENT_BYTES) socket.close(TRY_AGAIN_LATER, 'too slow');
      again ||= found.length === PAGE;
    }
  };
  const wake = async (): Promise<void> => {
    again = true;
    if (isLooking) return;
    isLooking = true;
    try {
      await look();
    } catch (error) {
      house.log.error(error, 'A query could not be streamed.');
      socket.close(TRY_AGAIN_LATER, 'not readable now');
    } finally {
      isLooking = false;
    }
  };
  const forget = onCaptured(house, () => void wake());
  const timer = setInterval(() => void wake(), LOOK_EVERY_MS);
  socket.on('close', () => {
    forget();
    clearInterval(timer);
  });
  void wake();
}

import type { EventData, RecordedEvent } from '@intakt/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { MapAnswer } from '../capabilities/visibility/queries.ts';
import { noticeInstant } from '../shell/clock.ts';
import { joinFeed } from './feed-client.ts';
import type { ConnectionState, FeedMessage } from './feed-messages.ts';
import { patchPosition, patchPositions } from './patch-map.ts';
import { AT_ONCE, IN_BURSTS, StaleRoots } from './staleness.ts';
import { isAlert, type QueryRoot, touchedBy } from './touched.ts';

type Listener = (event: RecordedEvent) => void;
interface Live {
  state: ConnectionState;
  listen: (listener: Listener) => () => void;
}

const LiveContext = createContext<Live>({ state: 'connecting', listen: () => () => undefined });

/** Keeps what is on the screen equal to the ledger, for as long as somebody is signed in. */
export function LiveProvider({ onEnded, children }: { onEnded: () => void; children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const [state, setState] = useState<ConnectionState>('connecting');
  const listeners = useRef(new Set<Listener>());
  const ended = useRef(onEnded);
  ended.current = onEnded;

  useEffect(() => {
    const refresh = (roots: QueryRoot[]): void => {
      for (const root of roots) void client.invalidateQueries({ queryKey: [root] });
    };
    const [alerts, others] = [AT_ONCE, IN_BURSTS].map((pace) => new StaleRoots(pace, refresh)) as [
      StaleRoots,
      StaleRoots,
    ];
    const makeStale = (roots: QueryRoot[]): void => {
      const now = Date.now();
      alerts.add(roots.filter(isAlert), now);
      others.add(
        roots.filter((root) => !isAlert(root)),
        now,
      );
    };
    return joinFeed((message) => {
      if (message.kind === 'event') take(client, makeStale, message.event, listeners.current);
      else if (message.kind === 'state') heed(client, message, setState);
      else if (message.kind === 'changed') makeStale(message.topic === 'jobs' ? ['jobs'] : [message.topic, 'today']);
      else if (message.kind === 'moved')
        client.setQueryData<MapAnswer>(['map'], (map) => patchPositions(map, message.positions));
      else if (message.kind === 'sharing-changed') forgetAll(client);
      else ended.current();
    });
  }, [client]);

  const listen = useRef((listener: Listener) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }).current;
  return <LiveContext value={{ state, listen }}>{children}</LiveContext>;
}

export const useConnection = (): ConnectionState => useContext(LiveContext).state;

/** Calls back with each event as it arrives. */
export function useFeedEvents(listener: Listener): void {
  const { listen } = useContext(LiveContext);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => listen((event) => latest.current(event)), [listen]);
}

function take(
  client: QueryClient,
  makeStale: (roots: QueryRoot[]) => void,
  event: RecordedEvent,
  listeners: Set<Listener>,
): void {
  noticeInstant(event.recordedAt);
  if (event.type === 'position-reported' || event.type === 'telemetry-digested') {
    const report = event.data as EventData<'telemetry-digested'>;
    client.setQueryData<MapAnswer>(['map'], (map) => patchPosition(map, report));
  }
  makeStale(touchedBy(event.type));
  for (const listener of listeners) listener(event);
}

/** After a connection that did not resume from a known event, what happened in between is unknown: ask again. */
function heed(
  client: QueryClient,
  message: Extract<FeedMessage, { kind: 'state' }>,
  setState: (s: ConnectionState) => void,
): void {
  setState(message.state);
  if (message.state === 'live' && !message.resumed) void client.invalidateQueries();
}

/** A changed agreement may forbid what is cached here, so it is dropped before it is asked for again. */
function forgetAll(client: QueryClient): void {
  client.removeQueries({ type: 'inactive' });
  void client.resetQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
}

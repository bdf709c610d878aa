import { useHash } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Refused } from '../../api.ts';
import { tellFailure } from '../../shell/notices.ts';
import { readLink, tokenOf } from './phone-client.ts';
import { PhoneQueue } from './phone-queue.ts';

const ASK_EVERY_MS = 15_000;

/** The link of the address, asked again and again, and the queue of what is said with it. */
export function usePhone() {
  const [hash] = useHash({ getInitialValueInEffect: false });
  const token = tokenOf(hash);
  const [waiting, setWaiting] = useState(0);
  const query = useQuery({
    queryKey: ['link', token],
    queryFn: () => readLink(token),
    refetchInterval: ASK_EVERY_MS,
    retry: false,
  });
  const refetch = query.refetch;
  const queue = useMemo(
    () =>
      new PhoneQueue(token, (count: number, refused?: Refused) => {
        setWaiting(count);
        if (refused) tellFailure(refused);
        if (count === 0) void refetch();
      }),
    [token, refetch],
  );
  useEffect(() => {
    const send = (): void => void queue.send();
    send();
    window.addEventListener('online', send);
    const timer = setInterval(send, ASK_EVERY_MS);
    return () => {
      window.removeEventListener('online', send);
      clearInterval(timer);
    };
  }, [queue]);
  return { query, queue, waiting };
}

const LEAST_BETWEEN_MS = 15_000;

/** Positions of this phone as long as the page is open and its holder wants it. */
export function useOwnPosition(on: boolean, queue: PhoneQueue): { last?: GeolocationPosition; problem?: string } {
  const [last, setLast] = useState<GeolocationPosition>();
  const [problem, setProblem] = useState<string>();
  const sentAt = useRef(0);
  useEffect(() => {
    if (!on) return;
    const watch = navigator.geolocation.watchPosition(
      (position) => {
        setLast(position);
        setProblem(undefined);
        if (position.timestamp - sentAt.current < LEAST_BETWEEN_MS) return;
        sentAt.current = position.timestamp;
        const { longitude, latitude, speed } = position.coords;
        void queue.move({
          at: new Date(position.timestamp).toISOString(),
          longitude,
          latitude,
          ...(speed !== null && { speedKmh: Math.round(speed * 36) / 10 }),
        });
      },
      (error) => setProblem(error.message),
      { enableHighAccuracy: true, maximumAge: 10_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [on, queue]);
  return { last, problem };
}

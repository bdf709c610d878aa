import { useEffect, useState } from 'react';

/**
 * The server has one clock, which a demonstration may shift or accelerate. The browser keeps its
 * distance from it, and moves forward whenever an event shows that it lags.
 */
let offsetMs = 0;

export const noticeServerNow = (instant: string): void => {
  offsetMs = Date.parse(instant) - Date.now();
};
export const noticeInstant = (instant: string): void => {
  offsetMs = Math.max(offsetMs, Date.parse(instant) - Date.now());
};
export const serverNow = (): number => Date.now() + offsetMs;

/** The server's time, refreshed every `everyMs`. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Driven, fetchTour, LinkProblem, type Report, type ReportResult, sendReports } from './drive-api.ts';
import { type DriveStore, openDriveStore } from './drive-store.ts';
import { sendWaiting } from './send-waiting.ts';

const TRY_EVERY_MS = 15_000;
/** The link is over, or was none: asking again does not help. */
const isOver = (error: unknown): boolean => error instanceof LinkProblem && [401, 403, 404, 410].includes(error.status);

export interface Drive {
  tour: Driven | undefined;
  waiting: Report[];
  refused: ReportResult[];
  /** Why the link does not open. */
  problem: string | undefined;
  report: (report: Omit<Report, 'id' | 'at'>) => Promise<void>;
}

/** The tour behind a link. What the driver does is kept first and sent when there is a network, in its order. */
export function useDrive(token: string): Drive {
  const store = useRef<DriveStore>(undefined);
  const [tour, setTour] = useState<Driven>();
  const [waiting, setWaiting] = useState<Report[]>([]);
  const [refused, setRefused] = useState<ReportResult[]>([]);
  const [problem, setProblem] = useState<string>();
  const busy = useRef(false);
  /** The server's clock may be another than the phone's: a demonstration's is shifted. */
  const offsetMs = useRef(0);

  const synchronise = useCallback(async () => {
    const kept = store.current;
    if (!kept || busy.current) return;
    busy.current = true;
    try {
      await sendWaiting(kept, {
        send: (reports) => sendReports(token, reports),
        onRefused: (results) => setRefused((old) => [...old, ...results]),
      });
      const fresh = await fetchTour(token);
      offsetMs.current = Date.parse(fresh.now) - Date.now();
      await kept.keepTour(fresh);
      setProblem(undefined);
    } catch (error) {
      if (isOver(error)) setProblem((error as Error).message);
    } finally {
      busy.current = false;
      setTour(await kept.tour());
      setWaiting(await kept.waiting());
    }
  }, [token]);

  useEffect(() => {
    let gone = false;
    void openDriveStore(token).then(async (opened) => {
      if (gone) return;
      store.current = opened;
      setTour(await opened.tour());
      await synchronise();
    });
    const timer = setInterval(() => void synchronise(), TRY_EVERY_MS);
    const back = (): void => void synchronise();
    window.addEventListener('online', back);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener('online', back);
    };
  }, [token, synchronise]);

  const report = useCallback(
    async (done: Omit<Report, 'id' | 'at'>) => {
      const full = { ...done, id: crypto.randomUUID(), at: new Date(Date.now() + offsetMs.current).toISOString() };
      await store.current?.add(full);
      setWaiting((old) => [...old, full]);
      await synchronise();
    },
    [synchronise],
  );
  return { tour, waiting, refused, problem, report };
}

import type { Driven, Report } from './drive-api.ts';

/**
 * What the phone keeps through dead spots and a closed browser: the tour as it was last seen, and what was done since. In
 * IndexedDB, because photos are too large for anything smaller. One store per link.
 */
export interface DriveStore {
  tour: () => Promise<Driven | undefined>;
  keepTour: (tour: Driven) => Promise<void>;
  waiting: () => Promise<Report[]>;
  add: (report: Report) => Promise<void>;
  remove: (ids: string[]) => Promise<void>;
}

const NAME = 'intakt-drive';

export async function openDriveStore(token: string): Promise<DriveStore> {
  const db = await open();
  const link = token.slice(-24);
  const run = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    settled(work(db.transaction('kept', mode).objectStore('kept')));
  const reportsOf = IDBKeyRange.bound(`${link}/report/`, `${link}/report/\uffff`);
  return {
    tour: () => run('readonly', (store) => store.get(`${link}/tour`)),
    keepTour: async (tour) => void (await run('readwrite', (store) => store.put(tour, `${link}/tour`))),
    waiting: () => run('readonly', (store) => store.getAll(reportsOf)),
    // In the order in which they were made: the key begins with the moment.
    add: async (report) =>
      void (await run('readwrite', (store) => store.put(report, `${link}/report/${report.at}/${report.id}`))),
    remove: async (ids) => {
      const keys = await run('readonly', (store) => store.getAllKeys(reportsOf));
      for (const key of keys)
        if (ids.some((id) => String(key).endsWith(`/${id}`))) await run('readwrite', (store) => store.delete(key));
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('kept');
  return settled(request);
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

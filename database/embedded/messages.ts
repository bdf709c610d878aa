import type { MessagePort } from 'node:worker_threads';

/** What the main thread and the embedded database's thread say to each other, apart from the connections' own ports. */
export type WorkerSettings = {
  /** Absent: the database lives in memory. */
  directory?: string;
  snapshot?: Uint8Array;
  idleTransactionMs: number;
  /** One 64-bit integer: when the running statement began (milliseconds since 1970), 0 while none runs. */
  busySince: SharedArrayBuffer;
};

export type ToEmbedded = { kind: 'connect'; port: MessagePort } | { kind: 'dump' } | { kind: 'close' };

export type FromEmbedded =
  | { kind: 'ready'; version: string }
  | { kind: 'dumped'; bytes: Uint8Array }
  | { kind: 'closed' };

import type { EventCommand, Id } from '@intakt/contract';
import type { Recorder, RecordResult } from '@intakt/server/record/recorder.ts';
import type { Statement } from './network.ts';

export interface Batch {
  by: Id;
  commands: EventCommand[];
}

/** Each caller hands in one batch and waits for its answer before the next. */
export const recordBatches = (recorder: Recorder, batches: Batch[], callers: number): Promise<void> =>
  shareOut(batches, callers, async ({ by, commands }) =>
    assertRecorded(await recorder.record({ organisation: by }, commands)),
  );

/** Each caller records one event and waits for its answer before the next. */
export const recordSingles = (recorder: Recorder, statements: Statement[], callers: number): Promise<void> =>
  shareOut(statements, callers, async ({ by, command }) =>
    assertRecorded(await recorder.record({ organisation: by }, [command])),
  );

/** A benchmark that counts refusals as work done would be fast and wrong. */
function assertRecorded(results: RecordResult[]): void {
  for (const result of results) {
    if (!result.ok) throw result.refusal;
    if (result.outcome !== 'recorded')
      throw new Error(`Event ${result.eventId} was known before: the load repeats itself.`);
  }
}

/** The workers take from one list, each its next piece when it is done with the last. */
export async function shareOut<T>(items: T[], workers: number, work: (item: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: workers }, run));
}

import { expect, test } from 'vitest';
import type { Driven, Report, ReportResult } from './drive-api.ts';
import type { DriveStore } from './drive-store.ts';
import { sendWaiting } from './send-waiting.ts';

const report = (stop: string, milestone: Report['milestone']): Report => ({
  ...{ id: `${stop}-${milestone}`, stop, milestone, at: '2026-03-04T08:00:00.000Z' },
});
const stopAs = (state: string) => (stop: string) => ({
  ...{ stop, position: 1, state, arrivedAt: null, servedAt: null, loads: [], unloads: [] },
});

function storeWith(waiting: Report[]): DriveStore & { states: () => string[] } {
  let tour = { stops: ['s1', 's2'].map(stopAs('planned')) } as unknown as Driven;
  return {
    tour: async () => tour,
    keepTour: async (kept) => {
      tour = kept;
    },
    waiting: async () => [...waiting],
    add: async (one) => void waiting.push(one),
    remove: async (ids) => void waiting.splice(0, waiting.length, ...waiting.filter(({ id }) => !ids.includes(id))),
    states: () => tour.stops.map(({ state }) => state),
  };
}

test('what the server took stays done on the phone, also when the network goes before the tour is asked for again', async () => {
  const store = storeWith([report('s1', 'arrived'), report('s2', 'arrived')]);
  const refused: ReportResult[] = [];
  const send = async (reports: Report[]): Promise<ReportResult[]> =>
    reports.map(({ id, stop }) => ({ id, outcome: stop === 's2' ? 'refused' : 'recorded' }) as ReportResult);
  await sendWaiting(store, { send, onRefused: (results) => refused.push(...results) });
  expect(store.states()).toEqual(['arrived', 'planned']);
  expect(await store.waiting()).toEqual([]);
  expect(refused.map(({ id }) => id)).toEqual(['s2-arrived']);
});

test('what is not answered waits on', async () => {
  const store = storeWith([report('s1', 'arrived')]);
  const send = () => Promise.reject(new Error('offline'));
  await expect(sendWaiting(store, { send, onRefused: () => undefined })).rejects.toThrow('offline');
  expect(await store.waiting()).toHaveLength(1);
  expect(store.states()).toEqual(['planned', 'planned']);
});

import { describe, expect, test } from 'vitest';
import { takeBacks } from './take-back.ts';

const at = (minute: number): string => `2026-03-04T08:${String(minute).padStart(2, '0')}:00.000Z`;
const nobody = { arrived: null, served: null, departed: null, problem: null };
const planned = {
  ...{ carrier: 'c1', reporters: nobody, loads: [{ order: 'o', goods: {} }], unloads: [], state: 'planned' },
  ...{ arrivedAt: null, servedAt: null, departedAt: null, problem: null },
} as unknown as Parameters<typeof takeBacks>[0];
const left = {
  ...{ ...planned, state: 'departed', arrivedAt: at(0), servedAt: at(30), departedAt: at(35) },
  reporters: { ...nobody, arrived: 'oem', served: 'c1', departed: 'c1' },
};
const who = (organisation: string, ...roles: string[]) => ({ organisation, roles });
const named = (stop: typeof planned, organisation: string, role = 'dispatcher') =>
  takeBacks(stop, who(organisation, role)).map(({ milestones }) => milestones.join(' '));

describe('a report is taken back', () => {
  test('by the carrier: the last one, or all from an earlier one on', () =>
    expect(named(left, 'c1')).toEqual(['departed', 'departed collected', 'departed collected arrived']));

  test('by the customer only where it reported itself and nothing of others followed', () => {
    expect(named(left, 'oem')).toEqual([]);
    const arrived = { ...planned, state: 'arrived', arrivedAt: at(0), reporters: { ...nobody, arrived: 'oem' } };
    expect(named(arrived, 'oem')).toEqual(['arrived']);
    expect(named(arrived, 's1')).toEqual([]);
  });

  test('with the arrival that it implied, and at a place of delivery as a delivery', () => {
    const delivered = { ...planned, loads: [], state: 'served', arrivedAt: at(9), servedAt: at(9) };
    expect(named({ ...delivered, reporters: { ...nobody, served: 'c1' } }, 'c1')).toEqual(['delivered']);
  });

  test('of a refusal or a problem, by itself', () => {
    const problem = { reason: 'damaged', text: null, at: at(10) };
    expect(named({ ...planned, state: 'refused', problem, arrivedAt: at(10) }, 'c1')).toEqual(['refused']);
    expect(named({ ...planned, problem }, 'c1')).toEqual(['problem']);
  });

  test('by nobody where nothing was reported, or who has no say in driving', () => {
    expect(named(planned, 'c1')).toEqual([]);
    expect(named(left, 'c1', 'quality')).toEqual([]);
  });
});

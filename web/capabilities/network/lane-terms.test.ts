import { expect, test } from 'vitest';
import { laneTerms } from './lane-terms.ts';
import type { Lane } from './queries.ts';

const lane: Lane = {
  id: 'L1',
  supplier: 'T1',
  customer: 'OEM',
  part: 'P1',
  from: 'T1-PLANT',
  to: 'PLANT',
  carrier: null,
  mode: 'road',
  leadTimeDays: 2,
  incoterm: 'FCA',
  quota: [],
  minimumQuantity: null,
  roundingQuantity: 60,
  endsOn: null,
  confirmed: false,
};

test('a lane is acknowledged in its own terms: what is not agreed is left out, not said to be nothing', () => {
  expect(laneTerms(lane)).toEqual({
    lane: 'L1',
    supplier: 'T1',
    customer: 'OEM',
    part: 'P1',
    from: 'T1-PLANT',
    to: 'PLANT',
    mode: 'road',
    leadTimeDays: 2,
    incoterm: 'FCA',
    roundingQuantity: 60,
  });
});

test('shares of the demand stay as they were agreed', () => {
  const quota = [{ share: 0.6, validFrom: '2026-01-01' }];
  expect(laneTerms({ ...lane, quota }).quota).toEqual(quota);
});

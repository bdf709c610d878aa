import { describe, expect, test } from 'vitest';
import { buildNetwork, type TransitFacts } from './build-network.ts';
import { drawnArrival } from './drawn-arrival.ts';
import { projectNetwork } from './project-network.ts';
import { balanceQuantile, sampleOutlook, stopProbability } from './sample-outlook.ts';
import { uniformDraw } from './uniform-draw.ts';

const DAYS = 12;
/** Uniform over the days 2 … 9 (floor of 2 … 10). */
const spread = { levels: [0, 1], buckets: [2, 10] };

/** Ten a day from a stock of fifty: a shipment is needed by day 5. */
function network(transits: TransitFacts[]) {
  const answer = buildNetwork({
    buckets: DAYS,
    nodes: [{ onHand: 50 }, {}],
    flows: [
      { from: [{ node: 0, per: 1 }], to: 1, perBucket: Array(DAYS).fill(10) },
      { from: [{ node: 1, per: 1 }], perBucket: Array(DAYS).fill(10) },
    ],
    transits,
  });
  if (!answer.ok) throw new Error('cycle');
  return answer.network;
}
const shipment = (change: Partial<TransitFacts> = {}): TransitFacts => ({
  node: 0,
  quantity: 70,
  arrival: 4,
  key: 77,
  spread,
  ...change,
});
const asked = { targets: [1], runs: 4000, seed: 9 };

describe('the probability of a stop', () => {
  const sample = sampleOutlook(network([shipment()]), asked);
  test.each([
    ['none before the stock ends', 5, 0],
    ['that the shipment arrives after day 5, once the stock has ended', 6, 4 / 8],
    ['no more later on: who came until then came in time', 12, 4 / 8],
  ])('is %s', (_, before, probability) => {
    expect(stopProbability(sample, 0, before)).toBeCloseTo(probability, 1);
  });

  test('bands widen while the shipment may be there or not', () => {
    expect([...balanceQuantile(sample, 0, 0.1)].slice(4, 7)).toEqual([0, -10, -20]);
    expect([...balanceQuantile(sample, 0, 0.9)].slice(4, 7)).toEqual([0, 0, 0]);
  });

  test('leaves the network’s own arrivals alone', () => {
    const one = network([shipment()]);
    const before = [...projectNetwork(one).balance];
    sampleOutlook(one, { ...asked, runs: 50 });
    expect(one.transits.arrival[0]).toBe(4);
    expect([...projectNetwork(one).balance]).toEqual(before);
  });

  test('of a certain network is 0 or 1', () => {
    const certain = sampleOutlook(network([shipment({ spread: undefined, arrival: 6 })]), { ...asked, runs: 10 });
    expect([stopProbability(certain, 0, 5), stopProbability(certain, 0, 6)]).toEqual([0, 1]);
  });
});

describe('common random numbers', () => {
  const few = { ...asked, runs: 60 };
  test('give the same answer twice, and another for another seed', () => {
    const stops = (seed: number) => [...sampleOutlook(network([shipment()]), { ...few, seed }).shortFrom];
    expect(stops(1)).toEqual(stops(1));
    expect(stops(1)).not.toEqual(stops(2));
  });

  test('let the same shipment arrive alike whatever else is under way', () => {
    const other = shipment({ node: 1, key: 5, quantity: 0 });
    expect(sampleOutlook(network([other, shipment()]), few).shortFrom).toEqual(
      sampleOutlook(network([shipment()]), few).shortFrom,
    );
  });

  test('make more stock help in every single run', () => {
    const before = sampleOutlook(network([shipment()]), few).shortFrom;
    const richer = network([shipment()]);
    richer.onHand[0]! += 15;
    const after = sampleOutlook(richer, few).shortFrom;
    expect(after.every((short, run) => short >= before[run]!)).toBe(true);
  });
});

test('draws fill the unit interval evenly: 16 bins, χ² of 15 degrees below the 99.9 % point of 37.7', () => {
  const bins = new Float64Array(16);
  const draws = 16_000;
  for (let run = 0; run < draws; run++) bins[Math.floor(uniformDraw(7, run % 40, Math.floor(run / 40)) * 16)]!++;
  expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(37.7);
});

test.each([
  [0.05, 2],
  [0.1, 2],
  [0.3, 3],
  [0.7, 7],
  [0.9, 10],
  [0.99, 10],
])('the arrival at a draw of %d is in bucket %i', (draw, bucket) => {
  expect(drawnArrival({ levels: [0.1, 0.5, 0.9], buckets: [2, 4, 10] }, draw)).toBe(bucket);
});

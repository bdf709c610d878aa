import { expect, test } from 'vitest';
import { checkTours } from './routing-check.ts';
import { parseBestKnown, parseInstance } from './routing-instances.ts';
import { solveFor } from './routing-solve.ts';

/** A depot and clients on a line, 3.33 apart, in the layout of Solomon's files. */
const SOLOMON = `LINE

VEHICLE
NUMBER     CAPACITY
  2         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0     0    0    0   100    0
    1      3.33  0   10    0    50    5
    2      6.66  0   10   20    30    5
    3      9.99  0   10    0    50    5
`;
const LI_LIM = `1\t10\t1
0\t0\t0\t0\t0\t100\t0\t0\t0
1\t3\t0\t10\t0\t100\t1\t0\t2
2\t6\t0\t-10\t0\t100\t1\t1\t0
`;
const VRPLIB = `NAME : TINY\nTYPE : CVRP\nDIMENSION : 3\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 5
NODE_COORD_SECTION\n1 0 0\n2 3 4\n3 1 1\nDEMAND_SECTION\n1 0\n2 4\n3 4\nDEPOT_SECTION\n1\n-1\nEOF\n`;

test('Solomon’s distances are truncated to one decimal', () => {
  const { kind, vehicles, capacity, distance, scale } = parseInstance('line', SOLOMON);
  expect({ kind, vehicles, capacity }).toEqual({ kind: 'vrptw', vehicles: 2, capacity: 20 });
  expect([...distance.subarray(0, 4)].map((way) => way / scale)).toEqual([0, 3.3, 6.6, 9.9]);
});

test('Li & Lim’s deliveries name their pick-up', () => {
  const { kind, sites } = parseInstance('pair', LI_LIM);
  expect([kind, sites[1]!.pickup, sites[2]!.pickup]).toEqual(['pdptw', undefined, 1]);
});

test('VRPLIB’s distances are rounded', () => {
  const { kind, capacity, distance } = parseInstance('tiny', VRPLIB);
  expect([kind, capacity, ...distance.subarray(0, 3)]).toEqual(['cvrp', 5, 0, 5, 1]);
});

test('the best known is the last number of a line', () => {
  const known = parseBestKnown('instance,reference,newer,bks\nC1_10_1,42444.8,,42444.8\nlr104,1013.386,PyVRP/Li100\n');
  expect([known.get('c1_10_1'), known.get('lr104')]).toEqual([42444.8, 1013.386]);
});

test.each([
  ['a solution', [[1, 2], [3]], []],
  ['too much for a truck', [[1, 2, 3]], ['tour 1 carries 30 at 3, more than 20']],
  ['a client left out', [[1, 2]], ['client 3 is visited 0 times']],
  [
    'a client twice',
    [
      [1, 2],
      [3, 1],
    ],
    ['client 1 is visited 2 times'],
  ],
  ['more tours than trucks', [[1], [2], [3]], ['3 tours, but 2 trucks']],
])('%s is judged so', (_, tours, faults) => {
  expect(checkTours(parseInstance('line', SOLOMON), tours).faults).toEqual(faults);
});

test('what comes after its window is a fault', () => {
  const late = parseInstance('line', SOLOMON.replace('20    30    5', '0    8    5'));
  expect(checkTours(late, [[1, 2], [3]]).faults).toEqual(['tour 1 reaches 2 at 116, after 80']);
});

test('a delivery before its pick-up is a fault', () => {
  const { faults } = checkTours(parseInstance('pair', LI_LIM), [[2, 1]]);
  expect(faults).toContain('tour 1 delivers at 2 what it did not pick up');
});

test('the solver’s answer on the line is the optimum by hand, and passes', async () => {
  const instance = parseInstance('line', SOLOMON);
  const { tours } = await solveFor(instance, { seconds: 0.2, seed: 1 });
  expect(checkTours(instance, tours)).toMatchObject({ cost: 26.4, vehicles: 2, faults: [] });
});
